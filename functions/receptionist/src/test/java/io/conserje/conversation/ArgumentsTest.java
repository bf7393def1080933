package io.conserje.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.conversation.ToolSpec.Parameter;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record is what a model is offered and what the code is given. */
class ArgumentsTest {

  private enum Why {
    GROUP,
    @AlsoCalled("wish")
    PERSON
  }

  private record When(
      @Meaning("the day") LocalDate date,
      @MayBeAbsent @Meaning("the hour") LocalTime time,
      @Meaning("how many") Integer partySize) {}

  private record Asked(
      @Meaning("who") String name,
      When when,
      @MayBeAbsent @Meaning("chairs") int highChairs,
      @MayBeAbsent @Meaning("animals") boolean pets,
      @MayBeAbsent @Meaning("why") Why why,
      @MayBeAbsent @Meaning("the rest") String notes) {}

  private record Changed(@MayBeAbsent When when) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private static final Map<String, Object> LEAST =
      Map.of("name", "Lucía", "date", "2026-11-27", "party_size", 4);

  @Test
  void aModelIsOfferedTheComponentsAndThoseOfTheRecordsWithin() {
    assertEquals(
        List.of(
            new Parameter("name", "string", "who", true, List.of()),
            new Parameter("date", "string", "the day", true, List.of()),
            new Parameter("time", "string", "the hour", false, List.of()),
            new Parameter("party_size", "integer", "how many", true, List.of()),
            new Parameter("high_chairs", "integer", "chairs", false, List.of()),
            new Parameter("pets", "boolean", "animals", false, List.of()),
            new Parameter("why", "string", "why", false, List.of("group", "person")),
            new Parameter("notes", "string", "the rest", false, List.of())),
        ASKED.parameters());
  }

  @Test
  void whatTheModelPassesIsReadIntoTheRecord() {
    Map<String, Object> passed = new HashMap<>(LEAST);
    passed.putAll(
        Map.of("time", "21:00", "high_chairs", 1, "pets", true, "why", "person", "notes", "patio"));

    assertEquals(
        new Asked(
            "Lucía",
            new When(LocalDate.of(2026, 11, 27), LocalTime.of(21, 0), 4),
            1,
            true,
            Why.PERSON,
            "patio"),
        ASKED.read(passed));
  }

  @Test
  void whatMayBeAbsentIsNothing() {
    Asked asked = ASKED.read(LEAST);

    assertEquals(
        new Asked("Lucía", new When(LocalDate.of(2026, 11, 27), null, 4), 0, false, null, ""),
        asked);
    assertEquals(asked, ASKED.read(and("notes", "  ")), "blank is absent");
    assertEquals(asked, ASKED.read(and("time", null)));
    assertEquals(asked, ASKED.read(and("shoe_size", 44)), "nobody asked");
  }

  @Test
  void aGroupThatMayBeAbsentMayBeAbsentInPart() {
    Arguments<Changed> changed = Arguments.of(Changed.class);

    assertEquals(
        List.of(false, false, false),
        changed.parameters().stream().map(Parameter::required).toList());
    assertEquals(new When(null, null, 4), changed.read(Map.of("party_size", 4)).when());
    assertNull(changed.read(Map.of()).when().partySize());
  }

  @Test
  void aTextThatHasToBeThereIsEmptyWithoutIt() {
    Map<String, Object> nameless = new HashMap<>(LEAST);
    nameless.remove("name");

    assertEquals("", ASKED.read(nameless).name());
  }

  @Test
  void whatModelsWriteOtherwiseIsUnderstood() {
    assertEquals(4, ASKED.read(and("party_size", "4")).when().partySize());
    assertEquals(4, ASKED.read(and("party_size", 4.0)).when().partySize());
    assertEquals(4, ASKED.read(and("party_size", " 4.0 ")).when().partySize());
    assertEquals(true, ASKED.read(and("pets", "true")).pets());
    assertEquals(Why.GROUP, ASKED.read(and("why", "Group")).why());
    assertEquals(Why.PERSON, ASKED.read(and("why", "wish")).why());
    assertEquals("a\nb", ASKED.read(and("notes", " a\u0000\n\u0007b\t ")).notes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          party_size | cuatro      | party_size has to be a whole number
          party_size | 4.5         | party_size has to be a whole number
          party_size |             | party_size has to be a whole number
          high_chairs| dos         | high_chairs has to be a whole number
          date       | mañana      | date has to be yyyy-mm-dd
          date       | 2026-02-30  | date has to be yyyy-mm-dd
          date       |             | date has to be yyyy-mm-dd
          date       | 1999-12-31  | date is in no year a guest can mean
          date       | 2201-01-01  | date is in no year a guest can mean
          time       | 25:00       | time has to be HH:mm
          time       | a las nueve | time has to be HH:mm
          pets       | sí          | pets has to be true or false
          why        | bored       | why has to be one of group, person
          """)
  void whatCannotBeReadIsToldInWordsAModelCanUse(String name, String value, String told) {
    InvalidArgument wrong = assertThrows(InvalidArgument.class, () -> ASKED.read(and(name, value)));

    assertEquals(told, wrong.getMessage());
  }

  @Test
  void noTextIsLongerThanAGuestWouldWrite() {
    assertEquals(500, ASKED.read(and("notes", "x".repeat(500))).notes().length());
    InvalidArgument wrong =
        assertThrows(InvalidArgument.class, () -> ASKED.read(and("notes", "x".repeat(501))));
    assertEquals("notes is longer than 500 characters", wrong.getMessage());
  }

  @Test
  void aRecordNoModelCouldUseIsRefusedAtOnce() {
    record Unsaid(String name) {}
    record Twice(When when, @Meaning("the day again") LocalDate date) {}
    record Odd(@Meaning("how much") double amount) {}

    assertThrows(IllegalArgumentException.class, () -> Arguments.of(Unsaid.class));
    assertThrows(IllegalArgumentException.class, () -> Arguments.of(Twice.class));
    assertThrows(IllegalArgumentException.class, () -> Arguments.of(Odd.class));
  }

  @Test
  void theSchemaSaysTypesChoicesAndWhatHasToBeThere() {
    Map<String, Object> schema = new ToolSpec("ask", "Asks.", ASKED).schema();

    Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
    assertEquals("object", schema.get("type"));
    assertEquals(List.of("name", "date", "party_size"), schema.get("required"));
    assertEquals(false, schema.get("additionalProperties"));
    assertEquals(Map.of("type", "string", "description", "the day"), properties.get("date"));
    assertEquals(
        Map.of("type", "string", "description", "why", "enum", List.of("group", "person")),
        properties.get("why"));
  }

  private static Map<String, Object> and(String name, Object value) {
    Map<String, Object> passed = new HashMap<>(LEAST);
    passed.put(name, value);
    return passed;
  }
}
