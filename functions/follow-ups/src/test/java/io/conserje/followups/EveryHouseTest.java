package io.conserje.followups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import io.conserje.venue.house.HouseReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EveryHouseTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void everyHouseHasItsTurn() {
    assertEquals("", run(_ -> {}));
    assertEquals(List.of("a", "b", "c"), done);
  }

  @Test
  void whichFailAreCountedAndTheOthersHaveTheirTurn() {
    assertEquals(", failed for 1 house", run(venue -> failIf(venue.id().value().equals("a"))));
    assertEquals(List.of("b", "c"), done);
    assertEquals(", failed for 2 houses", run(venue -> failIf(!venue.id().value().equals("b"))));
    assertEquals(List.of("b", "c", "b"), done);
  }

  private String run(Consumer<Venue> work) {
    return EveryHouse.of(
        new Three(),
        "job",
        venue -> {
          work.accept(venue);
          done.add(venue.id().value());
        });
  }

  private static void failIf(boolean fails) {
    if (fails) {
      throw new IllegalStateException("on purpose");
    }
  }

  private static final class Three implements Venues {
    @Override
    public Optional<Venue> byId(VenueId id) {
      return Optional.empty();
    }

    @Override
    public Optional<Venue> byAddress(Channel channel, String houseAddress) {
      return Optional.empty();
    }

    @Override
    public List<Venue> all() {
      return List.of(house("a"), house("b"), house("c"));
    }

    private static Venue house(String id) {
      Map<String, Object> document =
          Map.of(
              "venue", id,
              "name", "Casa",
              "kind", "restaurant",
              "time_zone", "Europe/Madrid",
              "language", "es",
              "phone", "+34600000999",
              "address", "Plaza 1");
      return HouseReader.read(document).venue();
    }
  }
}
