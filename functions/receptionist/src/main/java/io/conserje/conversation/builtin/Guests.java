package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.PartyWords.Party;
import io.conserje.text.FilteredPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Who is to sleep in a room: grown-ups and children apart, also where a guest names them in several
 * places of a message.
 *
 * @param adults null if not said, as {@code children}
 * @param babies who are not among the children
 * @param moreAdults to be added to those who were said before; may be negative
 */
record Guests(Integer adults, Integer children, int moreAdults, int moreChildren, int babies) {

  /** Without one of these a number that answers how many nights counts no people. */
  private static final FilteredPattern PEOPLE =
      FilteredPattern.compile(
          "\\b(?:personas?|adult\\w*|people|pax|somos|seremos|nin[oa]s?|child\\w*|kids?|yo|me|myself|(?:voy|viajo|vengo|vamos) sol[oa]s?|wife|husband|mujer|marido|pareja|partner"
              + "|friends?|amig\\w+|guests?|famil\\w+|hij[oa]s?|bebe|baby|both|los dos|las dos|us)\\b");

  static boolean areNamed(Words words) {
    return PEOPLE.matcher(Tokens.plain(words.text())).find();
  }

  Guests(Integer adults, Integer children, int moreAdults, int moreChildren) {
    this(adults, children, moreAdults, moreChildren, 0);
  }

  private static final Set<String> ADULTS =
      Set.of(
          "adulto",
          "adultos",
          "adulta",
          "adultas",
          "adult",
          "adults",
          "mayores",
          "grandes",
          "grownup",
          "grownups");
  private static final Set<String> YOUNG = Set.of("chico", "chicos", "chica", "chicas");
  private static final Set<String> GROWN = Set.of("grandes", "mayores");

  private static final FilteredPattern PLUS =
      FilteredPattern.compile("(?<![\\d+.,/-])\\b([1-6]) ?\\+ ?([1-4])\\b(?![\\d.,/]*\\d)");

  /** Who is said to come besides. */
  private static final FilteredPattern JOINS =
      FilteredPattern.compile(
          "\\b(?:viene|vienen|vendra|vendran|se (?:nos )?(?:une|apunta|suma|anade)|anad\\w+|suma\\w*|traemos|traigo|add|adding|"
              + "with us|con nosotros|is coming|are coming|coming (?:too|along|with)|join(?:s|ing)?|bring(?:ing)?|we will have)\\b");

  private static final FilteredPattern STAYS_AWAY =
      FilteredPattern.compile(
          "\\b(?:no (?:viene|vienen|vendra|vendran|va a venir|trae\\w*)|ya no|sin (?:el|la|mi|nuestr[oa])|without (?:the|our|my)|not coming|isn t coming|isnt coming|won t|wont come"
              + "|can t come|cant come|quita\\w*|remove|se queda en casa|staying (?:at )?home)\\b");

  /**
   * @param cot whether babies sleep in cots of the house, and are therefore no children
   */
  static Guests in(Words words, Tongue tongue, boolean cot) {
    Count count = new Count(Words.of(words.text()), tongue);
    if (ALONE.matcher(Tokens.plain(words.text())).find()) {
      return new Guests(1, null, 0, 0);
    }
    if (WhoComes.keptByOthers(words)) {
      return new Guests(null, null, 0, Cots.in(words.copy(), tongue) == null ? -1 : 0);
    }
    Guests plus = plus(words.text());
    if (plus != null) {
      return plus;
    }
    count.look();
    count.ages.forEach(words::use);
    Guests all = count.of(PartyWords.in(words, tongue), cot);
    boolean away = STAYS_AWAY.matcher(Tokens.plain(words.text())).find();
    return cot && !away
        ? new Guests(all.adults, all.children, all.moreAdults, all.moreChildren, count.babies)
        : all;
  }

  /** {@code our toddler, we'll need a cot}: who sleeps in a cot is no child. */
  Guests inCots(Integer cots, Words words) {
    boolean small = TODDLER.matcher(Tokens.plain(words.text())).find();
    if (cots == null || cots == 0 || babies > 0 || children == null || !small) {
      return this;
    }
    return new Guests(adults, Math.max(0, children - cots), moreAdults, moreChildren);
  }

