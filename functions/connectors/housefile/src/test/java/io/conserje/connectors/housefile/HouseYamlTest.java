package io.conserje.connectors.housefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.HouseFile;
import io.conserje.venue.VenueId;
import io.conserje.venue.house.HouseFiles;
import io.conserje.venue.house.HouseReader;
import io.conserje.venue.house.ImportHouse;
import io.conserje.venue.house.Imported;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseYamlTest {

  @ParameterizedTest
  @ValueSource(strings = {"restaurante", "hotel"})
  void aFixtureIsTheSameHouseAfterItWasWrittenAndReadAgain(String name) {
    Map<String, Object> document = Fixtures.read(name).document();
    HouseFile house = HouseReader.read(document);

    String written = HouseYaml.write(document);

    assertEquals(document, Fixtures.parse(written).document());
    assertEquals(house, HouseReader.read(Fixtures.parse(written).document()));
    assertEquals(written, HouseYaml.write(Fixtures.parse(written).document()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"restaurante", "hotel"})
  void aFixtureHasNothingThatAnImportWouldRefuse(String name) {
    HouseText text = Fixtures.read(name);

    Imported imported =
        new ImportHouse(new NoHouses(), InstantSource.fixed(Instant.parse("2026-11-20T11:00:00Z")))
            .put(text.document());

    assertEquals(
        List.of(),
        imported instanceof Imported.Refused no ? text.problems(no.problems()) : List.of());
  }

  @Test
  void theOrderIsAPersonsHoweverTheDatabaseKeptIt() {
    Map<String, Object> document = Fixtures.read("restaurante").document();

    assertEquals(HouseYaml.write(document), HouseYaml.write(shuffled(document)));
  }

  @Test
  void timesAreQuotedAndShortThingsStandOnOneLine() {
    String written = HouseYaml.write(Fixtures.read("restaurante").document());

    assertTrue(written.startsWith("venue: restaurante\nname: Restaurante La Plaza\n"), written);
    assertTrue(written.contains("\nphone: \"+34600000999\"\n"), written);
    assertTrue(
        written.contains(
            "\n    - {service: dinner, days: [thursday], first: \"20:00\", last: \"22:30\","
                + " closes: \"00:00\"}\n"),
        written);
    assertTrue(written.contains("\n  stays:\n    - {up_to: 2, usual: \"75m\"}\n"), written);
  }

  @Test
  void anyTextComesBackAsItWas() {
    for (String text :
        List.of(
            "no",
            "12:30",
            "  x ",
            "a: b",
            "# x",
            "línea\notra",
            "\"'",
            "ñ 😀",
            "~",
            "",
            "- a",
            "0x1F",
            "1e3",
            ".inf",
            "true",
            "a\tb",
            "*a",
            "&a",
            "!x",
            "%x",
            "@x",
            "x #y",
            "=",
            "<<")) {
      Map<String, Object> document = Map.of("name", text);
      assertEquals(document, Fixtures.parse(HouseYaml.write(document)).document(), text);
    }
  }

  /** As {@code jsonb} gives it back: by the length of the names. */
  private static Object shuffle(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> shuffled =
            new TreeMap<>(
                (a, b) -> a.length() != b.length() ? b.length() - a.length() : b.compareTo(a));
        map.forEach((key, item) -> shuffled.put((String) key, shuffle(item)));
        yield shuffled;
      }
      case List<?> list -> list.stream().map(HouseYamlTest::shuffle).toList();
      default -> value;
    };
  }

  private static Map<String, Object> shuffled(Map<String, Object> document) {
    Map<String, Object> shuffled = new HashMap<>();
    document.forEach((key, value) -> shuffled.put(key, shuffle(value)));
    return shuffled;
  }

  /** Keeps whatever it is given. */
  private static final class NoHouses implements HouseFiles {
    @Override
    public Imported keep(HouseFile file, Map<String, Object> document, Instant now) {
      return new Imported.Kept(file.venue().id(), true, true);
    }

    @Override
    public Optional<Map<String, Object>> document(VenueId venue) {
      return Optional.empty();
    }
  }
}
