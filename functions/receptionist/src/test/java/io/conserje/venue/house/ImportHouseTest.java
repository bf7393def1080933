package io.conserje.venue.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.HouseFile;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportHouseTest {

  private final ImportHouse importHouse =
      new ImportHouse(new LastHouse(), () -> Instant.parse("2026-11-20T11:00:00Z"));

  @Test
  void aHouseThatFitsTogetherIsKept() {
    assertInstanceOf(Imported.Kept.class, importHouse.put(House.right()));
  }

  @Test
  void whatCannotBeReadIsRefusedWithTheReadersProblems() {
    assertEquals(
        List.of(new Problem("/kind", "has to be restaurant or hotel")),
        refused(House.with("kind", "bar")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          channels/whatsapp    | [restaurante]          | /channels/whatsapp/0     | "+34600000900"
          hours/services/0/last   | "12:00"             | /hours/services/0/last   | at or after first, 13:00
          hours/services/0/closes | "15:00"             | /hours/services/0/closes | 15m after last at least, 15:30
          hours/services/0/closes | "15:40"             | /hours/services/0/closes | 15m after last at least, 15:30
          hours/sittings       | [{service: brunch, sittings: [{first: "13:00", last: "14:00"}]}] | /hours/sittings/0/service | among the services
          hours/sittings       | [{service: lunch, sittings: [{first: "14:00", last: "13:00"}]}] | /hours/sittings/0/sittings/0/last | at or after first, 14:00
          hours/sittings       | [{service: lunch, sittings: [{first: "13:00", last: "14:00", until: "13:45"}]}] | /hours/sittings/0/sittings/0/until | after last, 14:00
          hours/sittings       | [{service: lunch, sittings: [{first: "13:00", last: "14:00", until: "14:00"}]}] | /hours/sittings/0/sittings/0/until | after last, 14:00
          hours/sittings       | [{service: lunch, sittings: [{first: "13:00", last: "14:00", until: "15:00"}, {first: "14:45", last: "15:30"}]}] | /hours/sittings/0/sittings/1/first | after the sitting before it
          hours/sittings       | [{service: lunch, days: [tuesday], sittings: [{first: "13:00", last: "16:00"}]}] | /hours/sittings/0 | outside of lunch on 2026-11-24, when it is booked from 13:00 to 15:30
          hours/sittings       | [{service: lunch, sittings: [{first: "12:00", last: "14:00"}]}] | /hours/sittings/0 | outside of lunch on 2026-11-20
          hours/closed         | [{day: monday, instead: tuesday}] | /hours/closed/0/instead | opens_on_holidays
          hours/closed         | [{day: monday, opens_on_holidays: true, instead: monday}] | /hours/closed/0/instead | another day
          hours/exceptions     | [{date: "2026-12-24", service: brunch}] | /hours/exceptions/0/service | among the services
          hours/exceptions     | [{date: "2026-12-24", service: lunch, open: [{service: dinner, first: "20:00", last: "21:00"}]}] | /hours/exceptions/0/open/0/service | has to be lunch
          hours/exceptions     | [{date: "2026-12-24", open: [{service: lunch, first: "13:00", last: "15:00", sittings: [{first: "14:00", last: "13:00"}]}]}] | /hours/exceptions/0/open/0/sittings/0/last | at or after first, 14:00
          hours/exceptions     | [{date: "2026-12-24", open: [{service: lunch, first: "13:00", last: "15:00", sittings: [{first: "13:00", last: "15:15"}]}]}] | /hours/exceptions/0/open/0/sittings | from first to last
          zones                | [{name: inside}, {name: terrace}, {name: inside, pets: true}] | /zones/2/name | twice
          joins                | [{tables: [T1, T2], seats: 9}]  | /joins/0/seats  | at most 8
          joins                | [{tables: [T1, T3], seats: 8}]  | /joins/0/tables | one zone
          joins                | [{tables: [T1, T2], seats: 8}, {tables: [T2, T1], seats: 7}] | /joins/1/tables | joined above already
          rules/largest_party  | 7                      | /rules/largest_party     | is 7, but no table or join seats more than 6
          rules/buffer         | 13h                    | /rules/buffer            | from 0m to 12h
          rules/hold           | 0m                     | /rules/hold              | from 1m to 7d
          rules/hold           | 8d                     | /rules/hold              | from 1m to 7d
          rules/confirm_within | 8d                     | /rules/confirm_within    | from 1m to 7d
          rules/offer          | 8d                     | /rules/offer             | from 1m to 7d
          rules/free_cancellation | 91d                 | /rules/free_cancellation | from 0m to 90d
          rules/no_show_grace  | 721m                   | /rules/no_show_grace     | from 0m to 12h
          rules/large_tables_until | 8d                 | /rules/large_tables_until | from 0m to 7d
          rules/horizon        | 3650d                  | /rules/horizon           | from 1d to 1095d
          rules                | {largest_party: 6, horizon: 23h} | /rules/horizon | from 1d to 1095d
          rules/notice         | 31d                    | /rules/notice            | from 0m to 30d
          rules                | {largest_party: 6, horizon: 2d, notice: 48h} | /rules/notice | shorter than horizon
          rules/dishes         | [{name: cochinillo, words: [cochinillo], notice: 31d}] | /rules/dishes/0/notice | from 0m to 30d
          rules/dishes         | [{name: cochinillo, notice: 24h}] | /rules/dishes/0/words   | one word at least
          rules/covers_per_quarter | 5                  | /rules/covers_per_quarter | 0 or at least 6
          rules/stays          | [{up_to: 4, usual: 1h}, {up_to: 2, usual: 1h}] | /rules/stays | no line for more than 4, but largest_party is 6
          rules/stays          | [{up_to: 6, usual: 2h, brunch: 1h}] | /rules/stays | brunch up to 6
          """)
  void whatDoesNotFitTogetherIsAProblemWithItsPath(
      String place, String yaml, String path, String reason) {
    List<Problem> problems = refused(House.with(place, yaml));

    assertEquals(1, problems.size(), problems.toString());
    assertEquals(path, problems.getFirst().path());
    assertTrue(problems.getFirst().reason().contains(reason), problems.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // after midnight
        "[{service: dinner, first: \"22:00\", last: \"01:00\", closes: \"02:00\"}]",
        // closes at the last booking
        "[{service: dinner, first: \"20:00\", last: \"23:00\"}]",
        // closes as soon as a party may have sat
        "[{service: dinner, first: \"20:00\", last: \"23:50\", closes: \"00:05\"}]"
      })
  void hoursAfterMidnightFit(String services) {
    assertInstanceOf(Imported.Kept.class, importHouse.put(House.with("hours/services", services)));
  }

  @Test
  void aSittingAfterMidnightFits() {
    Map<String, Object> house =
        House.with(
            "hours",
            """
            services: [{service: dinner, first: "20:00", last: "01:00", closes: "02:00"}]
            sittings:
              - service: dinner
                sittings: [{first: "20:00", last: "21:00", until: "23:00"}, {first: "23:00", last: "00:30", until: "02:00"}]
            """);

    assertInstanceOf(Imported.Kept.class, importHouse.put(house));
  }

  @Test
  void anExceptionHasSittingsOfItsOwn() {
    Map<String, Object> house =
        House.with(
            "hours",
            """
            services: [{service: dinner, first: "20:00", last: "23:00", closes: "00:30"}]
            sittings:
              - service: dinner
                sittings: [{first: "20:00", last: "21:00", until: "22:00"}, {first: "22:00", last: "23:00"}]
            exceptions:
              - date: "2026-12-31"
                open:
                  - service: dinner
                    first: "19:00"
                    last: "00:30"
                    closes: "04:00"
                    sittings: [{first: "19:00", last: "20:00", until: "22:00"}, {first: "23:45", last: "00:30"}]
              - date: "2027-01-02"
                open: [{service: dinner, first: "19:00", last: "23:30"}]
            """);

    assertInstanceOf(Imported.Kept.class, importHouse.put(house));
    OpeningHours hours = HouseReader.read(house).venue().hours();
    assertEquals(List.of("19:00-20:00", "23:45-00:30"), sittings(hours, "2026-12-31"));
    assertEquals(List.of("20:00-21:00", "22:00-23:00"), sittings(hours, "2027-01-01"));
    assertEquals(List.of("19:00-23:30"), sittings(hours, "2027-01-02"));
  }

  private static List<String> sittings(OpeningHours hours, String day) {
    return hours.sittingsOf(LocalDate.parse(day)).stream()
        .map(s -> s.first().toLocalTime() + "-" + s.last().toLocalTime())
        .toList();
  }

  private List<Problem> refused(Map<String, Object> document) {
    return assertInstanceOf(Imported.Refused.class, importHouse.put(document)).problems();
  }

  private static final class LastHouse implements HouseFiles {
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