  /** {@code al final voy yo sola, mi marido no puede}. */
  private static final FilteredPattern ALONE =
      FilteredPattern.compile(
          "\\b(?:voy|vengo|ire|iria|vendre|sere|seria) (?:a ir |al final |solo |solamente )?yo (?:sol[oa]|nada mas|unicamente)\\b|\\b(?:it ?ll|it will|its) (?:now )?(?:just|only) be me\\b|\\b(?:its|it is|it ll be|itll be) (?:just|only) me (?:now|after all)\\b"
              + "|^\\W*(?:(?:just|only|its just|it s just) (?:for )?me|(?:solo|solamente|nada mas) (?:para |voy )?(?:yo|mi))\\W*$");

  private static final FilteredPattern TODDLER =
      FilteredPattern.compile(
          "\\b(?:toddlers?|little one|one year old|(?:un|1) ano\\b|(?:one|1) year|pequenaj[oa]|\\d+ meses|\\d+ months?)\\b");

  /** {@code 2+1}: grown-ups and children, as travel agents write it. */
  private static Guests plus(String text) {
    Matcher plus = PLUS.matcher(text);
    return plus.find()
        ? new Guests(Integer.valueOf(plus.group(1)), Integer.valueOf(plus.group(2)), 0, 0)
        : null;
  }

  /** One look at a message. */
  private static final class Count {

    private final Words words;
    private final Tongue tongue;
    private final boolean grown;
    private Integer adults;
    private Integer children;
    private int babies;
    private int moreAdults;
    private int moreChildren;
    private int relatives;
    private int yearOlds;
    private boolean joined;
    private final List<Hit<Integer>> ages = new ArrayList<>();

    /** By what word each child was named, so that {@code el niño} is the one that was told of. */
    private final Set<String> named = new HashSet<>();

    /** Children of whom neither number nor age is told: {@code my son}. */
    private int mentioned;

    Count(Words words, Tongue tongue) {
      this.words = words;
      this.tongue = tongue;
      boolean adult = false;
      for (int i = 0; i < words.size(); i++) {
        adult |= ADULTS.contains(words.plain(i));
      }
      this.grown = adult;
    }

    private void look() {
      for (int i = 0; i < words.size(); i++) {
        i = Math.max(i, at(i) - 1);
      }
    }

    Guests of(Party party, boolean cot) {
      int sign = sign(party);
      if (mentioned > 0 && sign == 0 && adults == null && (party == null || party.relative())) {
        children = children == mentioned ? null : Integer.valueOf(children - mentioned);
      }
      int named = (children == null ? 0 : children) + babies;
      int kids = (children == null ? 0 : children) + (cot ? 0 : babies);
      Integer young = children == null && kids == 0 ? null : Integer.valueOf(kids);
      boolean relative = party != null && party.relative();
      if (adults != null && sign == 0) {
        return new Guests(adults, young, moreAdults, moreChildren);
      }
      if (sign != 0) {
        int added = adults == null ? Math.max(0, relatives - yearOlds) : adults;
        return new Guests(null, null, moreAdults + sign * added, moreChildren + sign * kids);
      }
      boolean family = relatives > 0 && self();
      if (family && (party == null || party.size() <= relatives + 1 + named)) {
        return new Guests(relatives + 1, young, moreAdults, moreChildren);
      }
      if (party == null || relative) {
        int more = relative && moreChildren == 0 ? party.size() : 0;
        return new Guests(null, young, moreAdults + more, moreChildren);
      }
      return total(party, named, young, cot);
    }

    private boolean self() {
      boolean self = false;
      for (int i = 0; i < words.size(); i++) {
        self |=
            words.is(i, "yo", "me", "myself", "conmigo", "servidor", "servidora", "mi") && alone(i);
        self |= words.is(i, "i") && (words.is(i - 1, "and") || words.is(i + 1, "and"));
      }
      return self;
    }

    /** {@code para mí}, {@code its me}, not {@code mi mujer}, {@code me gustaría}. */
    private boolean alone(int i) {
      boolean linked =
          words.is(i - 1, "y", "and", "para", "its", "is", "just", "un", "una", "e", "for");
      return linked && !Company.isRelative(words.plain(i + 1))
          || words.is(i, "yo", "me", "myself")
              && (words.opens(i + 1) || words.is(i + 1, "y", "and"))
          || words.is(i, "conmigo");
    }

