package io.conserje.venue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.BookingPolicy;
import io.conserje.venue.Channel;
import io.conserje.venue.HouseFile;
import io.conserje.venue.HouseRules;
import io.conserje.venue.WritingHours;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseReaderTest {

  @Test
  void aHouseThatIsRightIsRead() {
    HouseFile file = HouseReader.read(House.right());

    assertEquals("casa", file.venue().id().value());
    assertEquals(3, file.venue().room().tables().size());
    assertEquals(4, file.venue().room().tables().getFirst().extended());
    assertTrue(file.venue().room().pets("terrace"));
    assertEquals("+34600000900", file.addresses().getFirst().address());
  }

  @Test
  void whatIsLeftOutIsAsUsual() {
    HouseRules rules = HouseReader.read(House.with("rules", "{}")).venue().rules();

    assertEquals(10, rules.largestParty());
    assertEquals(Duration.ofMinutes(120), rules.stayOf(4, "dinner"));
    assertEquals(Duration.ofMinutes(30), rules.notice());
    assertEquals(Duration.ofDays(365), rules.horizon());
    assertEquals(BookingPolicy.USUAL, rules.policy());
  }

  @Test
  void whatIsToldOfATableIsOneTextOrOneForEachLanguage() {
    assertEquals("junto a los aseos", told("junto a los aseos", "en"));
    assertEquals("by the toilets", told("{es: junto a los aseos, en: by the toilets}", "en"));
    assertEquals("junto a los aseos", told("{es: junto a los aseos}", "en"));
    InvalidHouse invalid =
        assertThrows(InvalidHouse.class, () -> told("{fr: près des toilettes}", "fr"));
    assertEquals("/tables/0/tell/fr", invalid.problems().getFirst().path());
  }

  private static String told(String yaml, String language) {
    return HouseReader.read(House.with("tables/0/tell", yaml))
        .venue()
        .room()
        .tables()
        .getFirst()
        .tell()
        .in(Locale.of(language));
  }

  @Test
  void whoSendsIsOneThatCarriesTheChannel() {
    assertEquals(
        Map.of(Channel.SMS, "telnyx"),
        HouseReader.read(House.with("messages/carriers/sms", "telnyx"))
            .venue()
            .correspondence()
            .carriers());
    for (String wrong : List.of("sms: meta", "whatsapp: telnyx", "voice: meta")) {
      assertThrows(
          InvalidHouse.class,
          () -> HouseReader.read(House.with("messages/carriers", "{" + wrong + "}")),
          wrong);
    }
  }

  @Test
  void theHoursToWriteInAreTheHousesOwn() {
    assertEquals(
        new WritingHours(LocalTime.of(10, 30), LocalTime.of(23, 0)),
        HouseReader.read(House.with("rules/write_from", "'10:30'"))
            .venue()
            .rules()
            .policy()
            .writing());
  }

  @Test
  void everythingThatIsMissingIsToldAtOnce() {
    InvalidHouse invalid =
        assertThrows(InvalidHouse.class, () -> HouseReader.read(new HashMap<>()));

    List<String> paths = new ArrayList<>();
    invalid.problems().forEach(problem -> paths.add(problem.path()));
    assertTrue(
        paths.containsAll(
            List.of("/venue", "/name", "/kind", "/time_zone", "/language", "/phone", "/address")),
        paths.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          opening              | 1                                | /opening                        | is not known here
          venue                | Casa Lola                        | /venue                          | small letters, digits and hyphens
          kind                 | bar                              | /kind                           | restaurant or hotel
          time_zone            | Europe/Logroño                   | /time_zone                      | a zone as Europe/Madrid
          language             | español de aquí                  | /language                       | a language as es
          phone                | 941 123 456                      | /phone                          | "+34600000999"
          name                 | [a]                              | /name                           | a text
          channels/telex       | ["1"]                            | /channels/telex                 | is no channel
          channels/staff       | ["1"]                            | /channels/staff                 | known are whatsapp, sms, webchat, voice, email
          channels/WhatsApp    | ["+34600000901"]                 | /channels/WhatsApp              | is no channel
          channels/sms         | ["+34600000901", "+34600000901"] | /channels/sms/1                 | twice
          hours/services       | {}                               | /hours/services                 | a list
          hours/services       | [lunch]                          | /hours/services/0               | names and values
          hours/services/0/first | "25:00"                        | /hours/services/0/first         | "20:30"
          hours/services/0/days  | [someday]                      | /hours/services/0/days/0        | one of [monday
          hours/services/0/days  | []                             | /hours/services/0/days          | a weekday
          hours/services/0/when  | sometimes                      | /hours/services/0/when          | one of [always, holiday
          hours/services/0/lats  | "15:00"                        | /hours/services/0/lats          | is not known here
          hours/holidays       | [{name: x, day: "13-01"}]        | /hours/holidays/0/day           | "12-25"
          hours/holidays       | [{name: x, easter: 200}]         | /hours/holidays/0/easter        | from -100 to 100
          hours/holidays       | [{name: x, date: tomorrow}]      | /hours/holidays/0/date          | "2026-12-24"
          hours/holidays       | [{name: x}]                      | /hours/holidays/0/day           | is missing
          hours/holidays       | [{name: x, day: "12-25", easter: 1}] | /hours/holidays/0           | one of day, easter and date
          hours/holidays       | [{name: x, day: "12-25", date: "2026-12-25"}] | /hours/holidays/0  | one of day, easter and date
          hours/exceptions     | [{date: "2026-12-24", from: "2026-12-20"}] | /hours/exceptions/0   | either date or from and to
          hours/exceptions     | [{date: "2026-12-24", to: "2026-12-26"}] | /hours/exceptions/0     | either date or from and to
          hours/exceptions     | [{date: "2026-12-24", open: [{service: lunch, first: "13:00", last: "15:00", sittings: []}]}] | /hours/exceptions/0/open/0/sittings | one sitting at least
          hours/exceptions     | [{from: "2026-12-24", to: "2026-12-23"}] | /hours/exceptions/0/to  | on or after from
          hours/sittings       | [{service: lunch, sittings: []}] | /hours/sittings/0/sittings      | one sitting at least
          tables/0/seats       | many                             | /tables/0/seats                 | from 1 to 60
          tables/0/seats       | 61                               | /tables/0/seats                 | from 1 to 60
          tables/0/extended    | 3                                | /tables/0/extended              | at least its seats, 4
          tables/0/fewest      | 5                                | /tables/0/fewest                | from 1 to 4
          tables/1/name        | T1                               | /tables/1/name                  | another table too
          tables/1/zone        | garden                           | /tables/1/zone                  | among the zones
          tables/1/wheelchair  | perhaps                          | /tables/1/wheelchair            | true or false
          joins                | [{tables: [T1], seats: 4}]       | /joins/0/tables                 | two different tables
          joins                | [{tables: [T1, T9], seats: 4}]   | /joins/0/tables                 | tables of this file
          rules/largest_party  | 0                                | /rules/largest_party            | from 1 to 200
          rules/notice         | half an hour                     | /rules/notice                   | 90m, 24h or 365d
          rules/stays          | []                               | /rules/stays                    | one line at least
          rules/stays          | [{up_to: 2, usual: 13h}]         | /rules/stays/0/usual            | from 15m to 12h
          rules/stays          | [{up_to: 2, usual: 1h}, {up_to: 2, usual: 2h}] | /rules/stays/1/up_to | twice
          rules/corkage        | 5                                | /rules/corkage                  | is not known here
          knowledge            | [{topic: x, language: es}]       | /knowledge/0/text               | is missing
          """)
  void whatCannotBeObeyedIsAProblemWithItsPath(
      String place, String yaml, String path, String reason) {
    Map<String, Object> document = House.with(place, yaml);

    List<Problem> problems =
        assertThrows(InvalidHouse.class, () -> HouseReader.read(document)).problems();

    assertTrue(
        problems.stream().anyMatch(p -> p.path().equals(path) && p.reason().contains(reason)),
        problems.toString());
  }

  @Test
  void aTextTooLongForAnythingIsRefused() {
    Map<String, Object> house = House.right();
    house.put("address", "x".repeat(2_001));

    assertThrows(InvalidHouse.class, () -> HouseReader.read(house));
  }

  @Test
  void keysAreBroughtIntoTheOrderOfAPersonAndNothingIsLost() {
    Map<String, Object> ordered = HouseReader.inOrder(new java.util.TreeMap<>(House.right()));

    assertEquals(House.right(), ordered);
    assertEquals(
        List.of(
            "venue",
            "name",
            "kind",
            "time_zone",
            "language",
            "phone",
            "address",
            "channels",
            "hours",
            "zones",
            "tables",
            "rules"),
        List.copyOf(ordered.keySet()));
  }
}
