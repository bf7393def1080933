package io.conserje.conversation.builtin;

import io.conserje.guest.Address;
import io.conserje.text.FilteredPattern;
import java.util.Map;
import java.util.regex.Matcher;

/** Finds an e-mail address, written or said: {@code ana punto gil arroba example punto com}. */
final class EmailWords {

  private static final FilteredPattern WRITTEN =
      FilteredPattern.compile("[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)+");
  private static final String PART = "[a-z0-9]+";
  private static final String SIGN =
      "(?: ?[._-] ?| (?:punto|dot|guion bajo|barra baja|guion|underscore|dash|hyphen) )";

  /** {@code marta ochenta y dos arroba …}, {@code tom 82 at …}. */
  private static final String NUMBER =
      "( (?:\\d{1,4}|(?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\\w+|veint\\w+"
          + "|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y \\w+)?"
          + "|one|two|three|four|five|six|seven|eight|nine|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -]\\w+)?)))?";

  /** No address is said without it. */
  private static final FilteredPattern AT =
      FilteredPattern.compile("(?i)@|arroba|[(\\[]at[)\\]]| at ");

  private static final FilteredPattern SAID =
      FilteredPattern.compile(
          "((?<!['’])(?:\\b[a-z] ){2,}|(?<!['’])\\b[b-df-np-xz] )?\\b("
              + PART
              + "(?:"
              + SIGN
              + PART
              + ")*)"
              + NUMBER
              + "(?: +arroba | ?@ ?| ?[(\\[](?:at|arroba)[)\\]] ?| at (?="
              + PART
              + "(?: mail)? dot ))"
              + "((?:proton )?"
              + PART
              + "(?:"
              + SIGN
              + PART
              + ")*)");

  /** How it is written. */
  private static final FilteredPattern HOW =
      FilteredPattern.compile(
          " (?:todo junto|todo seguido|(?:todo )?en minusculas?|all one word|all lower ?case|no spaces)(?= )");

  private static final FilteredPattern POST =
      FilteredPattern.compile("gmail|hotmail|yahoo|outlook|icloud|live|protonmail");
  private static final Map<String, String> SIGNS =
      Map.of(
          "punto", ".",
          "dot", ".",
          "guion bajo", "_",
          "barra baja", "_",
          "underscore", "_",
          "guion", "-",
          "dash", "-",
          "hyphen", "-");

  private EmailWords() {}

  /** The address in lower case, its words taken out; null if there is none. */
  static String in(Words words) {
    Matcher written = WRITTEN.matcher(words.text());
    if (written.find()) {
      words.useText(written.start(), written.end());
      return Address.email(written.group()).map(Address::value).orElse(null);
    }
    Matcher said = SAID.matcher(withoutHow(Tokens.level(words.text())));
    if (!AT.matcher(words.text()).find() || !said.find()) {
      return null;
    }
    words.useText(said.start(), said.end());
    String letters = said.group(1) == null ? "" : said.group(1);
    String host = joined(said.group(4)).replace("proton mail", "protonmail");
    String whole = POST.matcher(host).matches() ? host + ".com" : host;
    String local = joined(letters).replace(" ", "") + joined(said.group(2)) + number(said.group(3));
    return Address.email(local + "@" + whole).map(Address::value).orElse(null);
  }

  /** {@code ana lópez todo junto arroba}; each letter stays in its place. */
  private static String withoutHow(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (Matcher how = HOW.matcher(text); how.find(); ) {
      plain.replace(how.start(), how.end(), " ".repeat(how.end() - how.start()));
    }
    return plain.toString();
  }

  private static String number(String said) {
    Words words = Words.of(said == null ? "" : said.strip());
    Hit<Integer> number = Numbers.at(words, 0, Tongue.ENGLISH);
    return said == null ? "" : number == null ? said.strip() : number.value().toString();
  }

  private static String joined(String said) {
    String joined = said;
    for (String sign : new String[] {"guion bajo", "barra baja", "underscore"}) {
      joined = joined.replace(" " + sign + " ", "_");
    }
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      joined = joined.replace(" " + sign.getKey() + " ", sign.getValue());
    }
    return joined.replaceAll(" ?([._-]) ?", "$1");
  }
}
