package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who joins and who stays away, told as what happened: {@code a uno se le ha complicado}, {@code my
 * sister is joining us}. It is put as the number it comes to, so that it can be counted.
 */
final class Comers {

  private static final String NUMBER =
      "(?:uno|una|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veinte|treinta|one|two|three|four|five|six"
          + "|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|\\d{1,2})";
  private static final String SOMEBODY =
      "("
          + NUMBER
          + "|alguien|someone|somebody|(?:la |una |the |my )?(?:otra |other )(?:pareja|couple)|(?:mi|un|una|my|el|la|a) \\p{L}+|(?-i:\\p{Lu}\\p{L}+))";
  private static final String OF_US =
      "(?: (?:de (?:nosotros|nosotras|los \\p{L}+|ell[oa]s)|of us|of them|personas?|people|amig[oa]s?|friends?|invitad[oa]s?))?";

  /** "Así que cinco". */
  private static final FilteredPattern MAKES =
      pattern(
          "(?:as[ií] que|so|conque|o sea|es decir|al final(?! a )|por lo que|that makes(?: it| us)?|that'?s|hemos quedado en|(?:nos )?quedamos(?: en)?|(?:nos )?hemos quedado(?: en)?|nos quedamos(?: en)?|en total|dej[eé]moslo en|lo dejamos en|d[eé]jal[oa] en|so that makes|with (?:him|her|them|that) it'?s)"
              + " (?:ya )?(?:somos |seremos |we're |we are |we'll be |it'll be |there'll be )?(?:solo |just |only )?("
              + NUMBER
              + ")(?! ?(?:[:.]\\d|o'clock|pm|am|h\\b|horas|minut|d[ií]as|noches|nights|days|m[aá]s|menos|more|less|fewer))(?: personas| people| of us)?");

  private static final FilteredPattern INSTEAD =
      pattern(
          "(?:en (?:vez|lugar) de|instead of) (?:ser )?"
              + NUMBER
              + "(?: personas| people)?,? (?:seremos |somos |vamos a ser |we'll be |we are |we're )?("
              + NUMBER
              + ")(?! ?(?:[:.]\\d|pm|am|h\\b))");

  /** With the number that is left, who went is no longer counted. */
  private static final FilteredPattern LEFT_OVER =
      pattern(
          "(?:just|only|solo|seremos|somos|quedamos|we are|we're|we'll be|nos quedamos|hemos quedado|makes) (?:en |just |only |solo )?"
              + NUMBER
              + "(?! (?:m[aá]s|menos|more|fewer|less|personas? (?:m[aá]s|menos)))");

  private static final FilteredPattern AWAY =
      pattern(
          "(?:al final |finally )?(?:a )?"
              + SOMEBODY
              + OF_US
              + " (?:al final |ya |finalmente |ahora |sadly |now )*(?:(?:se )?ha[n]? (?:puesto|quedado) (?:mal[oa]s?|enferm[oa]s?|en casa)|se (?:ha )?enferm[oó]|est[aá] (?:mal[oa]|enferm[oa])(?= y no)|l[aoe] han ingresado|no (?:pueden?(?! (?:a? ?es[ae]|hasta|antes|llegar|comer|tomar|beber|probar|con|estar|subir|andar|caminar))|viene|vienen|podr[aá]n?|vendr[aá]n?|va|van|se apuntan?)(?: (?:a )?(?:poder )?(?:venir|ir|asistir|acudir))?"
              + "|se (?:nos |me )?(?:cae|caen|descuelgan?|borran?|rajan?|echan? atr[aá]s|pone[n]? mal[oa]s?)|se (?:nos |me )?(?:ha|han) (?:ca[ií]do|descolgado|borrado|rajado|echado atr[aá]s|puesto mal[oa]s?)|nos fallan?|(?:nos )?ha[n]? fallado|le ha surgido algo"
              + "|(?:has|have) (?:dropped out|cancelled|canceled|pulled out|bailed)|can'?t (?:come|make it)|cannot (?:come|make it)|(?:isn'?t|aren'?t|is not|are not) (?:coming|able to come|going to make it)"
              + "|won'?t (?:come|make it|be coming|be able to (?:come|make it))|dropped out|pulled out|(?:is|are) (?:dropping|pulling) out)");

