package io.conserje.venue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The house's own words about something, in one language for everybody or in several.
 *
 * @param byLanguage the text by its language's code; under the empty code what is said in any other
 */
public record HouseWords(Map<String, String> byLanguage) {

  public static final HouseWords NONE = new HouseWords(Map.of());

  public HouseWords {
    byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
  }

  /** The same to everybody. */
  public static HouseWords of(String text) {
    return text.isEmpty() ? NONE : new HouseWords(Map.of("", text));
  }

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /** In another language rather than not at all; empty when there are no words. */
  public String in(Locale language) {
    String plain = byLanguage.getOrDefault("", byLanguage.values().stream().findFirst().orElse(""));
    return byLanguage.getOrDefault(language.getLanguage(), plain);
  }
}
