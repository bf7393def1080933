package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.Venue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Courtesies, and questions about the house, which the house is asked ({@code get_house_info}).
 * What was being arranged goes on after the answer.
 */
final class HouseTalk {

  private static final String WEEK = "week";
  static final String ROOMS = "rooms";

  /** Apart from the calls of what is being arranged. */
  private static final int FIRST_CALL = 50;

  private static final int MOST_DAYS = 3;

  private static final FilteredPattern DATES = FilteredPattern.compile("\\d+");

  private static final FilteredPattern ALWAYS =
      FilteredPattern.compile(
          "\\b(?:los|todos|cada|every|on \\w+days|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\\b");

  /** "¿A qué hora cierra la catedral?" */
  private static final FilteredPattern OTHERS_HOURS =
      FilteredPattern.compile(
          "\\b(?:abren?|cierran?|is|are|does|do)(?: \\w+)? (?:el|la|los|las|the) (?!restaurant|cocina|kitchen|terra|local|sitio"
              + "|comedor|place|bar\\b|casa|house|lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia|semana|puente|fin|last|\\d)");

  /** {@code ¿qué nos recomendás?}, of rooms that are told anyway. */
  private static final FilteredPattern ADVICE =
      FilteredPattern.compile(
          "^\\W*(?:(?:y|entonces|and|so)\\W+)*(?:(?:que|cual|cuales)(?: habitacion| opcion| tipo)? (?:\\w+ )?(?:recomiend\\w+|recomend\\w+|aconsej\\w+|sugier\\w+|suger\\w+|conviene|vendria mejor|seria mejor)(?: \\w+){0,2}|(?:what|which)(?: room| one)? (?:would|do|should|can) (?:you|we|i) (?:recommend|suggest|advise|take|go for|get)(?: \\w+){0,3})\\W*$");

  /** {@code pues la reservo}, where it was asked which; {@code misma hora}, of what stands so. */
  private static final FilteredPattern TAKES_IT =
      FilteredPattern.compile(
          "^\\W*(?:(?:pues|ok|okay|vale|si|genial|perfecto|bueno|entonces|great|yes|alright|good|fine|cool)\\W+)*(?:(?:me )?(?:la|lo) (?:reserv\\w+|cojo|quiero|tomo|quedo|queremos|cogemos|tomamos)|(?:ill|i ll|we ll|well|i will) (?:take|book|have) (?:it|that)|book it|(?:(?:a |y |at |the |for )*(?:la )?(?:misma hora|same time|same hour)|(?:el )?mismo dia|(?:the )?same day|(?:los |las )?mism[oa]s (?:personas?|gente|de antes)|same (?:people|number))(?: (?:que antes|que ya|as before|de antes))?)(?: (?:entonces|then|please|por favor|porfa|pues))*\\W*$");

  private final Turn turn;
  private final Memory memory;
  private final List<ToolCall> calls = new ArrayList<>();

  HouseTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** What the house is to be asked in this step. */
  List<ToolCall> calls() {
    return calls;
  }

