package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.PartyWords.Party;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who comes, told by who they are to the guest: {@code mi mujer, los dos niños y yo}. */
final class Company {

  private static final Set<String> ADULT =
      set(
          """
          mujer marido esposa esposo pareja novio novia madre padre mama papa hermano hermana
          amigo amiga jefe jefa suegra suegro cunado cunada abuela abuelo socio companero
          companera tio tia primo prima sobrino sobrina yerno nuera prometido prometida cliente
          colega vecino vecina chico chica senora senor mami papi
          wife husband partner girlfriend boyfriend mother father mum mom dad brother sister
          friend boss fiance guest customer buddy pal roommate flatmate housemate bride groom
          hermanastro hermanastra exmarido exmujer consuegra consuegro madrina padrino ahijado
          ahijada fiancee colleague grandmother grandfather grandma grandpa uncle aunt cousin
          niece nephew client neighbour missus mate
          granny grandad granddad nan hubby stepmother stepfather stepmum stepdad teenager teen
          bisabuela bisabuelo padrastro madrastra yayo yaya compadre comadre pololo polola enamorado
          enamorada adolescente viejo vieja parienta patrona
          """);

  private static final Set<String> CHILD =
      set(
          """
          hijo hija nino nina chiquito chiquita chiquillo chiquilla peque crio cria nene nena pequeno pequena chaval nieto nieta
          son daughter kid child toddler grandson granddaughter boy girl
          chamaco chamaca pibe piba escuincle mocoso mocosa sobrinito sobrinita nietecito nietecita
          stepson stepdaughter youngster
          """);

  private static final Set<String> BABY =
      set("bebe baby recien bebita bebito beba bebi infant guagua wawa newborn");

  private static final Set<String> ADULTS =
      set(
          """
          hermanos hermanas amigos amigas companeros companeras colegas primos primas tios tias
          cunados cunadas socios clientes sobrinos jefes friends brothers sisters colleagues
          cousins mates uncles aunts clients buddies pals customers flatmates inlaws
          """);

  /** Two where no number is said. */
  private static final Set<String> PAIRS =
      set("padres suegros abuelos parents grandparents inlaws papas yayos consuegros viejos");

  static final Set<String> CHILDREN =
      set(
          """
          hijos hijas ninos ninas peques crios crias nenes nenas pequenos pequenas chavales
          nietos nietas menores kids children childs childrens sons daughters toddlers grandchildren boys girls
          chicos gurises guris chiquitos chiquitas chiquillos chiquillas chibolos chibolas chamos patojos botijas pequenajos enanos chamacos chamacas pibes pibas escuincles chiquilines youngsters grandkids
          """);

  /** Who is meant by the word alone, or after an article: {@code grandma}, {@code the wife}. */
  private static final Set<String> OWN =
      set(
          """
          grandma grandpa granny grandad granddad nan mum mom dad mama papa mami papi
          """);

  private static final Set<String> HOUSEHOLD =
      set(
          """
          wife husband missus hubby girlfriend boyfriend mother father mum mom dad grandma grandpa
          grandad mujer marido novia novio suegra suegro parienta patrona abuela abuelo cunado cunada
          """);

  private static final String[] OF_THEM = {
    "mayor", "menor", "pequeno", "pequena", "mediano", "mediana", "chico", "chica", "grande",
    "otro", "otra"
  };

  static final Set<String> BABIES = set("bebes babies infants guaguas wawas newborns");

  private static final Set<String> WHOSE =
      set("mi mis my our nuestro nuestra nuestros nuestras su sus his her un una a");

  /** What stands beside a guest and does not sit at the table. */
  private static final Set<String> COMPANIONLESS =
      set("perro perra perrito perrita gato gata mascota dog puppy cat coche car maleta silla");

