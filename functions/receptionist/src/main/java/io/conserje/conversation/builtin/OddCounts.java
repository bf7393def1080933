package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** How many come, where it is not said as people mostly say it. */
final class OddCounts {

  private static final String NUMBER =
      "(dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})";

  private static final String TWINS =
      "(?iuU)(?<!\\b(?:hij[oa]s|niñ[oa]s|herman[oa]s|beb[eé]s?|niet[oa]s|chic[oa]s|camas) )\\b(?:(?:l[oa]s|mis|nuestr[oa]s|un[oa]s|sus) )?(?:(?:dos|2) )?";

  /** {@code y los mellizos de 8 meses} */
  private static final FilteredPattern BABIES =
      FilteredPattern.compile(
          "(?:"
              + TWINS
              + "(?:melliz[oa]s|gemel[oa]s)(?= (?:de (?:pocos |\\p{L}+ |\\d+ )mes(?:es)?\\b|reci[eé]n nacid))"
              + "|(?iuU)\\b(?:my|our|the) (?:baby |newborn )twins\\b)");

  private static final FilteredPattern CHILDREN =
      FilteredPattern.compile(
          "(?:"
              + TWINS
              + "(?:melliz[oa]s|gemel[oa]s)(?! (?:camas|de oro|de plata))|(?iuU)\\b(?:my|our|the) twins\\b)");

  private static final FilteredPattern TRIPLETS =
      FilteredPattern.compile(
          "(?iuU)\\b(?:(?:l[oa]s|mis|nuestr[oa]s|un[oa]s|the|our|my) )?(?:trilliz[oa]s|triplets)\\b");

  /** {@code ah no, 6 somos}; not {@code a las 6 vamos}, nor {@code 13:30 somos}. */
  private static final FilteredPattern AFTER =
      FilteredPattern.compile(
          "(?iuU)(?<=^|[,.;:!?¡¿\\n]|\\b(?:no|s[ií]|que|ya|total|final|mejor|perd[oó]n|bueno|vale|pues|ay|uy|ah|creo) )(?!(?<=\\d[:.,])\\d)(\\s*)"
              + NUMBER
              + " (somos|seremos|ser[ií]amos|vamos a ser|vendremos|venimos|iremos|ir[ií]amos)\\b(?! (?:un |una )?(?:\\d|a las))");

  /** {@code somos tres más el bebé}: one more beside the three, and not three more. */
  private static final FilteredPattern PLUS =
      FilteredPattern.compile(
          "(?iuU)\\b"
              + NUMBER
              + "( (?:adultos|personas|adults|people|mayores))? (?:m[aá]s|plus|\\+) (?=(?:el|la|los|las|mis?|nuestr[oa]s?|un|una|uno|dos|the|our|my|a|one|two|\\d) (?:beb[eé]|niñ|nen[ea]|peque|cr[ií][oa]|hij|abuel|suegr|prim[oa]|cuñad|melliz|gemel|padre|madre|marid|mujer|novi|niet|amig|herman|chic[oa]|baby|babies|kid|child|toddler|infant|dog|perr|son\\b|daughter|friend|gran|mum|mom|dad|husband|wife))");

  /** {@code pon siete por si acaso}: of people, since hours need no caution. */
  private static final FilteredPattern TO_BE_SAFE =
      FilteredPattern.compile(
          "(?iuU)\\b(?:make (?:it|that)|call it|say|put|let'?s say|pon(?:me|ga|gamos|ed)?|d[eé]jalo en|digamos|mejor) "
              + NUMBER
              + ",? (?=(?:por si acaso|por si las moscas|por si (?:viene|vienen|se apunta)|para (?:asegurar|ir seguros)|to be (?:safe|sure|on the safe side)|just in case|just to be (?:safe|sure)|in case)\\b)");

  private static final String PEOPLE =
      "(?= (?:personas|people|comensales|adultos|adults|amig[oa]s|pax|of us|guests|friends)\\b)";

  /** {@code seremos entre 6 y 8}, {@code 6 a 8 personas}: room for all who may come. */
  private static final FilteredPattern BETWEEN =
      FilteredPattern.compile(
          "(?iuU)(?:\\b(somos|seremos|ser[ií]amos|vamos a ser|vendremos|vendr[ií]amos|iremos|ir[ií]amos|ser[aá]n|mesa de|grupo de|we(?:'ll| will| would|'d)? be|we(?:'re| are)|there(?:'ll| will| would) be|it(?:'ll| will) be|(?:party|group) of) (?:como |unos |unas |pues |about |around |probably |seguramente |probablemente )?(?:entre|between|from|de) "
              + NUMBER
              + " (?:y|o|and|or|a|to) "
              + NUMBER
              + "\\b(?! (?:de la|y media|y cuarto|pm|am|h)\\b)"
              + "|\\b(?:entre|between) "
              + NUMBER
              + " (?:y|o|and|or) "
              + NUMBER
              + PEOPLE
              + "|(?<![:.,])\\b(?:from |de )?"
              + NUMBER
              + "(?: (?:o|or|a|to) |-|–)"
              + NUMBER
              + PEOPLE
              + ")");

  /** {@code mi cuñado con la suya}: his wife. */
  private static final FilteredPattern THEIRS =
      FilteredPattern.compile(
          "(?iuU)\\b(?:con|y) (la suya|el suyo|las suyas|los suyos)\\b(?! (?:propi|favorit))");

