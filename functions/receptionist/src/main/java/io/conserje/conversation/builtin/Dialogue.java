package io.conserje.conversation.builtin;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.text.FilteredPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer: first what the tools returned, then what the guest has written since. Text always
 * begins with what this turn changed in the book, because only the last text of a turn is sent.
 */
final class Dialogue {

  private static final Duration FORGETTING = Duration.ofHours(12);

  private static final FilteredPattern AMENDS =
      FilteredPattern.compile(
          "\\b(?:pon(?:me|nos|ed|er)?|somos|seremos|apunta\\w*|make it|suma\\w*|anade\\w*)\\b");

  private final ModelRequest request;
  private final Memory memory;
  private final Turn turn;
  private final WaitlistTalk waitlist;
  private final BookingTalk booking;
  private final ReservationTalk reservations;
  private final ChangeTalk changes;
  private final StayTalk stays;
  private final StayChangeTalk stayChanges;
  private final PersonTalk persons;
  private final PhoneTalk phones;
  private final Later later;
  private final UsualTalk usual;
  private final NoticeTalk notices;
  private final HouseTalk house;
  private final ForHouse forHouse;
  private final Questions questions;
  private final BesideTheMatter aside;
  private final Relative relative;
  private final Glance glance;
  private final ToldReference toldReference;
  private final Beforehand compared;
  private final Asides asides;

  /** Whether the last text was overtaken by a message: the guest has not seen what it asked. */
  private final boolean overtaken;

  Dialogue(ModelRequest request) {
    this.request = request;
    this.memory = Memory.of(request.memory());
    this.turn = new Turn(request, memory);
    this.waitlist = new WaitlistTalk(turn);
    this.booking = new BookingTalk(turn, waitlist);
    this.changes = new ChangeTalk(turn);
    this.reservations = new ReservationTalk(turn, changes);
    this.stays = new StayTalk(turn);
    this.stayChanges = new StayChangeTalk(turn);
    this.persons = new PersonTalk(turn);
    this.phones = new PhoneTalk(turn);
    this.later = new Later(turn);
    this.usual = new UsualTalk(turn, booking);
    this.notices = new NoticeTalk(turn, booking, reservations);
    this.house = new HouseTalk(turn);
    this.forHouse = new ForHouse(turn, stays, stayChanges);
    this.questions = new Questions(turn);
    this.aside = new BesideTheMatter(turn, questions, house);
    this.relative = new Relative(turn);
    this.glance = new Glance(turn);
    this.toldReference = new ToldReference(turn);
    this.compared = new Beforehand(turn);
    this.asides = new Asides(turn);
    this.overtaken =
        !request.steps().isEmpty() && request.steps().getLast().answer().calls().isEmpty();
  }

  ModelAnswer answer() {
    begin();
    Reply afterTools = results();
    Reply afterGuest = messages(request.unseen());
    Reply reply = later.next(stronger(afterTools, afterGuest), this::hear);
    return reply == null ? answer(Reply.say(question())) : answer(reply);
  }

  private void begin() {
    if (!request.steps().isEmpty()) {
      return;
    }
    memory.aside = "";
    memory.afterwards = "";
    memory.unknown = "";
    memory.otherwise = "";
    memory.edge = memory.wish.begun() ? memory.edge : null;
    boolean longAgo =
        memory.heardAt != null
            && Duration.between(memory.heardAt, turn.now()).compareTo(FORGETTING) > 0;
    if (longAgo) {
      memory.dropWish();
      memory.booked = "";
    }
    memory.heardAt = turn.now().withNano(0);
  }

  private Reply results() {
    Reply reply = null;
    List<ToolResult> fresh = request.freshResults();
    for (ToolResult result : fresh) {
      if (house.hear(result)) {
        continue;
      }
      if (glance.hear(result)) {
        reply = stronger(reply, messages(seen()));
        continue;
      }
      if (toldReference.shows(result)) {
        reply = stronger(reply, again(toldReference.wish()));
        continue;
      }
      Reply next = persons.hear(result, "");
      next = next != null ? next : toldReference.hear(result);
      next = next != null ? next : usual.hear(result);
      next = next != null ? next : changes.hear(result);
      next = next != null ? next : stays.hear(result);
      next = next != null ? next : stayChanges.hear(result);
      next = next != null ? next : notices.hear(result);
      next = next != null ? next : booking.hear(result);
      next = next != null ? next : reservations.hear(result);
      next = next != null ? next : waitlist.hear(result);
      reply = stronger(reply, next);
    }
    boolean onlyHouse = reply == null && !fresh.isEmpty();
    return onlyHouse ? Reply.inPassing(memory.afterwards) : reply;
  }

  /** What was said before it was known what stands; nothing for what was said in this turn. */
  private Reply again(String said) {
    if (said.isEmpty()) {
      return messages(seen());
    }
    Reply reply = null;
    for (String part : later.split(said)) {
      reply = stronger(reply, hear(part, false));
    }
    return reply;
  }