    /** A number for all of them, and perhaps some of them told apart. */
    private Guests total(Party party, int named, Integer young, boolean cot) {
      int inside = party.children() + party.babies();
      int all = party.size() - (moreChildren == 0 ? inside : party.size());
      if (inside >= named) {
        int kids = party.children() + (cot ? 0 : party.babies());
        Integer counted = kids > 0 && moreChildren == 0 ? Integer.valueOf(kids) : young;
        return new Guests(all > 0 ? all : null, counted, moreAdults, moreChildren);
      }
      boolean among = !joined && all > named;
      return new Guests(
          all == 0 ? null : among ? Integer.valueOf(all - named) : Integer.valueOf(all),
          young,
          moreAdults,
          moreChildren);
    }

    /** Plus or minus, where only somebody more, or less, is spoken of; else 0. */
    private int sign(Party party) {
      boolean some = babies > 0 || children != null && children > 0 || relatives > 0;
      boolean only = party == null || party.adults() <= (relatives == 0 && !self() ? 1 : 0);
      String plain = Tokens.plain(words.text());
      if (adults != null && !only || !some && adults == null || party != null && party.relative()) {
        return 0;
      }
      boolean sum = only || adults != null && party.size() == adults;
      return !sum ? 0 : STAYS_AWAY.matcher(plain).find() ? -1 : JOINS.matcher(plain).find() ? 1 : 0;
    }

    /** Where to look on. */
    private int at(int i) {
      boolean other = words.is(i, "otro", "otra", "otros", "otras", "another", "extra");
      Hit<Integer> number =
          words.is(i, "a") ? new Hit<>(i, i + 1, 1) : Numbers.at(words, i, tongue);
      if (number != null && yearOld(number.to())) {
        count(i, number.value(), false, true, false);
        yearOlds += number.value();
        return number.to() + 3;
      }
      int noun = number != null ? number.to() : other ? i + 1 : i;
      boolean aged =
          number != null
              && words.is(noun, "month", "months", "week", "weeks", "year", "years")
              && words.is(noun + 1, "old");
      if (aged) {
        number = new Hit<>(i, noun, 1);
        noun += 2;
      }
      boolean further = words.is(noun, "mas", "more", "menos", "fewer", "less");
      boolean less = words.is(noun, "menos", "fewer", "less");
      noun += further || words.is(noun, "otros", "otras", "other") ? 1 : 0;
      noun += words.is(noun, "small", "young", "little", "extra") ? 1 : 0;
      boolean ofThem = words.is(noun, "de", "of") && words.is(noun + 1, "ellos", "ellas", "them");
      noun += ofThem ? 2 : 0;
      noun += ofThem && words.is(noun, "are", "son", "is", "es") ? 1 : 0;
      String who = words.plain(noun);
      boolean are = who.equals("son") && tongue == Tongue.SPANISH;
      boolean child = Company.isChild(who) && !are || grown && YOUNG.contains(who);
      boolean baby = Company.isBaby(who) && !words.is(noun - 1, "recien");
      boolean adult = ADULTS.contains(who) && (number != null || other);
      boolean relative = !child && !baby && !adult && Company.isRelative(who) && whose(i, noun);
      boolean small = words.is(noun, "pequeno", "pequena") && words.is(i, "un", "uno", "una");
      if (!child && !baby && !adult && !relative || small) {
        return i + 1;
      }
      if (GROWN.contains(who) && words.is(noun + 1, "de") && !words.opens(noun + 1)) {
        return noun + 1;
      }
      int ages = ages(noun + 1);
      int count = number != null ? number.value() : counted(i, noun, ages);
      boolean after = words.is(noun + 1, "mas", "more", "menos", "less", "extra");
      less |= words.is(noun + 1, "menos", "less");
      if (count == 0 && !other) {
        return noun + 1;
      }
      count = Math.max(1, count);
      boolean told = relative || words.is(i - 1, "el", "la", "the");
      boolean again = number == null && told && named.contains(who);
      if (again && ages == 0) {
        return noun + 1;
      }
      if (child || relative) {
        named.add(who);
      }
      if (other || further || after) {
        moreAdults += adult || relative ? (less ? -count : count) : 0;
        moreChildren += child || baby ? (less ? -count : count) : 0;
        return noun + 1;
      }
      if (adult && number != null && children != null && childFollows(noun + 1)) {
        children = null;
        mentioned = 0;
        yearOlds = 0;
      }
      count(i, count, adult, child, baby);
      mentioned += child && number == null && ages == 0 ? count : 0;
      return noun + 1;
    }

