package io.conserje.call;

import io.conserje.conversation.SpokenDays;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.spoken.ForTheEar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What came of a tool call as one line, in the language of the call and for the ear, for a speaker
 * that is not ours. References stay as they are written: whoever speaks needs them for the next
 * call.
 *
 * @param failed whether nothing was done because the call itself made no sense
 */
public record SpokenResult(String text, boolean failed) {

  private static final Pattern CODE =
      Pattern.compile(
          SpokenFacts.OPEN
              + "([^"
              + SpokenFacts.SHUT
              + "]*)"
              + SpokenFacts.SHUT
              + "|(?<![A-Za-z0-9+])(?=[A-Z0-9-]*[0-9])[A-Z][A-Z0-9-]{3,9}(?![A-Za-z0-9])");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int LONGEST = 1_500;

  public static SpokenResult of(ToolResult result, Locale language) {
    CallWording words = CallWording.in(language);
    Map<String, Object> facts = result.content();
    if ("invalid_arguments".equals(facts.get("reason"))) {
      return new SpokenResult(words.invalidArguments(), true);
    }
    String said =
        switch (result.status()) {
          case "free" -> free(facts, words, language);
          case "none" -> (words.nothingFound() + " " + found(facts, language)).strip();
          case "name_needed" -> words.whoseBooking();
          case "unknown" -> words.notKnown(text(facts.get("house_phone")));
          default -> said(result, words, language);
        };
    return new SpokenResult(oneLine(ear(said, language)), false);
  }

  public static SpokenResult failed(String words) {
    return new SpokenResult(oneLine(words), true);
  }

  private static String said(ToolResult result, CallWording words, Locale language) {
    String say = text(result.content().get("say"));
    String told = result.mustHear() == null ? say : result.mustHear();
    if (told.isBlank()) {
      String found = found(result.content(), language);
      return found.isEmpty() && result.content().containsKey("topics")
          ? words.notKnown(text(result.content().get("house_phone")))
          : or(found, plain(result.content(), language));
    }
    String instead = alternatives(result.content().get("alternatives"), words, language);
    return instead.isEmpty() ? told : told + " " + words.insteadOf(instead);
  }

  private static String free(Map<String, Object> facts, CallWording words, Locale language) {
    if (!(facts.get("party_size") instanceof Number people)) {
      return or(found(facts, language), plain(facts, language));
    }
    String table =
        words.free(
            day(text(facts.get("date")), language), text(facts.get("time")), people.intValue());
    return (table + " " + text(facts.get("tell"))).strip();
  }

  /** Empty for facts that are written otherwise than they are today. */
  private static String found(Map<?, ?> facts, Locale language) {
    try {
      return new SpokenFacts(language).of(facts);
    } catch (IllegalArgumentException | DateTimeException written) {
      return "";
    }
  }

  private static String alternatives(Object all, CallWording words, Locale language) {
    if (!(all instanceof List<?> list)) {
      return "";
    }
    return list.stream()
        .filter(Map.class::isInstance)
        .map(item -> alternative((Map<?, ?>) item, words, language))
        .collect(Collectors.joining("; "));
  }

  private static String alternative(Map<?, ?> item, CallWording words, Locale language) {
    if (item.get("time") == null) {
      return room(item, language);
    }
    String at = words.at(day(text(item.get("date")), language), text(item.get("time")));
    String zone = text(item.get("zone"));
    return zone.isEmpty() ? at : at + " (" + zone + ")";
  }

  private static String room(Map<?, ?> item, Locale language) {
    try {
      return new SpokenFacts(language).alternative(item);
    } catch (DateTimeException written) {
      return plain(item, language);
    }
  }

  /** Facts that no sentence was made for: their names and values. */
  private static String plain(Object value, Locale language) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> money when money.containsKey("text") && money.containsKey("currency") ->
          text(money.get("text"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .filter(e -> !List.of("status", "say").contains(text(e.getKey())))
              .filter(e -> !plain(e.getValue(), language).isEmpty())
              .map(e -> text(e.getKey()).replace('_', ' ') + ": " + plain(e.getValue(), language))
              .collect(Collectors.joining(", "));
      case List<?> list ->
          list.stream().map(item -> plain(item, language)).collect(Collectors.joining("; "));
      default -> day(text(value), language);
    };
  }

  /** A date as it is said; everything else as it is. */
  private static String day(String value, Locale language) {
    if (!DATE.matcher(value).matches()) {
      return value;
    }
    try {
      return SpokenDays.in(language).day(LocalDate.parse(value));
    } catch (DateTimeException e) {
      return value;
    }
  }

  private static String ear(String text, Locale language) {
    Matcher code = CODE.matcher(text);
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (MatchResult found : code.results().toList()) {
      said.append(ForTheEar.of(text.substring(from, found.start()), language));
      said.append(found.group(1) == null ? found.group() : found.group(1));
      from = found.end();
    }
    return said.append(ForTheEar.of(text.substring(from), language)).toString();
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, wordsEnd(line)).strip() + "…";
  }

  private static int wordsEnd(String line) {
    int sentence = line.lastIndexOf(". ", LONGEST) + 1;
    int word = line.lastIndexOf(' ', LONGEST);
    if (sentence > LONGEST / 2 || word > 0) {
      return sentence > LONGEST / 2 ? sentence : word;
    }
    return Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  private static String or(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
