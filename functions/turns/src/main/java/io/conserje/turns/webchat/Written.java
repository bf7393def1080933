package io.conserje.turns.webchat;

import io.conserje.webchat.ChatMessage;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/** What a page sends, as it stands. */
@Serdeable
record Written(
    @Nullable String venue,
    @Nullable String conversation,
    @Nullable String text,
    @Nullable String messageId,
    @Nullable String language) {

  static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_VENUE = 40;

  /** What is wrong with it, and what to do; empty for nothing. */
  Optional<String> wrong() {
    if (!namesAVenue(venue)) {
      return Optional.of("Give venue, the short name of the house.");
    }
    if (clean(text).isBlank()) {
      return Optional.of("Give text, what the guest wrote.");
    }
    if (messageId != null && !messageId.matches("[\\x21-\\x7e]{1," + LONGEST_ID + "}")) {
      return Optional.of(
          "Give messageId as 1 to "
              + LONGEST_ID
              + " letters, digits or signs, for example a UUID, or leave it out.");
    }
    if (language != null && !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")) {
      return Optional.of("Give language as a tag, for example es, or leave it out.");
    }
    return Optional.empty();
  }

  /** Whether a house could be called so; the database is not asked for what none is. */
  static boolean namesAVenue(@Nullable String venue) {
    return venue != null && venue.matches("[\\x21-\\x7e]{1," + LONGEST_VENUE + "}");
  }

  boolean tooLong() {
    return text != null && text.length() > LONGEST_TEXT;
  }

  ChatMessage from(String source) {
    return new ChatMessage(
        conversation == null || conversation.isBlank() ? null : conversation,
        clean(text),
        messageId,
        language,
        source);
  }

  /** The database takes no NUL, and nobody reads the other control characters. */
  private static String clean(String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
  }
}
