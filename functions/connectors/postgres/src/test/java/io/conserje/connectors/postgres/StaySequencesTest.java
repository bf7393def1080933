package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random hotels, random guests: whatever they and the desk do, the book answers as somebody with a
 * pencil would, and holds what its answers said.
 */
class StaySequencesTest {

  private static final Database DATABASE = Database.with(0);
  private static int hotels;

  @AfterContainer
  static void close() {
    System.out.println(hotels + " hotels: " + BothHotels.SEEN);
    DATABASE.close();
  }

  @Provide
  Arbitrary<Long> drawn() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform()).dontShrink();
  }

  @Provide
  Arbitrary<List<Long>> steps() {
    return drawn().list().ofMinSize(8).ofMaxSize(20);
  }

  @Property(edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
  @AddLifecycleHook(Sequences.class)
  void theBookAnswersAsSomebodyWithAPencilWould(
      @ForAll("drawn") long hotel, @ForAll("steps") List<Long> steps) {
    RandomHotel drawn = RandomHotel.of(hotel);
    Hotel book = new Hotel(DATABASE, "hotel" + hotels++, drawn.document(), drawn.zone().getId());
    BothHotels both = new BothHotels(book, drawn);
    HotelAtPlay play = new HotelAtPlay(both);
    steps.forEach(play::step);
    both.look();
    assertEquals(0, overlaps(book), "rooms kept twice");
    assertTrue(overAllotment(book) == 0, "sold beyond the allotment");
  }

  private static long overlaps(Hotel hotel) {
    return hotel.count(
        """
        room_claims a JOIN room_claims b ON a.venue = b.venue AND a.room = b.room AND a.stay < b.stay
        AND a.period && b.period WHERE a.venue = '%s'
        """
            .formatted(hotel.id.value()));
  }

  private static long overAllotment(Hotel hotel) {
    return hotel.count(
        "type_nights WHERE used > most AND venue = '%s'".formatted(hotel.id.value()));
  }
}
