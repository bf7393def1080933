package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.vapi.PhoneCalls;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a caller hears of each thing that is done for them: one line, for the ear. */
@InSharedSandbox
class SpokenToolsTest {

  private static final String RESTAURANT = "+34600000900";
  private static final String HOTEL = "+34600000910";

  /** Digits are for the eye; a booking's reference is spelled by whoever speaks. */
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}-?[0-9]{3,6}");

  private static Sandbox sandbox;
  private int wishes;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
  }

  @Test
  void aTableIsConfirmedChangedAndCalledOff() {
    String guest = "+34600000181";
    String booked =
        says(
            guest,
            RESTAURANT,
            "create_reservation",
            """
            {"date": "2026-11-24", "time": "14:00", "party_size": 2, "name": "Ana"}\
            """);
    String reference = code(booked);
    assertHeard(booked, "martes", "dos de la tarde");

    String confirmed = says(guest, RESTAURANT, "confirm_reservation", with(reference, ""));
    assertHeard(confirmed, "martes", "dos");

    String changed =
        says(guest, RESTAURANT, "change_reservation", with(reference, ", \"time\": \"15:00\""));
    assertHeard(changed, "tres de la tarde");

    String off = says(guest, RESTAURANT, "cancel_reservation", with(reference, ""));
    assertHeard(off, "cancelad");

    assertHeard(
        says(guest, RESTAURANT, "change_reservation", with(reference, ", \"time\": \"21:00\"")),
        "no se puede cambiar");
    assertEquals(
        "cancelled", one("SELECT status FROM reservations WHERE guest_phone = '" + guest + "'"));
  }

  @Test
  void aRoomIsConfirmedChangedKeptLongerAndCalledOff() {
    String guest = "+34600000182";
    String booked =
        says(
            guest,
            HOTEL,
            "hold_stay",
            """
            {"arrival": "2026-12-01", "departure": "2026-12-03", "adults": 2, "name": "Ana"}\
            """);
    String reference = code(booked);
    assertHeard(booked, "diciembre");

    assertHeard(says(guest, HOTEL, "confirm_stay", with(reference, "")), "diciembre");
    assertHeard(
        says(guest, HOTEL, "late_check_out", with(reference, ", \"time\": \"14:00\"")), "dos");
    assertHeard(
        says(guest, HOTEL, "change_stay", with(reference, ", \"departure\": \"2026-12-04\"")),
        "cuatro");
    assertHeard(says(guest, HOTEL, "cancel_stay", with(reference, "")), "cancelad");
  }

  @Test
  void whatIsAskedForNobodyIsRefusedInWords() {
    for (String tool : List.of("confirm_reservation", "change_reservation", "cancel_reservation")) {
      assertHeard(says("+34600000183", RESTAURANT, tool, with("ZZ9999", "")));
    }
    for (String tool : List.of("confirm_stay", "change_stay", "cancel_stay")) {
      assertHeard(says("+34600000183", HOTEL, tool, with("ZZ9999", "")));
    }
    assertHeard(
        says("+34600000183", HOTEL, "late_check_out", with("ZZ9999", ", \"time\": \"14:00\"")));
  }

  private static String with(String reference, String more) {
    return "{\"reference\": \"" + reference + "\"" + more + "}";
  }

  /** In the words of the call's language, on one line, and nothing of it is to be read. */
  private static void assertHeard(String said, String... words) {
    assertFalse(said.isBlank());
    assertFalse(said.contains("\n"), said);
    String spoken = CODE.matcher(said).replaceAll("");
    assertFalse(spoken.matches(".*[0-9{}_€].*"), said);
    for (String word : words) {
      assertTrue(said.contains(word), "'" + word + "' is not in: " + said);
    }
  }

  private static String code(String said) {
    Matcher code = CODE.matcher(said);
    assertTrue(code.find(), said);
    return code.group();
  }

  private String says(String guest, String house, String tool, String arguments) {
    String id = "call_spoken_" + guest + "_" + wishes++;
    String script =
        "[{\"tool\": \"%s\", \"id\": \"%s\", \"arguments\": %s}]".formatted(tool, id, arguments);
    PhoneCalls.Played played =
        sandbox
            .vapi()
            .calls()
            .play(new PhoneCalls.Script(guest, house, Json.read(script), "customer-ended-call"));
    JsonNode result = played.results().path(0);
    assertFalse(result.has("error"), tool + ": " + result);
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)));
    return result.path("result").asText();
  }

  private static String one(String sql) {
    return sandbox.database().strings(sql).getFirst();
  }
}