  /** Who takes somebody along comes too. */
  private static final String[] TAKEN = {
    "bring",
    "bringing",
    "take",
    "taking",
    "treat",
    "treating",
    "inviting",
    "traer",
    "traigo",
    "llevar",
    "llevo",
    "invitar",
    "invito"
  };

  private final Words words;
  private final Tongue tongue;
  private int adults;
  private int children;
  private int babies;
  private boolean self;
  private boolean unknown;
  private final List<Hit<Integer>> items = new ArrayList<>();

  private Company(Words words, Tongue tongue) {
    this.words = words;
    this.tongue = tongue;
  }

  /** None of them is a weekday that was mistyped, or a name. */
  static Set<String> words() {
    Set<String> all = new HashSet<>(ADULT);
    List.of(CHILD, BABY, ADULTS, PAIRS, CHILDREN, BABIES).forEach(all::addAll);
    return all;
  }

  static boolean isChild(String plain) {
    return CHILD.contains(plain) || CHILDREN.contains(plain);
  }

  static boolean isBaby(String plain) {
    return BABY.contains(plain) || BABIES.contains(plain);
  }

  /** How many grown-ups are named without a number: {@code para mis padres}; null if nobody. */
  static Integer grownUps(Words words) {
    int adults = 0;
    for (int i = 0; i < words.size(); i++) {
      String plain = words.plain(i);
      adults += PAIRS.contains(plain) ? 2 : ADULT.contains(plain) ? 1 : 0;
      adults += words.is(i, "mi", "me", "myself", "yo") && words.opens(i + 1) ? 1 : 0;
    }
    return adults == 0 ? null : Integer.valueOf(adults);
  }

  static boolean isRelative(String plain) {
    return ADULT.contains(plain)
        || CHILD.contains(plain)
        || BABY.contains(plain)
        || ADULTS.contains(plain)
        || PAIRS.contains(plain)
        || CHILDREN.contains(plain);
  }