  /** What was heard already in this turn. */
  private List<Message> seen() {
    List<Message> unseen = request.unseen();
    return request.unanswered().stream().filter(m -> !unseen.contains(m)).toList();
  }

  private Reply messages(List<Message> said) {
    Asked asked = memory.asked;
    Reply reply = null;
    if (!said.isEmpty()) {
      for (String part : later.split(together(said))) {
        boolean answersUs = memory.asked == asked && !overtaken;
        reply = stronger(reply, asides.hear(part, house, rest -> hear(rest, answersUs)));
      }
    }
    return reply;
  }

  /** Messages in quick succession are one: people break their sentences. */
  private static String together(List<Message> messages) {
    return String.join("\n", messages.stream().map(Message::text).toList());
  }

  /**
   * @param answersUs whether the guest has seen what is asked
   */
  private Reply hear(String message, boolean answersUs) {
    memory.text =
        relative.heard(
            Asking.outright(
                Beside.without(
                    Sensitive.withoutOrders(
                        firstOf(OddCounts.told(Homophones.mended(inHouse(message))))))));
    Wish wish = memory.task == Task.CHANGE ? memory.change : memory.wish;
    boolean amends =
        !memory.booked.isEmpty() && !wish.begun() && AMENDS.matcher(Tokens.plain(message)).find();
    wish =
        amends
            ? Wish.NONE.withDate(turn.now().toLocalDate())
            : wish.begun() ? wish : compared.wish();
    Situation situation =
        new Situation(
            turn.now(),
            memory.asked,
            memory.tongue,
            turn.otherwise(),
            wish,
            turn.venue(),
            compared.one());
    Understanding understood = aside.hear(message, situation);
    boolean sigh = understood.name() != null && Sighs.is(understood.name());
    understood = sigh ? understood.withoutName() : understood;
    memory.tongue = understood.tongue();
    phones.note(understood);
    understood = memory.asked == Asked.PHONE ? understood.without(Topic.PHONE) : understood;
    boolean greets = turn.lastSaid().isEmpty() && understood.about(Topic.GREETING);
    Reply farewell = greets ? null : aside.farewell(understood);
    if (farewell != null) {
      return farewell;
    }
    if (answersUs && leaves(understood)) {
      Reply left = hear(NothingMore.declined(understood), memory.text, situation);
      boolean over = memory.asked == Asked.NOTHING && left != null && left.calls().isEmpty();
      return over ? left.saying(turn.say().goodbye()) : left;
    }
    return hear(
        answersUs ? Naming.agreeing(understood, memory) : understood.withoutAnswer(),
        memory.text,
        situation);
  }

  private String inHouse(String message) {
    return turn.hasRooms()
        ? InRoom.without(message)
        : HourThatSuits.told(Fallback.told(message, memory.fallback), memory.asked);
  }

  /** Who takes nothing of what is proposed and wants nothing else. */
  private boolean leaves(Understanding understood) {
    boolean wishes = understood.wishes() || understood.stay().begun() || understood.question();
    return !wishes && NothingMore.in(memory.text, memory.asked, memory.task);
  }

  /** Without what is wanted only if that cannot be, which is kept. */
  private String firstOf(String message) {
    boolean books = !turn.hasRooms() && memory.task == Task.TABLE && !Waiting.wished(message);
    Fallback wishes = Fallback.in(books ? message : "", turn.tongue());
    memory.fallback = books && !wishes.second().isEmpty() ? wishes.second() : memory.fallback;
    return books ? wishes.first() : message;
  }

  private Reply hear(Understanding understood, String said, Situation situation) {
    if (understood.media()) {
      return Reply.inPassing(join(turn.say().onlyText(), questions.open()));
    }
    Reply delicate = phones.hear(understood, questions.open());
    delicate = delicate != null ? delicate : persons.hear(understood, questions.open());
    if (delicate != null) {
      return delicate;
    }
    if (silence()) {
      return Reply.inPassing(join(turn.more().stillThere(), question()));
    }
    if (OtherTongue.in(Words.of(memory.text))) {
      return Reply.say(join(HouseSayings.OTHER_TONGUE, questions.open()));
    }
    if (forHouse.tellsOfAnotherDay(understood)) {
      understood = understood.withoutDay();
    }
    Reply look = glance.look(understood);
    if (look != null) {
      return look;
    }
    Reply back = notices.regrets(understood);
    back = back != null || !turn.hasRooms() ? back : stays.price(understood);
    if (back != null) {
      return back;
    }
    stays.keep(understood);
    String told = memory.question;
    boolean asksBeside = aside.asked(situation);
    HouseQuestions asked =
        aside.alone() || relative.onlyMoves()
            ? new HouseQuestions("", understood)
            : forHouse.in(said, understood, situation);
    Understanding heard = new DietTold(turn).in(asked.heard(), told);
    boolean tellsUs = toldReference.answers(heard);
    boolean prices = Price.ofChild(turn, heard);
    asksBeside = asksBeside || Price.ofChildBeside(turn, heard) && house.tellPrices(heard);
    boolean asksHouse = !tellsUs && !prices && house.answer(heard, asked.question());
    asksHouse =
        asksHouse
            || asksBeside
            || (prices || Price.ofAnyRoom(turn, heard, stays.underWay()))
                && house.tellPrices(heard);
    boolean asksOfPet = understood.question() && Needs.pet(heard.notes());
    boolean tells = Diet.in(heard.notes()) || asksOfPet;
    if (!asksHouse && !turn.hasRooms() && memory.asked != Asked.NOTES && tells) {
      house.tellOf(heard.notes());
    }
    Reply reply = arranged(heard, asksHouse);
    if (reply != null) {
      memory.unknown =
          asked.quiet() || StayPrice.told(turn, understood, asked) ? "" : memory.unknown;
      return reply;
    }
    if (asksHouse) {
      boolean waits = memory.wish.begun() && memory.asked == Asked.NOTHING && !turn.hasRooms();
      return waits ? booking.next() : Reply.say(questions.open());
    }
    int before = memory.misses;
    Reply courtesy = house.courtesy(heard, said, questions.open());
    Reply answer = notices.hear(heard, courtesy);
    if (answer != null) {
      memory.misses = before;
      return answer;
    }
    Reply lost = persons.lost(courtesy);
    if (lost != courtesy) {
      house.calls().clear();
    }
    return lost;
  }

