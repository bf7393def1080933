package io.conserje.voicenote;

import io.conserje.conversation.Hearing;
import io.conserje.conversation.Speaking;
import io.conserje.conversation.Turn;
import io.conserje.conversation.spoken.ForTheEar;
import io.conserje.venue.Channel;
import io.conserje.venue.Correspondence.VoiceReplies;
import io.conserje.venue.Venue;
import java.util.Locale;

/** Says aloud what answers a voice note, where the house wants it and somebody can speak. */
public final class AnswerAloud implements Speaking {

  /** What takes longer than a minute is rather read. */
  private static final int LONGEST = 700;

  private final Speaker speaker;

  public AnswerAloud(Speaker speaker) {
    this.speaker = speaker;
  }

  @Override
  public String aloud(Turn turn, Venue venue) {
    boolean wanted =
        venue.correspondence().voiceReplies() == VoiceReplies.TO_VOICE_NOTES
            && turn.channel() == Channel.WHATSAPP
            && turn.unanswered().stream().anyMatch(m -> m.hearing() == Hearing.WORDS);
    String reply = turn.reply();
    if (!wanted || reply.isBlank() || reply.length() > LONGEST || !speaker.isThere()) {
      return "";
    }
    String plain = reply.replaceAll("https?://\\S+|[*_~`#]|\\p{So}", "").replaceAll("[ \\t]+", " ");
    return ForTheEar.of(plain, Locale.forLanguageTag(turn.latestLanguage())).strip();
  }
}
