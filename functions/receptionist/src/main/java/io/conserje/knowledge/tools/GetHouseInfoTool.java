package io.conserje.knowledge.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.knowledge.AnonymousQuestion;
import io.conserje.knowledge.Kind;
import io.conserje.knowledge.Knowledge;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.knowledge.UnansweredQuestions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code get_house_info}: what the house has written down, and the facts it is run by. What is
 * neither is unknown, and noted for the owner.
 */
final class GetHouseInfoTool implements Tool {

  private record Asked(
      @MayBeAbsent @Meaning("what the guest asked, in their words") String question,
      @MayBeAbsent
          @Meaning(
              "hours, address, phone, policies or rooms for the house's own facts; else a word"
                  + " or two in the house's language, such as parking")
          String topic,
      @MayBeAbsent @Meaning("yyyy-mm-dd, for the hours of that day") LocalDate date) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  /** A shorter word hardly names one. */
  private static final int THING = 4;

  private static final ToolSpec SPEC =
      new ToolSpec(
          "get_house_info",
          "Answers questions about the house: opening hours, address, menu, allergens, parking,"
              + " policies, rooms and whatever else the owner has written down. Say nothing about the"
              + " house that did not come from here. When it is unknown, say so and offer the"
              + " house's phone or a person.",
          ASKED);

  private final Knowledge knowledge;
  private final UnansweredQuestions unanswered;