  /** Null if the message is about nothing the house books. */
  private Reply arranged(Understanding said, boolean asksHouse) {
    if (!turn.hasRooms() && later.takes(said)) {
      return Reply.say(join(turn.say().fine(), questions.open()));
    }
    Understanding heard = RunningLate.ofNoneKnown(turn, said);
    Reply elsewhere = toldReference.hear(heard);
    if (elsewhere != null) {
      return elsewhere;
    }
    if (turn.hasRooms()) {
      Reply reply = stayChanges.hear(heard);
      return reply != null ? reply : stays.hear(heard, asksHouse);
    }
    if (RunningLate.expected(turn, heard)) {
      memory.shift = Shift.NONE;
      return Reply.say(turn.more().expected());
    }
    boolean stands = memory.standing != null || !memory.booked.isEmpty();
    boolean amends = stands && new WantsChange(turn).in(heard);
    Reply reply = amends ? null : notices.confirms(heard);
    reply = reply != null ? reply : waitlist.leave(heard);
    reply = reply != null ? reply : usual.hear(heard);
    reply = reply != null ? reply : changes.hear(heard);
    reply = reply != null ? reply : reservations.hear(heard);
    boolean cancelling = memory.asked == Asked.CANCEL_CONFIRM && !memory.wish.begun();
    boolean changing = memory.task == Task.CHANGE && memory.asked != Asked.NOTHING || cancelling;
    return reply != null || changing ? reply : booking.hear(heard, asksHouse);
  }

  private boolean silence() {
    return memory.text.codePoints().noneMatch(Character::isLetterOrDigit)
        && YesNo.in(Words.of(memory.text)) == YesNo.NEITHER;
  }

  private static Reply stronger(Reply before, Reply after) {
    boolean keeps = after == null || before != null && after.weak() && !before.weak();
    return keeps ? before : after;
  }

  private String question() {
    String question = questions.open();
    return question.isEmpty() ? turn.say().howCanIHelp() : question;
  }

  private ModelAnswer answer(Reply reply) {
    String language = turn.tongue().code;
    if (!reply.calls().isEmpty() || !house.calls().isEmpty()) {
      memory.afterwards = reply.text();
      List<ToolCall> calls = new ArrayList<>(reply.calls());
      calls.addAll(house.calls());
      return ModelAnswer.use(calls, memory.toMap(), language);
    }
    boolean asBefore = overtaken && reply.weak();
    String text = asBefore ? request.steps().getLast().answer().text() : told(reply);
    text = withWhatIsToBeConfirmed(text);
    text = text.isEmpty() ? question() : text;
    return ModelAnswer.say(text, memory.toMap(), language)
        .offering(new QuickAnswers(turn).to(text));
  }

  /** What changed comes first, unless somebody is in danger or is owed an apology. */
  private String told(Reply reply) {
    boolean urgent =
        List.of(turn.more().emergency(turn.phone()), turn.more().sorry(), turn.more().takingOver())
            .stream()
            .anyMatch(memory.aside::startsWith);
    return urgent
        ? join(memory.aside, join(new Done(turn).told(), reply.text()))
        : join(new Done(turn).told(), join(memory.aside, reply.text()));
  }

  /** A yes may only ever answer what the last text read back. */
  private String withWhatIsToBeConfirmed(String text) {
    boolean confirming = memory.asked == Asked.CONFIRM || memory.asked == Asked.CANCEL_CONFIRM;
    String question = questions.open();
    return confirming && !text.contains(question) ? join(text, question) : text;
  }

  private static String join(String first, String second) {
    return first.isEmpty() ? second : second.isEmpty() ? first : first + " " + second;
  }
}