  private static final FilteredPattern LEFT =
      pattern(
          "(?:(?:se (?:nos|me) |nos |se )(?:ha|han) (?:ca[ií]do|rajado|descolgado|fallado|borrado)|(?:nos |me )?fallan?|no (?:vienen|pueden|van|vendr[aá]n|podr[aá]n)(?: al final)?|qu[ií]tad?(?:le|me|nos)?(?: a)?|resta(?:d|le)?|ser[aá]n? menos|take off|minus|falta[nr]?[aá]?n?|se (?:nos )?(?:caen?|descuelgan?))"
              + " "
              + SOMEBODY
              + OF_US
              + "(?! (?:trona|silla|noche|mesa))");

  private static final FilteredPattern MORE =
      pattern(
          "(?:(?:le |me |nos )?(?:aument[ae]n?|agreg(?:a|ue|as)|sum[ae]s?)|aum[eé]nt[ae](?:le|me|nos)|ag(?:r[eé]gu?[ae])(?:le|me|nos)|a[nñ]ad(?:e|id|ir)|suma[dr]?(?:le|me|nos)?|s[uú]ma(?:le|me|nos)|a[nñ][aá]de(?:le|me|nos)|agrega[r]?|apunta[rd]?|mete[rd]?|inclu(?:ye|id|ir)|include|add) (?:a )?("
              + "a couple|un par|otra pareja|una pareja|"
              + NUMBER
              + ")(?: (?:personas?|people|comensal(?:es)?|person|guests?|amig[oa]s?))?(?: (?:m[aá]s|more|extra))?(?=$|[,.!?;]| (?:y|and|por|please|(?:a|en) (?:la|mi|nuestra|esa|esta)|to|para|m[aá]s|for) ?)");

  private static final FilteredPattern JOINS =
      FilteredPattern.compile(
          "\\b(?:se (?:me |nos )?(?:apunta|suma|une|anade|agrega)n?|(?:se )?(?:nos )?(?:ha|han) (?:apuntado|sumado|unido)|tambien (?:se )?(?:viene|vienen|apunta|apuntan|vendra|vendran)|(?:viene|vienen|vendra|vendran) (?:tambien|al final|con nosotr[oa]s)"
              + "|(?:al final (?:tambien )?|al final si |finalmente |si que )(?:viene|vienen|vendra|vendran)|(?:wants?|want) to (?:come|join)|(?:is|are|wants to|will be) (?:also )?(?:joining|coming along|tagging along)|joining us|to join(?: us)?|com(?:e|ing) (?:too|along|as well|with us)|(?:decided|asked|hoping|offered|like|love) to (?:come|join)|will join(?: us)?)\\b");

  /** Who tells of all that come tells of nobody more. */
  private static final FilteredPattern ALL =
      FilteredPattern.compile(
          "\\b(?:yo|servidora?|nosotr[oa]s|somos|seremos|seriamos|vamos a ser|we are|were|well be|we will be|mesa|table|reserv\\w+|book\\w*)\\b");

  /** "Si se cae alguien" tells of nobody. */
  private static final FilteredPattern IF =
      FilteredPattern.compile(
          "\\b(?:por si|si|cuando|if|in case|when)(?: nos| al final)? *$",
          Pattern.CASE_INSENSITIVE);

  /** {@code y con otra pareja}, beside those who are counted already. */
  private static final FilteredPattern ALSO =
      FilteredPattern.compile(
          "(?iuU)\\W*(?:(?:ah|bueno|uy|oh|well)\\W+)?(?:y|e|and|plus)(?: tambi[eé]n| also)? (?:con |with )?((?:la |una |the |a )?(?:otra |other |another )(?:pareja|couple)|(?:mi|un|una|my|el|la|a|nuestr[oa]|our) \\p{L}+)(?: (?:tambi[eé]n|too|as well|m[aá]s))?\\W*");

  private static final FilteredPattern COUNT = pattern(NUMBER);

  private static final FilteredPattern COUPLE = pattern("pareja|couple");

