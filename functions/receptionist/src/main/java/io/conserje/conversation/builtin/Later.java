package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;

/** A guest who wants two tables in one breath gets one after the other. */
final class Later {

  private static final FilteredPattern BETWEEN =
      FilteredPattern.compile(
          "(?i)(?:,|;|\\.)?\\s+(?:y|and|e|plus)\\s+(?:aparte |adem[aá]s |then )?|[;,.]\\s+");

  /** Before what a guest complained of while booking. */
  private static final String COMPLAINT = "!";

  /** "Cancela la de mañana y ponme otra el viernes". */
  private static final FilteredPattern REBOOKS =
      FilteredPattern.compile(
          "(?iu)^(.*?\\b(?:canc[eé]l|an[uú]l)\\p{L}*.*?)(?:,|;|\\.)?\\s+(?:y |and |pero |but )?(?:(?:y |and )?(?:luego|entonces|then|mejor|after that) )?"
              + "(?=(?:(?:can|could|would|will) (?:you|we|i) (?:also |please )*(?:give|book|make|get|reserve|put|have)|(?:(?:me|nos) )?(?:pod[eé]is|puedes?|podr[ií]a[ns]?|podr[ií]ais|pueden) (?:dar|reserv|pon|hac|guard|apart|coger)\\p{L}*|ponme|ponnos|ponednos|ponedme|p[oó]nganos|hazme|haznos|hacednos|hacedme|h[aá]ganos|res[eé]rva(?:me|nos)|reservadnos|res[eé]rvenos|dame|danos|quiero|queremos|book|make|give us|put us|reserve)\\b)(.*)$");

  private static final FilteredPattern AND =
      FilteredPattern.compile("(?i)(?:,|;|\\.)?\\s+(?:y|and|e)\\s+|;\\s*|\\.\\s+");
  private static final FilteredPattern VERB =
      FilteredPattern.compile(
          "\\b(?:cancel|anul|mov|muev|pas[aoe]|cambi|retras|adelant|quit|push|chang|make)\\w*|\\b(?:somos|seremos) (?:\\w+ )?(?:mas|menos)\\b|\\b(?:put|bring) \\w+");

  /** {@code half of us can't make it}: nothing is to be made. */
  private static final FilteredPattern CANNOT =
      FilteredPattern.compile(
          "\\b(?:cant|cannot|can not|can t|couldn ?t|won ?t|unable to|not able to|not going to|don t think (?:we|i) can)(?: \\w+)? make\\b");

  private final Turn turn;
  private final Memory memory;

