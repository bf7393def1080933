package io.conserje.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a guest sends without words, and what the house says to it: nobody pretends to have seen or
 * heard it.
 *
 * @param messages those of them that nobody can read, oldest first
 */
record BeyondText(List<Message> messages) {

  private static final Set<String> PICTURES = Set.of("image", "video", "sticker");

  static BeyondText of(List<Message> unanswered) {
    return new BeyondText(unanswered.stream().filter(BeyondText::isBeyond).toList());
  }

  /** Without a caption, as {@code InboundMessage.words} writes it down. */
  private static boolean isBeyond(Message message) {
    return !message.kind().equals("text")
        && message.hearing() != Hearing.WORDS
        && message.text().startsWith("[" + message.kind() + "]");
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /** What a model is asked: the rest. */
  List<Message> without(List<Message> unanswered) {
    return unanswered.stream().filter(message -> !messages.contains(message)).toList();
  }

  /**
   * What the house says to these, in the language of the talk, or in both before the first word.
   */
  String words(String houseAddress, Turn turn) {
    Locale language = Locale.forLanguageTag(turn.latestLanguage());
    Stream<Locale> languages =
        heardBefore(turn) ? Stream.of(language) : Stream.of(language, other(language));
    boolean again = notHeardBefore(turn);
    return languages
        .map(MediaWording::in)
        .map(wording -> words(wording, houseAddress) + (again ? " " + wording.orAPerson() : ""))
        .collect(Collectors.joining("\n\n"));
  }

  private String words(MediaWording wording, String houseAddress) {
    return messages.stream()
        .map(message -> words(wording, message, houseAddress))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String words(MediaWording wording, Message message, String houseAddress) {
    if (PICTURES.contains(message.kind())) {
      return wording.notSeen();
    }
    return switch (message.kind()) {
      case "audio" -> notHeard(wording, message.hearing());
      case "location" -> wording.whereTheGuestIs(houseAddress);
      case "contacts" -> wording.contactNotRead();
      case "document" -> wording.documentNotRead();
      default -> wording.notUnderstood();
    };
  }

  private static String notHeard(MediaWording wording, Hearing hearing) {
    return switch (hearing) {
      case NONE, WORDS -> wording.notHeard();
      case NOTHING -> wording.nothingHeard();
      case TOO_LONG, TOO_LARGE -> wording.tooLongToHear();
      case NO_SOUND -> wording.notPlayed();
      case NOT_NOW -> wording.notHeardNow();
    };
  }

  /** Whether this is not the first voice note in a row that was heard in vain. */
  private boolean notHeardBefore(Turn turn) {
    long inVain = messages.stream().filter(m -> m.hearing().inVain()).count();
    boolean before =
        turn.history().stream()
            .filter(m -> m.from() == Message.From.GUEST)
            .reduce((_, later) -> later)
            .filter(m -> m.hearing().inVain())
            .isPresent();
    return inVain > 1 || (inVain == 1 && before);
  }

  private static Locale other(Locale language) {
    return language.getLanguage().equals("en") ? Locale.of("es") : Locale.ENGLISH;
  }

  private static boolean heardBefore(Turn turn) {
    return Stream.concat(turn.history().stream(), turn.unanswered().stream())
        .anyMatch(m -> m.from() == Message.From.GUEST && !isBeyond(m));
  }

  /** The question that is still open: the last one of the house's last word. Empty for none. */
  static String openQuestion(List<Message> history) {
    String last =
        history.stream()
            .filter(message -> message.from() != Message.From.GUEST)
            .reduce((_, later) -> later)
            .map(Message::text)
            .orElse("");
    int end = last.lastIndexOf('?');
    if (end < 0) {
      return "";
    }
    int inverted = last.lastIndexOf('¿', end);
    int sentence = Math.max(last.lastIndexOf(". ", end) + 1, last.lastIndexOf('\n', end)) + 1;
    return last.substring(inverted >= 0 ? inverted : Math.max(0, sentence), end + 1).strip();
  }
}