  GetHouseInfoTool(Knowledge knowledge, UnansweredQuestions unanswered) {
    this.knowledge = knowledge;
    this.unanswered = unanswered;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public boolean onlyLooks(ToolCall call) {
    return true;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    String question = asked.question();
    String topic = asked.topic();
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    Subject.named(topic).ifPresent(subjects::add);
    boolean words = subjects.isEmpty();
    Answered answered = look(context, look -> answered(question, words ? topic : "", look));
    Set<KnownTopic> topics = answered.topics();
    if (topics.isEmpty()) {
      subjects.addAll(Subject.of(Question.of(question)));
      asking(question).forEach(sentence -> subjects.addAll(Subject.of(Question.of(sentence))));
    }
    if (question.isEmpty() && topic.isEmpty()) {
      subjects.add(Subject.HOURS);
    }
    return Tool.result(
        call,
        topics.isEmpty() && subjects.isEmpty()
            ? unknown(question, context)
            : found(answered, subjects, asked.date(), context));
  }

  /**
   * @param open what was asked besides, in the guest's words, and is not known
   */
  private record Answered(Set<KnownTopic> topics, List<String> open) {}

  private Answered look(Context context, Function<Look, Answered> search) {
    String language = context.language().toLanguageTag();
    return search.apply(
        new Look(
            context.language().getLanguage(),
            questions -> knowledge.findAll(context.venue().id(), questions, language),
            search));
  }

  private static Answered answered(String question, String topic, Look look) {
    Set<KnownTopic> topics = topics(question, look);
    List<String> open = topics.isEmpty() ? List.of() : open(question, look);
    open = open.stream().filter(part -> !told(part, topics)).toList();
    if (!topic.isEmpty()) {
      topics.addAll(findMeant(topic, look));
    }
    return new Answered(topics, open);
  }

  /** {@code ¿incluye bebida?}, beside what says {@code con bebida y café}: all words but one. */
  private static boolean told(String part, Set<KnownTopic> topics) {
    Question asked = Question.of(part);
    List<String> things =
        asked.subject().stream().map(asked.words()::get).filter(w -> w.length() >= THING).toList();
    long told =
        things.stream()
            .filter(w -> topics.stream().anyMatch(t -> Question.of(t.text()).words().contains(w)))
            .count();
    return told > 0 && things.size() - told <= 1;
  }

  /** The parts of a message that ask something of their own and find nothing. */
  private static List<String> open(String said, Look look) {
    List<String> parts =
        Question.sentences(said).stream()
            .filter(s -> asks(s, said))
            .flatMap(s -> parts(s, look).stream())
            .toList();
    return parts.size() < 2
        ? List.of()
        : parts.stream()
            .filter(GetHouseInfoTool::ofAThing)
            .filter(part -> findMeant(part, look).isEmpty())
            .toList();
  }

  private static List<String> parts(String sentence, Look look) {
    List<String> clauses = Question.clauses(sentence);
    List<String> asking = clauses.stream().filter(Question::asks).toList();
    List<String> listed = Question.listed(clauses);
    if (asking.size() == 1 && !listed.isEmpty()) {
      return Stream.concat(asking.stream(), listed.stream()).toList();
    }
    if (asking.size() > 1) {
      return asking;
    }
    List<String> things = Question.things(sentence);
    return things.isEmpty() || !findWhole(sentence, look).isEmpty() ? List.of(sentence) : things;
  }

  /** Whether it names anything that a house may have, and is no fact the house is run by. */
  private static boolean ofAThing(String part) {
    Question asked = Question.of(part);
    return Subject.of(asked).isEmpty()
        && asked.subject().stream().map(asked.words()::get).anyMatch(w -> w.length() >= THING);
  }

  /** Of a message of several sentences each is looked for, so that one does not hide another. */
  private static Set<KnownTopic> topics(String said, Look look) {
    Set<KnownTopic> topics = new LinkedHashSet<>();
    List<String> sentences = Question.sentences(said);
    sentences.stream()
        .filter(s -> asks(s, said))
        .forEach(sentence -> topics.addAll(findMeant(sentence, look)));
    if (topics.isEmpty()) {
      sentences.forEach(sentence -> topics.addAll(findMeant(sentence, look)));
    }
    if (topics.isEmpty() && sentences.size() > 1) {
      topics.addAll(findMeant(said, look));
    }
    return topics;
  }

  /** The sentences that ask; all of them where none does. */
  private static List<String> asking(String said) {
    List<String> sentences = Question.sentences(said);
    List<String> asking = sentences.stream().filter(s -> asks(s, said)).toList();
    return asking.isEmpty() ? sentences : asking;
  }

  private static boolean asks(String sentence, String said) {
    boolean marked = said.contains(sentence.stripTrailing() + "?");
    return marked || Question.asks(sentence) || !Kind.meant(sentence).isEmpty();
  }

  /**
   * What the words name, else what is meant by them; a whole question is what it means; after a
   * story comes what is asked.
   */
  private static List<KnownTopic> findMeant(String said, Look look) {
    List<String> clauses = Question.clauses(said);
    List<String> asking = clauses.stream().filter(Question::asks).toList();
    boolean story = clauses.size() > 1;
    if (story && !asking.isEmpty()) {
      Set<KnownTopic> told = new LinkedHashSet<>();
      asking.forEach(clause -> told.addAll(findWhole(clause, look)));
      Question.listed(clauses).forEach(thing -> told.addAll(findWhole(thing, look)));
      if (!told.isEmpty()) {
        return List.copyOf(told);
      }
    }
    List<KnownTopic> found = findWhole(said, look);
    found = found.isEmpty() && story ? findWhole(clauses.getLast(), look) : found;
    return inLanguage(found.isEmpty() ? findListed(said, look) : found, look);
  }

  /** {@code ¿aceptan American Express?} has an answer in Spanish, though its words are English. */
  private static List<KnownTopic> inLanguage(List<KnownTopic> found, Look look) {
    Set<KnownTopic> own = new LinkedHashSet<>();
    for (KnownTopic topic : found) {
      List<KnownTopic> same = topic.isIn(look.language()) ? List.of() : sameIn(topic, look);
      own.addAll(same.isEmpty() ? List.of(topic) : same);
    }
    return List.copyOf(own);
  }

  private static List<KnownTopic> sameIn(KnownTopic topic, Look look) {
    return Stream.of(Kind.values())
        .filter(kind -> topic.topic().contains(kind.in(topic.language())))
        .sorted(Comparator.comparing(kind -> -kind.in(topic.language()).length()))
        .flatMap(kind -> look.find(kind.in(look.language())).stream())
        .filter(same -> same.isIn(look.language()))
        .limit(1)
        .toList();
  }

  /** {@code gym and air conditioning}: what of it is known. */
  private static List<KnownTopic> findListed(String said, Look look) {
    Set<KnownTopic> found = new LinkedHashSet<>();
    Question.things(said).forEach(thing -> found.addAll(findWhole(thing, look)));
    return List.copyOf(found);
  }

  private static List<KnownTopic> findWhole(String said, Look look) {
    String meant = Kind.named(said, look.language());
    if (meant.isEmpty()) {
      return look.find(said);
    }
    boolean whole = Kind.meant(said).stream().anyMatch(Kind::isWhole);
    List<KnownTopic> found = look.find(whole ? meant : said);
    found = found.isEmpty() ? look.find(whole ? said : meant) : found;
    return found.isEmpty() ? findKinds(said, look) : found;
  }

  /** What is meant by a turn of phrase, where the rest of the sentence hides it. */
  private static List<KnownTopic> findKinds(String said, Look look) {
    Set<KnownTopic> found = new LinkedHashSet<>();
    for (Kind kind : Kind.meant(said)) {
      found.addAll(look.find(kind.in(look.language())));
    }
    return List.copyOf(found);
  }

  private Map<String, Object> found(
      Answered answered, Set<Subject> subjects, LocalDate date, Context context) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("status", "found");
    told.put("topics", answered.topics().stream().map(GetHouseInfoTool::told).toList());
    HouseFacts facts = new HouseFacts(context.venue(), context.language());
    subjects.forEach(subject -> told.put(subject.code(), facts.of(subject, date)));
    if (!answered.open().isEmpty()) {
      answered.open().forEach(question -> note(question, context));
      told.put("not_known", answered.open());
    }
    told.put("house_phone", context.venue().phone());
    return told;
  }

  private static Map<String, Object> told(KnownTopic topic) {
    return Map.of("topic", topic.topic(), "language", topic.language(), "text", topic.text());
  }

  private Map<String, Object> unknown(String said, Context context) {
    note(said, context);
    return Map.of("status", "unknown", "house_phone", context.venue().phone());
  }

  private void note(String said, Context context) {
    String question = AnonymousQuestion.of(said, List.of(context.guest().name()));
    if (!Question.of(question).subject().isEmpty()) {
      unanswered.note(
          context.venue().id(),
          question,
          context.language().getLanguage(),
          context.channel(),
          context.now().toInstant());
    }
  }
}
