package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.postgres.NaiveHotel.Line;
import io.conserje.connectors.postgres.RandomHotel.Kind;
import io.conserje.stay.By;
import io.conserje.stay.Party;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayAnswer.Done;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayRequest;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A hotel kept in the book and with the pencil, and that the two are the same. */
final class BothHotels {

  /** How often what was answered, so that a run shows what it has tried. */
  static final Map<String, Integer> SEEN = new TreeMap<>();

  final Hotel book;
  final NaiveHotel naive;
  final RandomHotel hotel;
  final Venue venue;
  private Supplier<StayAnswer> last;
  private StayAnswer lastAnswer;
  private SplittableRandom random = new SplittableRandom(0);
  private int keys;

  BothHotels(Hotel book, RandomHotel hotel) {
    this.book = book;
    this.hotel = hotel;
    this.naive = new NaiveHotel(hotel);
    this.venue = book.venue();
    book.now = naive.at(hotel.day().minusDays(1), LocalTime.of(9, 0));
  }

  /** From here on other numbers are drawn. */
  void seed(long seed) {
    random = new SplittableRandom(seed);
  }

  int draw(int bound) {
    return random.nextInt(bound);
  }

  String key() {
    return "k" + keys++;
  }

  StayAnswer tell(String verb, Supplier<StayAnswer> act) {
    StayAnswer answer = act.get();
    last = act;
    lastAnswer = answer;
    String what = answer instanceof No no ? no.why().code() : "done";
    SEEN.merge(verb + " " + what, 1, Integer::sum);
    return answer;
  }

  void write(Line line, LocalDate arrival, LocalDate departure, Party party) {
    line.arrival = arrival;
    line.departure = departure;
    line.countedTo = departure;
    line.party = party;
    line.from = naive.begins(arrival, line.early);
    line.to = naive.ends(departure, line.late);
  }

  /**
   * Whether a room is there; where stays that cannot move make it hard to say, the book's answer is
   * only held against what is certain.
   */
  Optional<String> fits(
      Kind kind, LocalDate arrival, LocalDate departure, StayAnswer answer, Line line) {
    Instant from = naive.begins(arrival, line == null ? null : line.early);
    Instant to = naive.ends(departure, line == null ? null : line.late);
    boolean fits =
        naive.withinAllotment(kind, arrival, departure, line)
            && naive.roomsEnough(kind, from, to, line);
    boolean certain = naive.allMovable(kind, line) && (line == null || !line.isFixed());
    if (!fits || certain) {
      return fits ? Optional.empty() : Optional.of("full");
    }
    return refusal(answer).filter("full"::equals);
  }

  static void free(Line line, String status) {
    line.status = status;
    line.until = null;
    line.from = null;
    line.to = null;
  }

  /** The same call again says the same and changes nothing, unless the answer was no. */
  void again() {
    if (last != null && lastAnswer instanceof Done(Stay before)) {
      long moves = moves();
      StayAnswer answer = last.get();
      assertEquals(before.reference(), ((Done) answer).stay().reference());
      assertEquals(moves, moves());
    }
  }

  private long moves() {
    return book.count("stay_moves WHERE venue = '" + book.id.value() + "'");
  }

  StayRequest request(Line line) {
    return new StayRequest(venue, line.reference, By.STAFF, key(), book.now);
  }

  static Optional<String> refusal(StayAnswer answer) {
    return answer instanceof No no ? Optional.of(no.why().code()) : Optional.empty();
  }

  void compare(Line line, Stay stay) {
    assertEquals(stay, book.book.byReference(book.id, line.reference).orElseThrow());
    assertEquals(line.status, stay.state().code());
    assertEquals(line.kind.name(), stay.type());
    assertEquals(line.arrival, stay.nights().arrival());
    assertEquals(line.departure, stay.nights().departure());
    assertEquals(
        naive.price(line.arrival, line.departure, line.kind, line.party, line.early, line.late),
        stay.quote().total());
    assertEquals(line.bound, stay.quote().freeUntil());
    assertEquals(line.fee, stay.quote().cancellationFee());
    assertEquals(line.keeps(), stay.claim() != null);
    if (line.keeps()) {
      assertEquals(line.from, stay.claim().period().from());
      assertEquals(line.to, stay.claim().period().to());
      assertTrue(line.kind.rooms().contains(stay.claim().room()));
    }
  }

  /** Every counter is what the pencil says. */
  void look() {
    for (Kind kind : hotel.kinds()) {
      for (int i = 0; i < 20; i++) {
        LocalDate night = hotel.day().plusDays(i);
        assertEquals(naive.sold(kind, night, null), sold(kind, night), kind.name() + " " + night);
      }
    }
  }

  private long sold(Kind kind, LocalDate night) {
    return book.database
        .one(
            "SELECT coalesce(sum(used), 0) AS n FROM type_nights WHERE venue = ? AND room_type = ? AND night = ?",
            row -> row.big("n"),
            book.id.value(),
            kind.name(),
            night)
        .orElseThrow();
  }

  Kind kind() {
    return hotel.kinds().get(draw(hotel.kinds().size()));
  }

  LocalDate day() {
    return hotel.day().plusDays(draw(6));
  }

  Party party(Kind kind) {
    if (draw(25) == 0) {
      return new Party(draw(2) * 500, 0, 0);
    }
    int adults = 1 + draw(kind.adults());
    int children = draw(3) == 0 ? draw(kind.children() + 1) : 0;
    return new Party(adults, children, draw(5) == 0 ? 1 : 0);
  }

  int nights() {
    return draw(20) == 0 ? draw(9) - 1 : hotel.leastNights() + draw(2);
  }
}
