package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.OpeningHours;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** What a message leaves to what stands already: the month, the hour, the house's own hours. */
final class Relative {

  /** One more as the last: {@code otra igual}, {@code another one just like it}. */
  static final String ALIKE =
      "\\b(?:otra|otro|una|another|one) (?:mesa |reserva |table |booking |one )?(?:igual|igualita|identica|exactamente igual|(?:just |exactly )?(?:like|the same as) (?:it|that|this|the last)(?: one)?)\\b"
          + "|\\bidentical (?:booking|reservation|table|one)\\b|\\b(?:mesa|reserva) identica\\b"
          + "|\\b(?:y|and) (?:para |for |on )?(?:el |la |the )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana|dia|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next)(?: \\w+){0,3} (?:lo mismo|otra igual|the same)\\b"
          + "|\\b(?:repit(?:e|a|es|elo|ela|eme|emela|amos)|repet(?:ir|irla|irlo|idla|imos|imosla)|duplic\\w+|repeat (?:it|that)) (?=.*\\b(?:para|el|for|on)\\b)";

  private static final FilteredPattern ALIKE_ONE = FilteredPattern.compile(ALIKE);

  private static final FilteredPattern SAME =
      FilteredPattern.compile(
          ALIKE
              + "|\\b(?:l[oa]s mism[oa]s|lo mismo|igual que (?:antes|la otra)|como la otra|(?:and the )?same (?:people|number|again|of us|party|thing)|and the same|otra igual|una igual)\\b");
  private static final FilteredPattern SAME_TIME =
      FilteredPattern.compile(
          ALIKE
              + "|\\b(?:lo mismo|(?:la )?misma hora|mismo horario|igual que (?:antes|la otra)|como la otra|same (?:time|hour|again|thing)|and the same|otra igual|una igual)\\b");

  private static final FilteredPattern SAME_DAY =
      FilteredPattern.compile(
          "\\b(?:mism[oa] (?:dia|fecha|noche|tarde)|(?:ese|esa) (?:mismo |misma )?(?:dia|fecha|noche)|same (?:day|date|night|evening|lunchtime))\\b");

  /** Why, not when: {@code our flight won't land until seven}. */
  private static final FilteredPattern WHY =
      FilteredPattern.compile(
          "\\b(?:until|till|hasta|land|lands|gets? in|gets? there|arrives?|aterriz\\w*|lleg\\w*|sal(?:e|go|imos|en)|acab\\w*|termin\\w*|finish\\w*|works?|trabaj\\w*)\\b[^.,;?!]{0,25}\\b(?:at|a las|until|till|las|\\d)");

  /** {@code we might be five}: nothing is changed by it. */
  private static final FilteredPattern PERHAPS =
      FilteredPattern.compile(
          "(?iuU)\\b(?:but |y |pero |though )?(?:(?:we|there) (?:might|may|could) (?:end up being|be)|(?:igual|quiz[aá]s?|a lo mejor|puede que|tal vez) (?:al final )?(?:somos|seamos|seremos|vamos|vayamos|sean)) (?:[\\p{L}]+|\\d{1,2})(?: (?:or|o) (?:[\\p{L}]+|\\d{1,2}))?(?: (?:more|m[aá]s))?\\b");

  private static final FilteredPattern ONE_MORE =
      FilteredPattern.compile("(?iu)\\b(?:con )?una persona m[aá]s\\b");

  private static final FilteredPattern ONE_LESS =
      FilteredPattern.compile("(?iu)\\b(?:(una persona menos)|(?:one|1) person (?:fewer|less))\\b");

  private final Turn turn;
  private final Memory memory;

