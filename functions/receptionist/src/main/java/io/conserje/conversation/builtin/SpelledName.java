package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Kehoe, K-E-H-O-E}: a name letter by letter is that name, said once more or only so. */
final class SpelledName {

  private static final FilteredPattern LETTERS =
      FilteredPattern.compile(
          "(?iu)(?:,? *(?:that'?s|spelled|spelt|se escribe|deletread[oa]|le deletreo|es decir|o sea|con) *)?[,.;:(]?\\s*(?<![\\p{L}\\d@-])(?<!\\d )((?:\\p{L}-){2,}\\p{L}|(?:\\p{L}[.,]? ){3,}\\p{L}|(?:(?-i:\\p{Lu})[.,]? ){2}(?-i:\\p{Lu})|(?:\\p{L}\\.){3,}\\p{L})(?![\\p{L}\\d@-])(?! (?:\\d|(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)\\b))\\.?\\)?");

  /** Two letters that stand alone: without them nothing is spelled. */
  private static final Pattern APART =
      Pattern.compile("(?<!\\p{L})\\p{L}(?:-|[.,]? |\\.)\\p{L}(?!\\p{L})");

  /** {@code Zubeldia, con zeta}: how it is written, and no part of it. */
  private static final FilteredPattern HINT =
      FilteredPattern.compile(
          "(?iuU)(?<=\\p{L}\\p{L})\\s*[,(]?\\s*\\b(?:con|sin|with|without) (?:una? |an? |dos |two |doble |double |one )?(?:zetas?|haches?|be (?:alta|larga|grande)|uves?|ve (?:corta|baja|chica)|kas?|eñes?|jotas?|equis|i griega|eles|tes|enes|eses|(?-i:[a-zñ]|[A-ZÑ])(?: (?:de|as in) \\p{L}+| at the end| al final)?)\\)?(?=\\s*(?:$|[,.;)\\n]| y | and ))");

  /** {@code Zubeldia. De nombre Eusebio}: first what comes first. */
  private static final FilteredPattern SURNAME_FIRST =
      FilteredPattern.compile(
          "(?u)(\\p{Lu}\\p{L}+)[,.; ]+ (?i:y )?(?i:de nombre|(?:el |mi )?nombre(?: de pila)? es|de pila|(?:my )?first name(?:'s| is)?|christian name(?:'s| is)?),? (\\p{Lu}\\p{L}+)");

  private static final FilteredPattern ADDRESS =
      FilteredPattern.compile("(?iu)@|\\barroba\\b|\\bmail\\b|\\bcorreo\\b");

  /** {@code Alderson, Ken Alderson}. */
  private static final FilteredPattern TWICE =
      FilteredPattern.compile("(?u)\\b(\\p{Lu}\\p{L}+)[,;.…]+ (?=\\p{Lu}\\p{L}+ \\1\\b)");

  /** {@code the name is doyle patrick doyle}, said aloud. */
  private static final FilteredPattern TWICE_ALOUD =
      FilteredPattern.compile(
          "(?iuU)(?<=\\b(?:name is|names|name's|i'm|im|this is|it's|its|under) )(\\p{L}{3,})[,;.…]* (?=\\p{L}{3,} \\1\\b)");

  private SpelledName() {}

  static String read(String said) {
    String once = TWICE.matcher(HINT.matcher(letters(said)).replaceAll("")).replaceAll("");
    once = TWICE_ALOUD.matcher(once).replaceAll("");
    return SURNAME_FIRST.matcher(once).replaceAll("$2 $1");
  }

  private static String letters(String text) {
    Matcher spelled = LETTERS.matcher(text);
    if (!APART.matcher(text).find() || !spelled.find() || ADDRESS.matcher(text).find()) {
      return text;
    }
    return spelled.replaceAll(r -> {
      String name = r.group(1).replaceAll("[-., ]", "").toLowerCase(Locale.ROOT);
      String rest = Tokens.plain(text.replace(r.group(1), " "));
      boolean again = rest.matches("(?s).*\\b" + Pattern.quote(Tokens.plain(name)) + "\\b.*");
      return again ? ". " : " " + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    });
  }
}
