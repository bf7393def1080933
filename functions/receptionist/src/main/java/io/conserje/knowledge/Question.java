package io.conserje.knowledge;

import io.conserje.text.FilteredPattern;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a guest asked, word by word.
 *
 * @param words small letters and no accents, in order
 */
public record Question(List<String> words) {

  private static final int MOST_WORDS = 40;
  private static final FilteredPattern ACCENTS = FilteredPattern.compile("\\p{M}+");
  private static final FilteredPattern POSSESSIVE = FilteredPattern.compile("['’´]s\\b");
  private static final Pattern SENTENCE = Pattern.compile("[?!¿¡\\n;]|\\.(?=\\s|$)");
  private static final Pattern CLAUSE =
      Pattern.compile("(?i)[,:;]|\\s+(?=(?:porque|pues|es que|because|since)\\s)");
  private static final FilteredPattern ASKS =
      FilteredPattern.compile(
          "\\b(?:hay|teneis|tienen|tienes|tenes|tiene|se puede|puedo|podemos|admit\\w+|acept\\w+|coge(?:n|is)|dejais|dejan|haceis|hacen|servis|sirven"
              + "|cuanto|cuanta|cual|donde|que hora|cobrais|cobran|dais|dan|do you|is there|are there|can (?:i|we)|could (?:i|we)|may (?:i|we)"
              + "|how much|how many|where|what|when|which|any)\\b");
  private static final Pattern APOSTROPHE = Pattern.compile("['’´]");
  private static final Lately<Question> LATELY = new Lately<>(1024, Question::cut);
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  public Question {
    words = List.copyOf(words);
  }

  public static Question of(String said) {
    return LATELY.of(said);
  }

  private static Question cut(String said) {
    String plain = plain(said);
    return new Question(
        BETWEEN.splitAsStream(plain).filter(w -> !w.isEmpty()).limit(MOST_WORDS).toList());
  }

  /** The parts of a message that ask or say something, as punctuation parts them. */
  public static List<String> sentences(String said) {
    return SENTENCE.splitAsStream(said).filter(s -> !Question.of(s).words().isEmpty()).toList();
  }

  /** The parts of a sentence that commas and the like hold apart. */
  public static List<String> clauses(String said) {
    return CLAUSE.splitAsStream(said).filter(s -> !Question.of(s).words().isEmpty()).toList();
  }

  private static final Pattern AND = Pattern.compile("(?i)\\s+(?:y|e|o|u|and|or|&)\\s+");

  /** So few words name a thing and tell nothing. */
  private static final int BRIEF = 4;

  /** The things of a list, where nothing but things is listed; else none. */
  public static List<String> things(String said) {
    List<String> things = AND.splitAsStream(said).toList();
    boolean list =
        things.size() > 1 && things.stream().skip(1).allMatch(t -> of(t).words().size() <= BRIEF);
    boolean asked =
        list && (asks(things.getFirst()) || of(things.getFirst()).words().size() <= BRIEF);
    return asked ? things : List.of();
  }

  /** What is listed after the clause that asks: {@code tenéis gimnasio, wifi y aire?} */
  public static List<String> listed(List<String> clauses) {
    int first = 0;
    while (first < clauses.size() && !asks(clauses.get(first))) {
      first++;
    }
    return clauses.stream()
        .skip(first + 1L)
        .filter(clause -> !asks(clause))
        .flatMap(AND::splitAsStream)
        .filter(thing -> of(thing).words().size() <= BRIEF)
        .toList();
  }

  /** Whether it is put as a question, and tells no story. */
  public static boolean asks(String clause) {
    return ASKS.matcher(plain(clause)).find();
  }

  static String plain(String said) {
    String lower = POSSESSIVE.matcher(said.toLowerCase(Locale.ROOT)).replaceAll("");
    return ACCENTS
        .matcher(
            Normalizer.normalize(APOSTROPHE.matcher(lower).replaceAll(""), Normalizer.Form.NFD))
        .replaceAll("");
  }

  /** Whether the word says what the question is about, and not just that it is one. */
  public boolean tells(int word) {
    return !SmallTalk.WORDS.contains(words.get(word))
        && Character.isLetter(words.get(word).charAt(0));
  }

  /** The words that tell what it is about. */
  public List<Integer> subject() {
    return IntStream.range(0, words.size()).filter(this::tells).boxed().toList();
  }

  /** The same for the same question, however it is accented, spelled large or small. */
  public String plain() {
    return String.join(" ", words);
  }
}
