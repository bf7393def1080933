package io.conserje.conversations;

import io.conserje.venue.Venue;
import java.lang.reflect.Method;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/** What understands a single sentence. */
interface SlotReader {

  /**
   * @param asked what the house has just asked, or empty
   * @return what was found, by the names of docs/conversations.md
   */
  Map<String, Object> read(Venue venue, ZonedDateTime now, String asked, String text);

  /** The built-in model's; empty in a tree that has none yet. */
  @SuppressWarnings("unchecked")
  static Optional<SlotReader> builtIn() {
    try {
      Method read =
          Class.forName("io.conserje.conversation.builtin.SentenceSlots")
              .getMethod("read", Venue.class, ZonedDateTime.class, String.class, String.class);
      return Optional.of((venue, now, asked, text) -> {
        try {
          return (Map<String, Object>) read.invoke(null, venue, now, asked, text);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      });
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