    /** {@code …, dos adultos y una niña}: all of them are told, and those before are the same. */
    private boolean childFollows(int at) {
      boolean link = words.is(at, "y", "and", "con", "with", "plus", "mas");
      int i = link ? at + 1 : at;
      Hit<Integer> number =
          words.is(i, "a") ? new Hit<>(i, i + 1, 1) : Numbers.at(words, i, tongue);
      return number != null && Company.isChild(words.plain(number.to()));
    }

    /** {@code a 7 year old}. */
    private boolean yearOld(int i) {
      Hit<Integer> age = Numbers.at(words, i, tongue);
      return age != null
          && age.value() < 18
          && words.is(age.to(), "year", "yr", "years", "yo")
          && (words.is(age.to() + 1, "old", "olds") || words.is(age.to(), "yo"));
    }

    private void count(int i, int count, boolean adult, boolean child, boolean baby) {
      if (words.is(i - 1, "sin", "no", "without") && child) {
        children = children == null ? Integer.valueOf(0) : children;
        return;
      }
      int before = words.is(i - 1, "la", "el", "las", "los", "the", "our", "my") ? i - 2 : i - 1;
      boolean link = words.is(before, "y", "and", "con", "with", "plus", "mas", "e");
      joined |= (child || baby) && link && !words.is(0, "familia");
      if (adult) {
        adults = (adults == null ? 0 : adults) + count;
      } else if (child) {
        children = (children == null ? 0 : children) + count;
      } else if (baby) {
        babies += count;
      } else {
        relatives += count;
      }
    }

    private boolean whose(int i, int noun) {
      boolean article = noun == i + 1 && words.is(i, "un", "una", "a");
      boolean theirs = relatives > 0 && words.is(i - 1, "su", "his", "her");
      return article
          || theirs && i == noun
          || i == noun
              && words.is(i - 1, "mi", "my", "our", "nuestra", "nuestro", "una", "un", "a");
    }

    /** How many are meant where no number is said. */
    private int counted(int i, int noun, int ages) {
      String who = words.plain(noun);
      boolean is =
          who.endsWith("s")
              && whose(i, noun)
              && Company.isRelative(who.substring(0, who.length() - 1));
      if (is && words.is(i - 1, "my", "our")) {
        return 1;
      }
      if (who.endsWith("s") || who.equals("children")) {
        return ages > 1 ? ages : 0;
      }
      boolean begins =
          words.opens(i)
              || words.is(
                  i - 1, "y", "and", "con", "with", "plus", "mas", "mi", "my", "our", "su", "his",
                  "her", "nuestro", "nuestra", "el", "la", "the", "e");
      return ages > 0 || begins ? 1 : 0;
    }

    /** How many ages follow: {@code de 6 y 9 años}. */
    private int ages(int at) {
      boolean who =
          words.is(at, "who", "that", "que")
              && words.is(at + 1, "are", "is", "tienen", "tiene", "son");
      if (!who && !words.is(at, "de", "of", "aged", "con", "are") && !words.opens(at)) {
        return 0;
      }
      int i = who ? at + 2 : words.is(at, "de", "of", "aged", "con", "are") ? at + 1 : at;
      boolean introduced = i > at;
      int count = 0;
      Hit<Integer> age = Numbers.at(words, i, tongue);
      while (age != null && age.value() < 18) {
        count++;
        i = age.to();
        int next = words.is(i, "y", "and") ? i + 1 : i;
        next += words.is(next, "de") ? 1 : 0;
        boolean list = words.gap(next - 1).matches(", ?") || !words.opens(next);
        age = list ? Numbers.at(words, next, tongue) : null;
        boolean other =
            age != null
                && !words.opens(age.to())
                && !words.is(age.to(), "anos", "years", "y", "and", "year", "meses", "months");
        age = other ? null : age;
        i = age == null ? i : next;
      }
      if (count > 0 && introduced) {
        ages.add(new Hit<>(at, i, count));
      }
      boolean years =
          words.is(i, "anos", "anitos", "ano", "meses", "years", "months", "yo", "year");
      return introduced || years ? count : 0;
    }
  }
}