  /**
   * Puts answers aside, to be said first, or asks the house; false if nothing was asked.
   *
   * @param asked what of the message asks something about the house, or empty
   */
  boolean answer(Understanding heard, String asked) {
    if (turn.hasRooms()
        && memory.stays.plan.begun()
        && ADVICE.matcher(Tokens.plain(asked)).find()) {
      return false;
    }
    String before = memory.aside;
    Venue venue = turn.venue();
    Sayings say = turn.say();
    if (heard.about(Topic.WHO_ARE_YOU) || otherHouse(heard)) {
      memory.addAside(say.assistant(venue.name()));
    }
    if (heard.about(Topic.LANGUAGE)) {
      memory.addAside(say.bothLanguages());
      before = OtherTongue.asksBesides(asked) ? memory.aside : before;
    }
    boolean person = heard.about(Topic.PERSON) && !heard.about(Topic.WHO_ARE_YOU);
    if (person) {
      memory.addAside(say.person(venue.phone()));
    }
    if (heard.about(Topic.HELP)) {
      memory.addAside(abilities());
    }
    boolean tables = !turn.hours().services().isEmpty();
    if (heard.about(Topic.HOURS)
        && tables
        && !OTHERS_HOURS.matcher(Question.of(asked).plain()).find()) {
      ask("hours", asked, heard);
      otherDays(heard);
      noteDay(heard);
    } else if (tables && GroupQuestion.in(asked)) {
      boolean told = GroupQuestion.crowd(turn.heard()) || memory.wish.party() != null;
      if (!told) {
        ask("policies", "", heard);
      }
    } else if (tables && HouseQuestions.ofLargest(asked)) {
      ask("policies", "", heard);
    } else if (heard.about(Topic.ADDRESS)) {
      ask("address", asked, heard);
    } else if (heard.about(Topic.PHONE) && !person) {
      ask("phone", asked, heard);
    } else if (!asked.isEmpty() && before.equals(memory.aside)) {
      ask("", goesOn(asked) ? memory.question : asked, heard);
      noteDayOf(asked);
    } else if (asked.isEmpty() && heard.wishes() && Discount.in(memory.text)) {
      ask("", Discount.question(turn.tongue()), heard);
    }
    return !calls.isEmpty() || !before.equals(memory.aside);
  }

  /** As if nothing else had been said. */
  boolean answerBeside(HouseAside side, Situation situation) {
    String whole = memory.text;
    memory.text = side.asked();
    boolean asks = answer(Ear.hear(side.asked(), situation).onlyAsking(), side.asked());
    memory.text = whole;
    return asks;
  }

  private boolean otherHouse(Understanding heard) {
    return heard.question() && OtherHouse.in(memory.text, turn.venue());
  }

