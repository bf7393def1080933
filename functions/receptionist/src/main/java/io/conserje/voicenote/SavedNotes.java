package io.conserje.voicenote;

import io.conserje.conversation.Hearing;
import io.conserje.conversation.Turn;
import java.time.Instant;
import java.util.List;

/**
 * Voice notes as saved state: what was heard once is never listened to again. Each verb is one
 * transaction, refused like those of {@code SavedTurns} when the lease has passed to another run.
 */
public interface SavedNotes {

  /** Those of the turn that nobody has listened to, oldest first. */
  List<VoiceNote> unheard(Turn turn);

  /** Counts a try before it is made, and holds the conversation until {@code leaseUntil}. */
  void begin(Turn turn, VoiceNote note, Instant leaseUntil);

  /**
   * @param words what the guest said; empty unless {@code hearing} is {@code WORDS}
   */
  void save(Turn turn, VoiceNote note, Hearing hearing, String words);

  /** The turn as it now stands. */
  Turn again(Turn turn);

  /** Lets go of the conversation, so that the turn can be taken up again. */
  void release(Turn turn);
}