  Later(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** The house hears of it once the booking is made: from then on a person has the word. */
  static void complains(Memory memory) {
    memory.later.add(COMPLAINT + memory.text);
  }

  /** What was wished for beside what is kept after all is not wished for any more. */
  static void forget(Memory memory) {
    memory.later.removeIf(wish -> !wish.startsWith(COMPLAINT));
  }

  /** What is to be heard now; the rest is kept for later. */
  List<String> split(String said) {
    List<String> named = SeveralReferences.apart(said, turn);
    if (!named.isEmpty()) {
      memory.later = new ArrayList<>(named.subList(1, named.size()));
      return List.of(named.getFirst());
    }
    String message = TwoTables.apart(said);
    boolean idle = memory.asked == Asked.NOTHING && !memory.wish.begun();
    boolean free = idle && !turn.hasRooms();
    Matcher rebooks = REBOOKS.matcher(message.replace('\n', ' '));
    if (idle && rebooks.matches() && dated(rebooks.group(2)) && rooms(rebooks.group(2))) {
      String people = turn.hasRooms() ? "" : forAsMany(rebooks.group(2));
      memory.later = new ArrayList<>(List.of(rebooks.group(2) + people));
      return List.of(rebooks.group(1));
    }
    Matcher and = AND.matcher(message);
    while (free && and.find()) {
      String first = message.substring(0, and.start());
      String second = message.substring(and.end());
      if (ofStanding(first) && ofStanding(second)) {
        memory.later = new ArrayList<>(List.of(second));
        return List.of(first);
      }
    }
    List<String> several = free ? new SeveralTables(turn).apart(message) : List.of(message);
    if (several.size() > 1) {
      memory.later = new ArrayList<>(several.subList(1, several.size()));
      several.forEach(this::whose);
      return List.of(several.getFirst());
    }
    Matcher between = BETWEEN.matcher(message);
    while (free && between.find()) {
      String first = message.substring(0, between.start());
      String second = message.substring(between.end());
      if (whole(first) && (whole(second) || sameDay(second))) {
        String day = whole(second) ? "" : dayOf(first) + " ";
        memory.later = new ArrayList<>(List.of(day + second));
        whose(second);
        return List.of(first);
      }
    }
    return List.of(message);
  }

  /** At a hotel another room: {@code y ponme otra noche} is of the same. */
  private boolean rooms(String wish) {
    return !turn.hasRooms() || ROOM.matcher(Tokens.plain(wish)).find();
  }

  private static final FilteredPattern ROOM =
      FilteredPattern.compile(
          "\\b(?:(?:otra|una) (?:reserva|habitacion|individual|doble|suite|familiar|superior)|(?:another|a|one) (?:booking|room|single|double|twin|suite|family))\\b");

  /** Who gives one table back for another brings as many. */
  private String forAsMany(String wish) {
    boolean said = PartyWords.in(Words.of(wish), turn.tongue()) != null || memory.lastParty == 0;
    String people = turn.tongue() == Tongue.ENGLISH ? ", for %d people" : ", para %d personas";
    return said ? "" : people.formatted(memory.lastParty);
  }

  /** Something to be done with what stands, told by its day: {@code cancel Thursday}. */
  private boolean ofStanding(String part) {
    Mentions named =
        Mentions.in(part, turn.tongue(), turn.now().toLocalDate(), turn.hours().holidays());
    boolean done = VERB.matcher(CANNOT.matcher(Tokens.plain(part)).replaceAll(" ")).find();
    return done && named.days().size() == 1;
  }

  private boolean dated(String part) {
    Mentions named =
        Mentions.in(part, turn.tongue(), turn.now().toLocalDate(), turn.hours().holidays());
    return !named.days().isEmpty() || !named.times().isEmpty();
  }

  /** {@code … Las dos a nombre de Ana Gil, 611 22 33 44}: said last, it is of the first too. */
  private void whose(String second) {
    Words words = Words.of(second);
    String phone = PhoneWords.in(words, turn.tongue(), turn.phone());
    if (phone != null && !turn.knowsPhone() && memory.phone.isEmpty()) {
      memory.phone = phone;
    }
    String name = NameWords.introduced(words);
    name = name == null ? NameWords.unasked(words, false, false) : name;
    memory.knownName = name == null ? memory.knownName : name;
  }

  /** A day and an hour: a wish of its own. */
  private boolean whole(String part) {
    Mentions named =
        Mentions.in(part, turn.tongue(), turn.now().toLocalDate(), turn.hours().holidays());
    boolean people = PartyWords.in(Words.of(part), turn.tongue()) != null;
    return named.days().size() == 1 && named.times().size() == 1 && people;
  }

  /** {@code … y cena a las diez para dos}, after the day's lunch. */
  private boolean sameDay(String part) {
    boolean people = PartyWords.in(Words.of(part), turn.tongue()) != null;
    boolean meal = PartOfDay.in(Words.of(part)) != null;
    Mentions named = mentions(part);
    return named.days().isEmpty() && named.times().size() == 1 && people && meal;
  }

  private String dayOf(String part) {
    return mentions(part).days().iterator().next().toString();
  }

  private Mentions mentions(String part) {
    return Mentions.in(part, turn.tongue(), turn.now().toLocalDate(), turn.hours().holidays());
  }

  /**
   * {@code a las 13:00 el domingo}, while another table is being booked: said of the one that was
   * kept for that day.
   */
  boolean takes(Understanding heard) {
    LocalDate day = heard.day() == null ? null : heard.day().date();
    boolean asked =
        memory.asked == Asked.NAME || memory.asked == Asked.PHONE || memory.asked == Asked.CONFIRM;
    boolean only = heard.answer() == YesNo.NEITHER && heard.name() == null && heard.phone() == null;
    if (day == null || day.equals(memory.wish.date()) || !asked || !only) {
      return false;
    }
    for (int i = 0; i < memory.later.size(); i++) {
      if (mentions(memory.later.get(i)).days().contains(day)) {
        memory.later.set(i, memory.later.get(i) + ", " + memory.text);
        return true;
      }
    }
    return false;
  }

  /** When nothing else is open, what was kept is heard as if it were said now. */
  Reply next(Reply reply, BiFunction<String, Boolean, Reply> hear) {
    boolean idle =
        memory.asked == Asked.NOTHING
            && !memory.wish.begun()
            && (reply == null || reply.calls().isEmpty());
    boolean booked =
        turn.request().freshResults().stream()
            .anyMatch(r ->
                r.name().startsWith("create_") && !r.status().equals("refused")
                    || r.status().equals("cancelled")
                    || r.status().equals("changed"));
    if (memory.later.isEmpty() || !idle || !booked) {
      return reply;
    }
    String wish = memory.later.removeFirst();
    memory.standing = List.of();
    if (wish.startsWith(COMPLAINT)) {
      return new PersonTalk(turn).complained(wish.substring(COMPLAINT.length()));
    }
    Reply next =
        hear.apply(
            turn.hasRooms() || SeveralReferences.named(wish) || ofStanding(wish)
                ? wish
                : "mesa " + wish,
            false);
    memory.addAside(turn.more().next());
    return next;
  }
}