  private static Set<String> set(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** How many people are named besides the guest; 0 where that cannot be told. */
  static int named(Words words) {
    int all = 0;
    for (int i = 0; i < words.size(); i++) {
      String who = words.plain(i);
      if (PAIRS.contains(who)) {
        all += 2;
      } else if (ADULT.contains(who) || CHILD.contains(who)) {
        all += words.is(i - 1, "dos", "two") ? 2 : 1;
      } else if (ADULTS.contains(who) || CHILDREN.contains(who)) {
        Hit<Integer> number = Numbers.at(words, i - 1, Tongue.SPANISH);
        number = number == null ? Numbers.at(words, i - 1, Tongue.ENGLISH) : number;
        if (number == null) {
          return 0;
        }
        all += number.value();
      }
    }
    return all;
  }

  /** Whether the guest is named among them: {@code yo}, {@code myself}. */
  static boolean tellsWhoSpeaks(Words words) {
    for (int i = 0; i < words.size(); i++) {
      if (words.is(
          i, "yo", "i", "me", "myself", "conmigo", "nosotros", "nosotras", "us", "servidor")) {
        return true;
      }
    }
    return false;
  }

  /** All who are named, the guest among them; null if the guest is not, or if nobody else is. */
  static Party in(Words words, Tongue tongue) {
    Company company = new Company(words, tongue);
    company.count();
    int others = company.adults + company.children + company.babies;
    if (others == 0 || !company.self || company.unknown) {
      return null;
    }
    company.items.forEach(words::use);
    return new Party(others + 1, false, company.children, company.babies);
  }

  private void count() {
    for (int i = 0; i < words.size(); i++) {
      self |= self(i);
      Hit<Integer> item = words.used(i) ? null : item(i);
      if (item != null) {
        add(item);
        self |=
            words.is(i - 1, "con", "with")
                && !words.is(i - 2, "hablo", "hablarlo", "consulto", "hablar");
        self |= taken(i);
        items.add(item);
        i = item.to() - 1;
      }
    }
  }

  /** {@code llevar a comer a mi jefe}, {@code taking my boss}. */
  private boolean taken(int i) {
    int at = words.is(i - 1, "a") ? i - 2 : i - 1;
    at -= words.is(at, "comer", "cenar", "almorzar") && words.is(at - 1, "a") ? 2 : 0;
    return words.is(at, TAKEN);
  }

  private boolean self(int i) {
    if (words.is(i, "conmigo", "myself", "servidor", "servidora")) {
      return true;
    }
    boolean joined =
        words.is(i - 1, "y", "e", "and", "just", "para", "plus")
            || words.is(i + 1, "y", "and", "con", "with", "plus", "my", "mi", "mis", "los", "las")
            || words.opens(i) && words.opens(i + 1) && (i > 0 || isRelative(words.plain(2)));
    boolean pronoun = words.opens(i + 1) || words.is(i + 1, "y", "con", "a", "el", "para");
    return joined && words.is(i, "yo", "i", "me")
        || words.is(i, "mi") && words.is(i - 1, "para") && !isRelative(words.plain(i + 1))
        || words.is(i, "mi") && words.is(i - 1, "y") && pronoun;
  }

  /** {@code Juan y yo}, {@code me and Sarah}. */
  private boolean friend(int i) {
    boolean before = words.is(i + 1, "y", "and", "e") && words.is(i + 2, "yo", "i", "me");
    boolean after = words.is(i - 1, "y", "and", "e") && words.is(i - 2, "yo", "me");
    return FirstNames.has(words.bare(i)) && (before || after);
  }

  /** {@code la tutora de mi hija y yo}: whoever stands in a row with the guest comes along. */
  private boolean beside(int from, int at, boolean named) {
    String who = words.plain(at);
    boolean letters = who.length() > 2 && who.chars().allMatch(Character::isLetter);
    if (!named || !letters || words.opens(at) && at > from || COMPANIONLESS.contains(who)) {
      return false;
    }
    boolean known = isRelative(who) || isBaby(who) || Vocabulary.knows(who);
    boolean before = words.is(at + 1, "y", "e", "and") && words.is(at + 2, "yo", "i", "servidor");
    boolean after = words.is(from - 1, "y", "and") && words.is(from - 2, "yo", "me");
    return !known && (before || after);
  }

  private void add(Hit<Integer> item) {
    String who = words.plain(item.to() - 1);
    if (isBaby(who)) {
      babies += item.value();
    } else if (isChild(who)) {
      children += item.value();
    } else {
      adults += item.value();
    }
  }

  /** {@code vamos a ver a mis suegros}: they are not of the party. */
  private boolean visited(int i) {
    if (words.is(i - 1, "de", "of")
        && words.is(
            i - 2,
            "boda",
            "cumple",
            "cumpleanos",
            "comunion",
            "bautizo",
            "aniversario",
            "santo",
            "despedida",
            "jubilacion",
            "graduacion",
            "wedding",
            "birthday",
            "anniversary",
            "party")) {
      return true;
    }
    if (leftBehind(i)) {
      return true;
    }
    return words.is(i - 1, "visit", "visiting", "see", "seeing", "visitar")
        || words.is(i - 1, "a") && words.is(i - 2, "ver", "visitar", "visito")
        || words.is(i - 1, "de") && words.is(i - 2, "casa");
  }

  /** {@code dejamos a los niños con mi madre}: neither comes. */
  private boolean leftBehind(int i) {
    for (int k = i - 1; k >= Math.max(0, i - 6) && !words.opens(k + 1); k--) {
      if (words.is(k, "dejamos", "dejo", "dejar", "dejando", "leaving", "leave", "left")) {
        return words.is(i - 1, "a", "con", "with", "leaving", "leave", "left");
      }
    }
    return false;
  }

  /** {@code mi mujer}, {@code mis dos hijos}, {@code los niños}, {@code tres amigos}. */
  private Hit<Integer> item(int i) {
    if (visited(i)) {
      return null;
    }
    if (words.is(i, "us", "nosotros", "nosotras") && words.is(i + 1, "two", "dos")) {
      self = true;
      boolean toldWho = adults == 1 && !words.is(i - 1, "y", "and", "con", "with");
      return new Hit<>(i, i + 2, toldWho ? 0 : 1);
    }
    if (words.is(i, "ellos", "ellas") && words.is(i + 1, "dos")) {
      return new Hit<>(i, i + 2, 2);
    }
    if (words.is(i, "another", "otra", "otro")
        && words.is(i + 1, "couple", "pareja", "matrimonio")) {
      return new Hit<>(i, i + 2, 2);
    }
    int at = words.is(i, "los", "las", "el", "la", "the") ? i + 1 : i;
    boolean article = at > i;
    boolean whose = WHOSE.contains(words.plain(at));
    at += whose ? 1 : 0;
    Hit<Integer> number = Numbers.article(words.plain(at)) ? null : Numbers.at(words, at, tongue);
    at = number == null ? at : number.to();
    at += words.is(at, "otros", "otras", "other", "little", "young", "small", "mejores") ? 1 : 0;
    if (number == null && beside(i, at, whose || article)) {
      return new Hit<>(i, at + 1, 1);
    }
    Hit<Integer> another = number == null ? anothers(i, at) : null;
    if (another != null) {
      return another;
    }
    String who = words.plain(at);
    boolean others =
        words.is(at, "mas", "more", "others") && words.is(i - 1, "y", "and", "con", "plus");
    if (others && number != null) {
      return new Hit<>(i, at + 1, number.value());
    }
    if (at == i && friend(i)) {
      return new Hit<>(i, i + 1, 1);
    }
    boolean one = ADULT.contains(who) || CHILD.contains(who) || BABY.contains(who);
    boolean many =
        ADULTS.contains(who)
            || CHILDREN.contains(who)
            || PAIRS.contains(who)
            || BABIES.contains(who);
    boolean named = whose || article && !ADULT.contains(who) || inRow(i, at, article);
    if (one && named && number == null) {
      return new Hit<>(i, at + 1, 1);
    }
    if (!many || number == null && !whose && !article) {
      return null;
    }
    if (number == null && !PAIRS.contains(who)) {
      unknown = true;
      return null;
    }
    return new Hit<>(i, at + 1, number == null ? 2 : number.value());
  }

  /** {@code me, the wife and grandad}: named as at home, one beside the other. */
  private boolean inRow(int from, int at, boolean article) {
    boolean before =
        words.opens(from) || words.is(from - 1, "y", "e", "and", "con", "with", "plus");
    boolean after = words.opens(at + 1) || words.is(at + 1, "y", "e", "and", "plus");
    Set<String> known = article ? HOUSEHOLD : OWN;
    boolean with = words.is(from - 1, "con", "with");
    return (before && after || with) && known.contains(words.plain(at));
  }

  /**
   * {@code la novia del mayor}, {@code my son's girlfriend}: whoever they are of is not counted.
   */
  private Hit<Integer> anothers(int from, int at) {
    boolean genitive = at < words.size() && words.said(at, at + 1).endsWith("'s");
    if (genitive && ADULT.contains(words.plain(at + 1))) {
      return new Hit<>(from, at + 2, 1);
    }
    if (at == from || !ADULT.contains(words.plain(at))) {
      return null;
    }
    if (words.is(at + 1, "de") && FirstNames.has(words.bare(at + 2))) {
      return new Hit<>(from, at + 3, 1);
    }
    int of = words.is(at + 1, "del") ? at + 2 : at + 3;
    boolean ofOne = words.is(at + 1, "del") || words.is(at + 1, "de") && words.is(at + 2, "la");
    return ofOne && words.is(of, OF_THEM) ? new Hit<>(from, of + 1, 1) : null;
  }
}