  Relative(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  static boolean alike(String plain) {
    return ALIKE_ONE.matcher(plain).find();
  }

  /** The message as it is to be understood without what was said before; the rest is kept. */
  String heard(String message) {
    boolean leaves = memory.asked == Asked.NIGHTS || memory.asked == Asked.DEPARTURE;
    LocalDate today = turn.now().toLocalDate();
    String pointed = Pointing.otherWeek(Pointing.corrected(message));
    pointed = counted() ? PERHAPS.matcher(pointed).replaceAll("") : pointed;
    pointed = PhoneTalk.whole(pointed, memory.phone);
    pointed = Pointing.there(pointed, memory.question, turn.tongue(), memory.wish.begun());
    pointed = Pointing.withoutEcho(pointed, readBack());
    pointed = turn.hasRooms() ? pointed : MinutesOnly.told(pointed, spokenOf());
    pointed =
        turn.hasRooms()
            ? pointed
            : Compared.told(
                LongWeekend.dated(pointed, turn.hours().holidays(), today),
                stands(),
                turn.tongue());
    String text =
        SameMonth.in(
            turn.hasRooms() && known() != null ? SameMonth.ranged(pointed) : pointed,
            known(),
            today,
            leaves);
    Shift shift = turn.hasRooms() ? Shift.NONE : Shift.in(text);
    Edge edge = turn.hasRooms() ? null : Edge.in(text);
    memory.shift = shift.none() ? memory.shift : shift;
    memory.edge = edge == null ? memory.edge : edge;
    text = shift.none() ? text : Shift.without(text);
    return turn.hasRooms() || Waiting.wished(text)
        ? text
        : Comers.counted(
            Untouched.without(oneMore(text)), turn.tongue(), memory.wish.party() != null);
  }

  /** What a message may compare its numbers with, or null. */
  private HourOrParty stands() {
    List<Found> found = memory.task == Task.CHANGE ? memory.found : memory.standing;
    if (found != null && found.size() == 1) {
      return new HourOrParty(found.getFirst().party(), found.getFirst().at().toLocalTime());
    }
    Wish wish = memory.wish;
    if (memory.task == Task.TABLE && wish.party() != null && wish.time() != null) {
      return wish.time()
          .candidates()
          .findFirst()
          .map(at -> new HourOrParty(wish.party(), at))
          .orElse(null);
    }
    boolean booked = !memory.booked.isEmpty() && !memory.lastTime.isEmpty() && !wish.begun();
    return booked ? new HourOrParty(memory.lastParty, LocalTime.parse(memory.lastTime)) : null;
  }

  /** Whether it is known for how many. */
  private boolean counted() {
    return !turn.hasRooms() && (memory.wish.party() != null || !memory.booked.isEmpty());
  }

  /** The hour of what is arranged, or of what stands; null if none is known. */
  private LocalTime spokenOf() {
    TimeWish wished = memory.task == Task.CHANGE ? memory.change.time() : memory.wish.time();
    HourOrParty stands = wished == null ? stands() : null;
    return wished != null
        ? wished.candidates().findFirst().orElse(null)
        : stands == null ? null : stands.at();
  }

  /** The hour that was read back to be confirmed, or null. */
  private LocalTime readBack() {
    if (memory.asked != Asked.CONFIRM && memory.asked != Asked.NAME) {
      return null;
    }
    Wish wish = memory.task == Task.CHANGE ? memory.change : memory.wish;
    return wish.settled() != null
        ? wish.settled().toLocalTime()
        : wish.time() == null ? null : wish.time().candidates().findFirst().orElse(null);
  }

  /** {@code contad con una persona más} asks for nobody of the house. */
  private static String oneMore(String text) {
    String more = ONE_MORE.matcher(text).replaceAll("uno más");
    return ONE_LESS.matcher(more).replaceAll(r -> r.group(1) == null ? "one fewer" : "uno menos");
  }

  /** The day the conversation is about, or null. */
  private LocalDate known() {
    return switch (memory.task) {
      case TABLE -> memory.wish.date() == null ? told() : memory.wish.date();
      case STAY -> memory.stays.plan.arrival();
      case CHANGE -> memory.change.date();
      default -> memory.stays.found.size() == 1 ? memory.stays.found.getFirst().arrival() : null;
    };
  }

  /** The day whose hours the guest was told, or null. */
  private LocalDate told() {
    boolean day = !memory.toldOf.isEmpty() && Character.isDigit(memory.toldOf.charAt(0));
    return day ? LocalDate.parse(memory.toldOf) : null;
  }

  /**
   * The wish, moved from where it stood.
   *
   * @param before as it was when the guest spoke
   */
  Wish moved(Wish wish, Wish before) {
    LocalDateTime stood = before.moment(turn.hours());
    Shift shift = memory.shift;
    memory.shift = Shift.NONE;
    if (!shift.none() && stood != null) {
      LocalDateTime at = shift.from(stood);
      return wish.withDate(at.toLocalDate()).withTime(TimeWish.exactly(at.toLocalTime()));
    }
    boolean days = shift.minutes() == 0 && shift.days() != 0 && before.date() != null;
    return edged(days ? wish.withDate(before.date().plusDays(shift.days())) : wish);
  }

  /** {@code los mismos}: as many as the last time; {@code a la misma hora}: when it was. */
  Wish asBefore(Wish wish) {
    boolean same =
        wish.party() == null
            && memory.lastParty > 0
            && SAME.matcher(Tokens.plain(memory.text)).find();
    boolean sameTime =
        wish.time() == null
            && !memory.lastTime.isEmpty()
            && SAME_TIME.matcher(Tokens.plain(memory.text)).find();
    Wish timed =
        sameTime ? wish.withTime(TimeWish.exactly(LocalTime.parse(memory.lastTime))) : wish;
    Wish counted = same ? timed.withParty(memory.lastParty) : timed;
    return counted.date() == null && memory.lastDate != null ? sameDay(counted) : counted;
  }

  /** {@code el mismo día}, {@code the week after}: of the booking that was just made. */
  private Wish sameDay(Wish wish) {
    if (memory.shift.days() != 0 && memory.shift.minutes() == 0) {
      LocalDate day = memory.lastDate.plusDays(memory.shift.days());
      memory.shift = Shift.NONE;
      return wish.withDate(day);
    }
    return SAME_DAY.matcher(Tokens.plain(memory.text)).find()
        ? wish.withDate(memory.lastDate)
        : wish;
  }

  /** {@code mejor el domingo}, of a Saturday some weeks ahead. */
  LocalDate day(LocalDate said) {
    LocalDate stood = memory.wish.date();
    if (stood == null && memory.lastDate != null && !memory.booked.isEmpty()) {
      return SameWeek.after(said, memory.lastDate, memory.text);
    }
    if (stood == null) {
      return said;
    }
    LocalDate day = SameWeek.of(said, stood, turn.now().toLocalDate(), memory.text);
    return day.equals(stood) ? otherDay(stood) : day;
  }

  private static final FilteredPattern RATHER =
      FilteredPattern.compile(
          "\\b(?:ay|uy|que digo|perdon|oh|oops|mejor|espera\\w*|entonces|sino|perdona?|podr\\w+|pued\\w+|pod(?:eis|emos)|hay|habria|tendr\\w+|teneis|wait|instead|rather|could|can|what about|how about|make (?:it|that)|sorry)\\b");

  /** {@code que el domingo viene mi tía. ¿Y el sábado podría ser?}: the day that does not stand. */
  private LocalDate otherDay(LocalDate stood) {
    Words words = Words.of(memory.text);
    List<LocalDate> others = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<Day> day =
          DateWords.at(words, i, turn.tongue(), turn.now().toLocalDate(), turn.hours().holidays());
      boolean out =
          day != null && (new Going(words).denied(day) || Meant.ruledOut(words, day.to()));
      LocalDate said = day == null ? stood : day.value().date();
      if (!out && said.getDayOfWeek() != stood.getDayOfWeek()) {
        others.add(SameWeek.of(said, stood, turn.now().toLocalDate(), memory.text));
      }
      i = day == null ? i : day.to() - 1;
    }
    boolean one = others.size() == 1 && RATHER.matcher(Tokens.plain(memory.text)).find();
    return one ? others.getFirst() : stood;
  }