  /** {@code mi marido, mis tres hijos y yo … y uno de los niños}: counted already. */
  private static final FilteredPattern ONE_OF_THEM =
      FilteredPattern.compile(
          "(?iuU)\\b(?:un[oa]|one) (?:de|of)(?<=\\b(?:y|and) (?:yo|me|i|myself)\\b.{0,80}\\b(?:un[oa]|one) (?:de|of)) (?:l[oa]s|mis|nuestr[oa]s|ell[oa]s|the|my|our|them)(?: (?:niñ[oa]s|hij[oa]s|peques|peqeñ[oa]s|cr[ií][oa]s|chic[oa]s|kids|children|boys|girls|twins))?\\b");

  /** {@code 2 adultos y niños de 4, 6 y 9}: as many as there are ages. */
  private static final FilteredPattern BY_THEIR_AGES =
      FilteredPattern.compile(
          "(?iuU)(?<=\\b(?:y|and|con|with|m[aá]s|plus|,) )((?:mis |nuestros |los |my |our |the )?(?:ni[nñ][oa]s|hij[oa]s|peques|niet[oa]s|cr[ií][oa]s|kids|children|boys|girls)),? (?:de |aged |ages )((?:\\d{1,2}, )*\\d{1,2} (?:y|and|e) \\d{1,2})\\b(?! (?:adult|personas|people|noche|night))");

  /** {@code our grown-up daughter}: no child. */
  private static final FilteredPattern GROWN_UP =
      FilteredPattern.compile(
          "(?iuU)\\b(my|our) (?:grown[- ]?up|adult|grown) (?:sons?|daughters?|child|kid)\\b");

  private static final FilteredPattern MAYOR =
      FilteredPattern.compile(
          "(?iuU)\\b(mi|nuestr[oa]) hij[oa],? (?:ya |que (?:ya )?es )?(?:mayor de edad|adult[oa]|mayor ya)\\b");

  /** {@code my elderly mother}: how she is does not matter. */
  private static final FilteredPattern DESCRIBED =
      FilteredPattern.compile(
          "(?iuU)\\b(my|our) (?:elderly|old|older|younger|elder|eldest|best|good|dear|lovely|better|new|late-arriving|poor) (?=(?:mother|father|mum|mom|dad|sister|brother|friend|aunt|uncle|parents|husband|wife|half|partner|son|daughter)\\b)");

  /** {@code un grupo de amigas, cuatro}. */
  private static final FilteredPattern GROUP =
      FilteredPattern.compile(
          "(?iuU)\\b(un|a) (grupo|grupito|group) (?:de|of) \\p{L}+,? (?:somos |we'?re )?(dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})(?=\\s*(?:[,.;]|$| y | and ))");

  private OddCounts() {}

  private static String counted(String children, String ages) {
    return ages.split("\\D+").length
        + " "
        + children.replaceFirst("(?iu)^(?:mis|nuestros|los|my|our|the) ", "")
        + " de "
        + ages;
  }

  /** The larger of two numbers, where it is the second. */
  private static String most(MatchResult range) {
    int fewest = range.group(1) != null ? 2 : range.group(4) != null ? 4 : 6;
    boolean rises = number(range.group(fewest)) < number(range.group(fewest + 1));
    String lead = range.group(1) == null ? "" : range.group(1) + " ";
    return Matcher.quoteReplacement(rises ? lead + range.group(fewest + 1) : range.group());
  }

  private static int number(String said) {
    Words words = Words.of(said);
    Hit<Integer> spanish = Numbers.at(words, 0, Tongue.SPANISH);
    return (spanish != null ? spanish : Numbers.at(words, 0, Tongue.ENGLISH)).value();
  }

  static String told(String said) {
    String text = BETWEEN.matcher(said).replaceAll(OddCounts::most);
    String aged = BY_THEIR_AGES.matcher(text).replaceAll(r -> counted(r.group(1), r.group(2)));
    String once =
        ONE_OF_THEM.matcher(aged).replaceAll(r -> r.group().startsWith("o") ? "who" : "quien");
    once = GROUP.matcher(once).replaceAll("$1 $2 de $3");
    String grown = GROWN_UP.matcher(once).replaceAll("$1 sister");
    grown = DESCRIBED.matcher(MAYOR.matcher(grown).replaceAll("$1 hermana")).replaceAll("$1 ");
    String theirs = THEIRS.matcher(grown).replaceAll(", su pareja");
    String twins =
        BABIES.matcher(theirs).replaceAll(r -> english(r.group()) ? "2 babies" : "2 bebés");
    twins = CHILDREN.matcher(twins).replaceAll(r -> english(r.group()) ? "2 children" : "2 niños");
    twins = TRIPLETS.matcher(twins).replaceAll("3 niños");
    twins = PLUS.matcher(twins).replaceAll(r -> with(r.group(1), r.group(2), r.group()));
    twins =
        TO_BE_SAFE
            .matcher(twins)
            .replaceAll(r -> r.group(1) + (safe(r.group()) ? " people " : " personas "));
    return AFTER.matcher(twins).replaceAll("$1$3 $2");
  }

  private static String with(String number, String people, String all) {
    boolean english = all.contains("plus") || people != null && english(people);
    return number + (people == null ? "" : people) + (english ? " and " : " y ");
  }

  private static boolean safe(String said) {
    return said.matches("(?i)(?:make|call|say|put|let).*");
  }

  private static boolean english(String said) {
    return said.matches("(?i).*(?:twins|adults|people).*");
  }
}