  private void ask(String topic, String asked, Understanding heard) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    if (!topic.isEmpty()) {
      arguments.put("topic", topic);
    }
    if (!asked.isEmpty()) {
      arguments.put("question", asked);
    }
    memory.toldOf =
        topic.equals("hours") ? hours(heard, arguments) : topic.equals(ROOMS) ? ROOMS : "";
    boolean goesOn =
        !memory.question.isEmpty()
            && FollowUp.goesOn(asked)
            && !FollowUp.standsAlone(asked)
            && topic.isEmpty();
    memory.further =
        goesOn && FollowUp.ofItsParts(asked)
            ? memory.question
            : goesOn ? FollowUp.after(memory.question, asked) : story(topic, asked, heard);
    boolean onlyDiet = memory.further.isEmpty() && topic.isEmpty() && !turn.hasRooms();
    memory.further = onlyDiet ? Diet.asked(turn.heard(), turn.tongue()) : memory.further;
    memory.questionBefore = memory.question;
    memory.question = asked.isEmpty() || goesOn ? memory.question : asked;
    calls.add(turn.call(FIRST_CALL + calls.size(), "get_house_info", arguments));
    memory.unknown = turn.say().notKnown(turn.phone());
    memory.part = heard.part();
  }

  /** What was told before the question may be what it is about; empty if nothing was. */
  private String story(String topic, String asked, Understanding heard) {
    String whole = memory.text;
    boolean more = !asked.isEmpty() && whole.strip().length() > asked.strip().length() + 1;
    return more && topic.isEmpty() && !heard.wishes() ? Question.of(whole).plain() : "";
  }

  /** {@code ¿abrís el 24? ¿y el 25?}; a weekday beside a date is the one after it. */
  private void otherDays(Understanding heard) {
    LocalDate first = heard.day() == null ? null : heard.day().date();
    LocalDate today = turn.now().toLocalDate();
    Mentions named = Mentions.in(memory.text, turn.tongue(), today, turn.hours().holidays());
    boolean oneDated = DATES.matcher(Tokens.plain(memory.text)).results().count() == 1;
    named.days().stream()
        .filter(day -> first != null && !day.equals(first))
        .map(day ->
            oneDated && day.isBefore(first)
                ? first.with(TemporalAdjusters.next(day.getDayOfWeek()))
                : day)
        .distinct()
        .limit(MOST_DAYS)
        .forEach(day ->
            calls.add(
                turn.call(
                    FIRST_CALL + calls.size(),
                    "get_house_info",
                    Map.of("topic", "hours", "date", day.toString()))));
  }

  /** Of which day, or {@code week}. */
  private String hours(Understanding heard, Map<String, Object> arguments) {
    LocalDate day = heard.day() == null ? weekday() : heard.day().date();
    boolean ofLast = day == null && heard.part() != null && FollowUp.ofHours(memory, heard);
    String of = day != null ? day.toString() : ofLast ? memory.toldOf : WEEK;
    if (!of.equals(WEEK)) {
      arguments.put("date", of);
    }
    return of;
  }

  /** {@code ¿los lunes abrís?}: the next of them; null if none, or several, are named. */
  private LocalDate weekday() {
    Words words = Words.of(memory.text);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int i = 0; i < words.size(); i++) {
      DayOfWeek day = Calendar.weekday(words.plain(i));
      if (day != null) {
        days.add(day);
      }
    }
    LocalDate today = turn.now().toLocalDate();
    return days.size() == 1
        ? today.with(TemporalAdjusters.nextOrSame(days.iterator().next()))
        : null;
  }

  /** What rooms cost, before anybody has said for when. */
  boolean tellPrices(Understanding heard) {
    ask(ROOMS, "", heard);
    return true;
  }

  /** Asks what the house says about a guest's allergies; nothing is said if it knows nothing. */
  void tellOf(String notes) {
    memory.further = "";
    calls.add(turn.call(FIRST_CALL, "get_house_info", Map.of("question", notes)));
    memory.unknown = "";
  }

  /** A table is then meant for that day. */
  private void noteDay(Understanding heard) {
    boolean open = heard.day() != null && !turn.hours().closedOn(heard.day().date());
    memory.mentioned = open ? heard.day().date() : memory.mentioned;
  }

  /** {@code ¿mañana hay música?}; not of what is so {@code los sábados}. */
  private void noteDayOf(String asked) {
    boolean always = ALWAYS.matcher(Tokens.plain(asked)).find();
    LocalDate today = turn.now().toLocalDate();
    Day day =
        always || turn.hasRooms()
            ? null
            : DateWords.in(Words.of(asked), turn.tongue(), today, turn.hours().holidays(), false);
    boolean open = day != null && !turn.hours().closedOn(day.date());
    memory.mentioned = open ? day.date() : memory.mentioned;
  }

  /** Puts what the house answered aside; false if the result is another tool's. */
  boolean hear(ToolResult result) {
    if (!result.name().equals("get_house_info")) {
      return false;
    }
    List<String> said = new HouseAnswers(turn).of(result, memory.part);
    if (said.isEmpty() && !memory.further.isEmpty()) {
      calls.add(turn.call(FIRST_CALL, "get_house_info", Map.of("question", memory.further)));
      memory.further = "";
      return true;
    }
    memory.further = "";
    said.forEach(memory::addAside);
    if (!said.isEmpty() && !memory.unknown.isEmpty() && result.content().containsKey("not_known")) {
      memory.addAside(HouseSayings.in(turn.tongue()).restUnknown(turn.phone()));
    }
    if (said.isEmpty() && !memory.questionBefore.isEmpty()) {
      memory.question = memory.questionBefore;
    }
    if (said.isEmpty() && !memory.unknown.isEmpty()) {
      memory.addAside(memory.unknown);
    } else {
      memory.misses = 0;
    }
    return true;
  }

  /** Whether it asks more of what was asked last. */
  private boolean goesOn(String said) {
    boolean asks = Asking.sounds(said) || FollowUp.goesOn(said);
    return !memory.question.isEmpty()
        && asks
        && (FollowUp.ofAnything(said) || turn.hasRooms() && FollowUp.ofItsHours(said));
  }

  Reply courtesy(Understanding heard, String said, String question) {
    Sayings say = turn.say();
    if (heard.email() != null && !heard.question() && !question.isEmpty()) {
      return Reply.inPassing(turn.more().phoneIsEnough() + " " + question);
    }
    if (heard.phone() != null && !heard.question() && !question.isEmpty()) {
      return Reply.inPassing(question);
    }
    if (heard.question() && asksSomethingElse(heard)) {
      return notUnderstood(heard, said, question);
    }
    if (!question.isEmpty() && TAKES_IT.matcher(Tokens.plain(memory.text)).find()) {
      return Reply.inPassing(question);
    }
    boolean leaves = NothingMore.in(memory.text, memory.asked, memory.task);
    if (heard.about(Topic.BYE) || question.isEmpty() && leaves) {
      String thanks = heard.about(Topic.THANKS) ? say.welcome() + " " : "";
      return Reply.inPassing(thanks + say.goodbye());
    }
    if (heard.about(Topic.THANKS)) {
      return Reply.inPassing(
          question.isEmpty() ? say.welcome() + " " + say.atYourService() : question);
    }
    if (heard.about(Topic.GREETING) || heard.about(Topic.HOW_ARE_YOU)) {
      return Reply.inPassing(
          question.isEmpty() ? say.greeting(turn.venue().name()) : say.hello() + " " + question);
    }
    if (heard.about(Topic.REPEAT) && !question.isEmpty()) {
      return Reply.inPassing(question);
    }
    if (heard.about(Topic.DROP) || heard.answer() == YesNo.NO) {
      return Reply.inPassing(question.isEmpty() ? say.fine() : question);
    }
    if (heard.answer() == YesNo.YES) {
      boolean done =
          !memory.booked.isEmpty() || !memory.gone.isEmpty() || !memory.stays.booked.isEmpty();
      String next = done ? say.fine() + " " + say.atYourService() : say.howCanIHelp();
      return Reply.inPassing(question.isEmpty() ? next : question);
    }
    return notUnderstood(heard, said, question);
  }

  /** What is said to who wants nothing more. */
  String farewell(Farewell said) {
    Sayings say = turn.say();
    String thanks = said.thanks() ? say.welcome() + " " : "";
    memory.misses = 0;
    return thanks + (said.bye() || said.more() ? say.goodbye() : say.atYourService());
  }

  private String abilities() {
    return turn.hasRooms() ? HouseSayings.in(turn.tongue()).abilities() : turn.say().abilities();
  }

  private static boolean asksSomethingElse(Understanding heard) {
    return Set.of(Topic.BUT, Topic.BOOK, Topic.AMEND).containsAll(heard.topics());
  }

  /** It may be a question without its mark: the house is asked before the guest is asked again. */
  private Reply notUnderstood(Understanding heard, String said, String question) {
    Sayings say = turn.say();
    if (goesOn(said) || FollowUp.goesOn(said) && !memory.question.isEmpty()) {
      ask("", memory.question + (goesOn(said) ? "" : " " + said), heard);
      return Reply.inPassing(question);
    }
    boolean understood = heard.question() || !HouseQuestions.meant(said).isEmpty();
    memory.misses++;
    String sorry =
        understood
            ? say.notKnown(turn.phone())
            : memory.misses == 1 ? say.notUnderstood() : say.notUnderstoodAgain(turn.phone());
    if (!HouseQuestions.mayAsk(said) && Question.of(said).words().size() < 2) {
      return Reply.inPassing(sorry + " " + (question.isEmpty() ? abilities() : question));
    }
    boolean asks = Asking.sounds(said);
    ask(asks ? "" : said, asks ? said : "", heard);
    boolean whole = !question.isEmpty() || understood && !heard.question();
    memory.unknown = whole ? sorry : sorry + " " + abilities();
    return Reply.inPassing(question);
  }
}
