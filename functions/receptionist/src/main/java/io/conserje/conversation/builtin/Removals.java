package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a guest does not need after all: {@code quita la trona}, {@code al final sin perro}. */
final class Removals {

  private static final String MARK = "-";
  private static final Map<String, String> SPANISH =
      Map.of("high_chairs", "trona", "pets", "mascota", "wheelchair", "silla de ruedas");
  private static final Map<String, String> ENGLISH =
      Map.of("high_chairs", "high chair", "pets", "pet", "wheelchair", "wheelchair");
  private static final String OFF =
      "(?:quita\\w*|quite\\w*|sin|ya no\\b.*|no hace falta|no necesit\\w+|no llevamos|no traemos|no viene|remove|without"
          + "|no need for|don'?t need|not bringing|drop|no)(?: (?:la|el|las|los|al|the|a|an|our|ninguna|any))?";
  private static final Map<String, FilteredPattern> THINGS =
      Map.of(
          "high_chairs",
          FilteredPattern.compile(
              "\\b" + OFF + " (?:tronas?|periqueras?|sillita|high ?chairs?)\\b"),
          "pets",
          FilteredPattern.compile(
              "\\b"
                  + OFF
                  + " (?:perr[oa]s?|mascotas?|gatos?|dogs?|pets?)\\b"
                  + "|\\b(?:dej\\w+|leav\\w+) (?:al?|el|la|los|the|our) (?:perr\\w+|mascota|gato|dogs?|pet) (?:en casa|con |at home|with )"
                  + "|\\b(?:perr\\w+|mascota|gato|dogs?|pet) (?:se queda|is staying|stays|no viene)"),
          "wheelchair",
          FilteredPattern.compile("\\b" + OFF + " (?:silla de ruedas|wheelchair)\\b"));

  private Removals() {}

  static boolean any(String text) {
    String plain = Tokens.plain(text);
    return THINGS.values().stream().anyMatch(p -> p.matcher(plain).find());
  }

  /** The notes without what is taken off, which is marked as such. */
  static String put(String text, String notes) {
    String plain = Tokens.plain(text);
    List<String> off =
        THINGS.keySet().stream().filter(k -> THINGS.get(k).matcher(plain).find()).sorted().toList();
    if (off.isEmpty()) {
      return notes;
    }
    String marks = String.join("; ", off.stream().map(k -> MARK + k).toList());
    String kept = without(off, notes);
    return kept == null ? marks : kept + "; " + marks;
  }

  private static final FilteredPattern NOTE =
      FilteredPattern.compile(
          "\\b(?:"
              + OFF
              + "|borr\\w+|elimin\\w+|delete)(?: (?:la|las|esa|esas|el|ese|the|that|any))? (?:notas?|comentarios?|notes?)\\b");

  /** {@code quita la nota}. */
  static boolean ofNotes(String text) {
    return NOTE.matcher(Tokens.plain(text)).find();
  }

  /** For a booking that is not made yet: what is taken off is just gone. */
  static String without(String text, String notes) {
    String plain = Tokens.plain(text);
    if (NOTE.matcher(plain).find()) {
      return null;
    }
    List<String> off =
        THINGS.keySet().stream().filter(k -> THINGS.get(k).matcher(plain).find()).toList();
    return off.isEmpty() ? notes : without(off, notes);
  }

  private static String without(List<String> off, String notes) {
    if (notes == null) {
      return null;
    }
    List<String> left =
        Arrays.stream(notes.split("; "))
            .filter(n -> off.stream().noneMatch(k -> about(n, k)))
            .toList();
    return left.isEmpty() ? null : String.join("; ", left);
  }

  private static boolean about(String note, String thing) {
    Map<String, Object> needs = new java.util.HashMap<>();
    Needs.put(note, needs);
    return needs.containsKey(thing);
  }

  /** The notes as they are to be read; null if nothing is left. */
  static String left(String notes) {
    if (notes == null) {
      return null;
    }
    List<String> left = Arrays.stream(notes.split("; ")).filter(n -> !n.startsWith(MARK)).toList();
    return left.isEmpty() ? null : String.join("; ", left);
  }

  /** The notes as they are read back, with what is taken off. */
  static String told(String notes, Tongue tongue) {
    String kept = left(notes);
    String gone =
        marks(notes).stream()
            .map(k -> (tongue == Tongue.ENGLISH ? "no " + ENGLISH.get(k) : "sin " + SPANISH.get(k)))
            .reduce((a, b) -> a + ", " + b)
            .orElse(null);
    return kept == null ? gone : gone == null ? kept : kept + "; " + gone;
  }

  /**
   * What stands in the book from now on; null if nothing changes there.
   *
   * @param was what stood there, perhaps empty
   */
  static String become(String was, String notes, Tongue tongue) {
    String more = left(notes);
    String stays = was.isEmpty() ? null : without(marks(notes), was);
    if (stays == null && more == null) {
      return was.isEmpty() ? null : told(notes, tongue);
    }
    String all = stays == null ? more : more == null ? stays : stays + "; " + more;
    return all.equals(was) ? null : all;
  }

  private static List<String> marks(String notes) {
    return notes == null
        ? List.of()
        : Arrays.stream(notes.split("; "))
            .filter(n -> n.startsWith(MARK))
            .map(n -> n.substring(MARK.length()))
            .toList();
  }

  static void arguments(String notes, Map<String, Object> arguments) {
    if (notes == null) {
      return;
    }
    for (String note : notes.split("; ")) {
      if (note.startsWith(MARK)) {
        String thing = note.substring(MARK.length());
        arguments.put(thing, thing.equals("high_chairs") ? (Object) 0 : (Object) false);
      }
    }
  }
}