  private Wish edged(Wish wish) {
    if (wish.time() != null) {
      memory.edge = null;
      return wish;
    }
    TimeWish at = memory.edge == null || wish.date() == null ? null : edge(wish.date(), part(wish));
    if (at != null && memory.task == Task.TABLE && Asking.sounds(memory.text)) {
      memory.addAside(turn.table().edge(memory.edge, at.time()));
    }
    memory.edge = at == null ? memory.edge : null;
    return at == null ? wish : wish.withTime(at);
  }

  /** That of the last question, where the guest names none: "and when is dinner?" */
  private PartOfDay part(Wish wish) {
    boolean asked = wish.part() == null && !memory.question.isEmpty();
    return asked ? PartOfDay.in(Words.of(memory.question)) : wish.part();
  }

  private TimeWish edge(LocalDate day, PartOfDay part) {
    return memory.edge.on(day, part, turn.hours(), turn.now());
  }

  /** What a reservation is to become. */
  Wish changed(Wish change, Found was) {
    LocalDateTime stands = new Becoming(turn, was, change).moment();
    Shift shift = memory.shift;
    Edge edge = memory.edge;
    memory.shift = Shift.NONE;
    memory.edge = null;
    boolean said =
        shift.minutes() != 0
            ? change.time() != null && !was.isAt(change.time())
            : change.date() != null && !was.isOn(change.date());
    if (!shift.none() && !said) {
      LocalDateTime at = shift.from(stands);
      return change.withDate(at.toLocalDate()).withTime(TimeWish.exactly(at.toLocalTime()));
    }
    if (edge == null || change.time() != null) {
      return change;
    }
    OpeningHours hours = turn.hours();
    PartOfDay usual = was.at().getHour() >= 18 ? PartOfDay.DINNER : PartOfDay.LUNCH;
    PartOfDay part = change.part() == null ? usual : change.part();
    TimeWish at = edge.on(stands.toLocalDate(), part, hours, turn.now());
    return at == null ? change : change.withTime(at);
  }

  /** Whether the hour it names only tells why what stands is to be moved. */
  boolean tellsWhy() {
    return memory.shift.minutes() != 0 && WHY.matcher(Tokens.plain(memory.text)).find();
  }

  /** {@code ¿y podría ser media hora más tarde?} asks nothing of the house. */
  boolean onlyMoves() {
    return !memory.shift.none() && HouseQuestions.meant(memory.text).isEmpty();
  }

  /** Whether the message moves what stands. */
  boolean moves() {
    return !memory.shift.none() || memory.edge != null;
  }
}
