package io.conserje.conversation.builtin;

import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;
import java.util.List;
import java.util.Set;

/** {@code ¿cuánto sería todo?}, {@code is that per night?}: of the room that is being arranged. */
final class StayPrice {

  private static final FilteredPattern TOTAL =
      FilteredPattern.compile(
          "\\b(?:en total|total|todo|todas|juntas|importe|valor|las (?:dos|tres|cuatro|\\d) noches|cada (?:una|noche)|por noche|por (?:las )?(?:dos|tres) noches|por persona o|con impuestos|impuestos incluidos|con iva|iva incluido"
              + "|altogether|in all|overall|the lot|all of them|both(?: of them| rooms)?|per night|each night|a night|for both nights|with tax(?:es)?|tax(?:es)? included|all in)\\b");

  private static final FilteredPattern NIGHT =
      FilteredPattern.compile(
          "\\b(?:por noche|cada noche|la noche|per night|a night|each night)\\b");

  /** {@code ¿cuál es la más barata?}: chosen by it. */
  private static final FilteredPattern CHEAPEST =
      FilteredPattern.compile(
          "\\b(?:cheapest|least expensive|mas (?:barat|economic)[oa]|menos car[oa])\\b");

  private static final FilteredPattern EACH =
      FilteredPattern.compile(
          "\\b(?:cada (?:una|habitacion)|por (?:habitacion|noche)|each|per (?:room|night)|a night)\\b");

  /** What is said with a price that is no thing of the house. */
  private static final Set<String> OF_PRICES =
      Set.of(
          "total",
          "todo",
          "junto",
          "juntas",
          "ambas",
          "together",
          "noche",
          "noches",
          "valor",
          "importe",
          "regala",
          "impuestos",
          "final",
          "taxes",
          "altogether",
          "overall",
          "night",
          "nights",
          "each",
          "both",
          "that",
          "much",
          "about",
          "approx",
          "aproximadamente",
          "entonces",
          "stay",
          "estancia",
          "habitacion",
          "room",
          "rooms",
          "habitaciones");

  private final Turn turn;

  StayPrice(Turn turn) {
    this.turn = turn;
  }

  /** Whether nothing else is asked, and nothing is changed by it. */
  boolean asked(Understanding heard) {
    String text = turn.memory().text;
    String plain = Tokens.plain(text);
    boolean total = TOTAL.matcher(plain).find();
    boolean puts = heard.question() || Asking.sounds(text) || Price.asked(text);
    boolean nothingElse =
        only(heard.stay())
            && heard.name() == null
            && heard.phone() == null
            && HouseQuestions.meant(text).isEmpty()
            && HouseQuestions.things(Question.of(text)).stream().allMatch(OF_PRICES::contains);
    return puts && nothingElse && (total || Price.asked(text) && ofRoomLast());
  }

  /** {@code ¿cuánto sería en total?}: what is being arranged is told with its price. */
  static boolean ofAll(String text) {
    return TOTAL.matcher(Tokens.plain(text)).find()
        && HouseQuestions.meant(text).isEmpty()
        && HouseQuestions.things(Question.of(text)).stream().allMatch(OF_PRICES::contains);
  }

  /** {@code ¿por las dos noches?} says nothing new. */
  private static boolean only(Stay said) {
    return said.arrival() == null
        && said.departure() == null
        && said.adults() == null
        && said.room() == null;
  }

  /** What was spoken of last was the room, and not the house's breakfast. */
  private boolean ofRoomLast() {
    String last = turn.lastSaid();
    List<RoomOffer> offers = turn.memory().stays.offers;
    boolean told = offers.stream().anyMatch(o -> last.contains(o.total()));
    return told || offers.isEmpty() && turn.memory().question.isEmpty();
  }

  /** The price of what is chosen, or the choice; null if no room is known yet. */
  Reply told(RoomOffer offer, String open) {
    if (!turn.memory().stays.altogether.isEmpty() && !eachAsked()) {
      String one = offer == null ? "" : turn.rooms().price(offer) + " ";
      return Reply.say(turn.rooms().altogether(turn.memory().stays.altogether) + " " + one + open);
    }
    List<RoomOffer> offers = turn.memory().stays.offers;
    boolean nights = offers.stream().noneMatch(o -> o.night().isEmpty()) && offers.size() > 1;
    if (offer == null && nights && NIGHT.matcher(Tokens.plain(turn.memory().text)).find()) {
      return Reply.say(turn.rooms().perNight(offers) + " " + open);
    }
    boolean within = offer == null || open.contains(offer.total());
    boolean known = offer != null || !turn.memory().stays.offers.isEmpty();
    return !known
        ? ofOneNight(turn.memory().stays.plan)
        : Reply.say(within ? open : turn.rooms().price(offer) + " " + open);
  }

  /** Whether it tells of a stay, and what sounds like a question is answered by the rooms. */
  static boolean told(Turn turn, Understanding heard, HouseQuestions asked) {
    String said = asked.question();
    boolean which =
        !turn.memory().stays.offers.isEmpty() && CHEAPEST.matcher(Tokens.plain(said)).find();
    return turn.hasRooms()
        && (which || heard.stay().dated())
        && (which || Price.asked(said) || !said.contains("?"))
        && HouseQuestions.meant(said).isEmpty();
  }

  /** {@code ¿cuánto cuesta cada una?} */
  private boolean eachAsked() {
    return EACH.matcher(Tokens.plain(turn.memory().text)).find();
  }

  /** A night of the room that is wanted, where it is not known how many. */
  private Reply ofOneNight(StayPlan plan) {
    if (plan.arrival() == null || plan.room() == null) {
      return null;
    }
    StayPlan night =
        plan.departure() == null ? plan.on(plan.arrival(), plan.arrival().plusDays(1)) : plan;
    StayPlan known = night.adults() == null ? night.forAdults(2) : night;
    return Reply.use(List.of(turn.call(0, "quote_stay", known.arguments())));
  }
}
