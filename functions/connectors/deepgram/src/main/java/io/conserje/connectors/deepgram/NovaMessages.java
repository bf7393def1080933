package io.conserje.connectors.deepgram;

import io.conserje.connectors.json.Part;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.TimedWord;
import java.time.Duration;
import java.util.List;

/** What the messages of {@code /v1/listen} mean. */
final class NovaMessages implements Messages {

  private final Duration offset;
  private final SpeechTold told;
  private String partial = "";

  /** Whether words came since the guest was last thought to have finished. */
  private boolean said;

  private boolean thoughtFinished;

  NovaMessages(Duration offset, SpeechTold told) {
    this.offset = offset;
    this.told = told;
  }

  @Override
  public void take(Part message) {
    switch (message.text("type")) {
      case "Results" -> results(message);
      case "SpeechStarted" ->
          told.heard(new Heard.Voice(offset.plus(Messages.seconds(message, "timestamp"))));
      case "UtteranceEnd" -> finished();
      default -> {}
    }
  }

  private void results(Part message) {
    List<Part> alternatives = message.at("channel").each("alternatives");
    Part best = alternatives.isEmpty() ? Part.NOTHING : alternatives.getFirst();
    String text = best.text("transcript").strip();
    if (isSet(message, "is_final")) {
      settled(message, best, text);
    } else {
      told(text);
    }
    if (isSet(message, "speech_final")) {
      finished();
    }
  }

  private void settled(Part message, Part best, String text) {
    Duration upTo =
        offset.plus(Messages.seconds(message, "start")).plus(Messages.seconds(message, "duration"));
    if (text.isEmpty()) {
      told("");
    } else {
      goesOn();
      said = true;
      partial = "";
      told.heard(new Heard.Words(text, words(best), upTo));
    }
    told.settled(upTo);
  }

  /** An empty one counts only where it takes back what was thought to be heard. */
  private void told(String text) {
    if (text.equals(partial)) {
      return;
    }
    partial = text;
    if (!text.isEmpty()) {
      goesOn();
    }
    told.heard(new Heard.Partial(text));
  }

  /** Deepgram has heard a silence, and no more: it is not sure. */
  private void finished() {
    if (said && partial.isEmpty() && !thoughtFinished) {
      said = false;
      thoughtFinished = true;
      told.heard(new Heard.TurnEnd(false));
    }
  }

  private void goesOn() {
    if (thoughtFinished) {
      thoughtFinished = false;
      told.heard(new Heard.GoesOn());
    }
  }

  private List<TimedWord> words(Part best) {
    return best.each("words").stream()
        .map(word ->
            new TimedWord(
                word.firstText("punctuated_word", "word"),
                offset.plus(Messages.seconds(word, "start")),
                offset.plus(Messages.seconds(word, "end"))))
        .toList();
  }

  private static boolean isSet(Part message, String name) {
    return message.text(name).equals("true");
  }
}