  private static final Map<String, Integer> ONE = Map.of("alguien", 1, "someone", 1, "somebody", 1);

  private static final FilteredPattern INLAWS = pattern("in[- ]laws");

  private Comers() {}

  private static FilteredPattern pattern(String regex) {
    return FilteredPattern.compile(
        "(?<![\\p{L}\\d])(?:" + regex + ")(?![\\p{L}\\d])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The message with how many more or fewer in place of what happened. */
  static String counted(String message, Tongue tongue, boolean known) {
    Matcher also = known ? ALSO.matcher(message) : null;
    if (also != null && also.matches() && people(also.group(1))) {
      return more(also.group(1), tongue);
    }

    String text = INLAWS.matcher(message.replace('’', '\'')).replaceAll("inlaws");
    String away = replaced(AWAY, text, 1, tongue);
    away = away.equals(text) ? replaced(LEFT, text, 1, tongue) : away;
    if (!away.equals(text)) {
      return MAKES.matcher(away).replaceFirst(r -> tongue == Tongue.ENGLISH ? we(r) : somos(r));
    }
    Matcher instead = INSTEAD.matcher(text);
    if (instead.find()) {
      return instead.replaceFirst(r -> tongue == Tongue.ENGLISH ? we(r) : somos(r));
    }
    Matcher makes = MAKES.matcher(text);
    if (makes.find()) {
      return makes.replaceFirst(r -> tongue == Tongue.ENGLISH ? we(r) : somos(r));
    }
    Matcher more = MORE.matcher(text);
    return more.find() ? more.replaceFirst(r -> more(r.group(1), tongue)) : joined(text, tongue);
  }

  private static String we(MatchResult found) {
    return ", we will be " + found.group(1) + " altogether";
  }

  private static String somos(MatchResult found) {
    return ", seremos " + found.group(1) + " en total";
  }

  private static String replaced(FilteredPattern pattern, String text, int group, Tongue tongue) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      if (people(found.group(group)) && !IF.matcher(text.substring(0, found.start())).find()) {
        boolean left = LEFT_OVER.matcher(text.substring(found.end())).find();
        return text.substring(0, found.start())
            + (left ? "" : fewer(number(found.group(group)), tongue))
            + text.substring(found.end());
      }
    }
    return text;
  }

  private static boolean people(String said) {
    String plain = Tokens.plain(said);
    String last = plain.substring(plain.lastIndexOf(' ') + 1);
    boolean counted = ONE.containsKey(plain) || COUNT.matcher(plain).matches();
    return counted
        || COUPLE.matcher(plain).find()
        || Company.isRelative(last)
        || FirstNames.has(last);
  }

  private static String number(String said) {
    String plain = Tokens.plain(said);
    if (plain.matches("a couple|un par") || COUPLE.matcher(plain).find()) {
      return "2";
    }
    boolean one =
        ONE.containsKey(plain)
            || FirstNames.has(plain)
            || plain.contains(" ")
            || plain.matches("un|una|uno|one|1");
    return one ? "1" : plain;
  }

  private static String fewer(String number, Tongue tongue) {
    return tongue == Tongue.ENGLISH ? number + " fewer" : number + " menos";
  }

  private static String more(String number, Tongue tongue) {
    String count = number(number);
    return tongue == Tongue.ENGLISH ? count + " more" : count + " más";
  }

  /** "Se apunta mi hermana con su novio": the part of the sentence, as two more. */
  private static String joined(String text, Tongue tongue) {
    StringBuilder all = new StringBuilder();
    boolean any = false;
    for (String part : text.split("(?<=[,.;!?\\n])|(?= (?:as[ií] que|so) )")) {
      int more = JOINS.matcher(Tokens.plain(part)).find() ? Company.named(Words.of(part)) : 0;
      boolean says =
          more > 0
              && part.chars().noneMatch(Character::isDigit)
              && !ALL.matcher(Tokens.plain(part)).find();
      any |= says;
      all.append(says ? " " + more(String.valueOf(more), tongue) + ". " : part);
    }
    return any ? all.toString().strip() : text;
  }
}
