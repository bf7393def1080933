package io.conserje.followups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.names.Variable;
import io.conserje.testkit.http.ScriptedServer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A call whose end nobody told us. */
class UnendedCallsTest extends FollowedUpHouse {

  /** The guest was promised a call, nobody picked up, and Twilio's word of it never came. */
  @Test
  void aCallBackThatEndedWithoutNewsIsAskedAboutAndMadeOnceMore() throws Exception {
    try (ScriptedServer twilio = new ScriptedServer()) {
      asksTwilio(twilio);
      aCallBackThatRings("CA1");
      twilio.answers(503, "");

      now = NOW.plusSeconds(601);
      assertEquals("1 asked about, 0 ended", run("lost-call-reports"));
      twilio
          .afresh()
          .answers(
              200, "{\"status\":\"no-answer\",\"end_time\":\"Fri, 20 Nov 2026 11:00:30 +0000\"}");
      assertEquals("0 asked about, 0 ended", run("lost-call-reports"));

      now = NOW.plusSeconds(1203);
      assertEquals("1 asked about, 1 ended", run("lost-call-reports"));
      assertEquals("0 asked about, 0 ended", run("lost-call-reports"));
    }
    assertEquals(
        List.of("ended no-answer 2026-11-20 11:00:30", "queued - -"),
        select(
            """
            SELECT state || ' ' || coalesce(nullif(ended_reason, ''), '-') || ' '
              || coalesce(to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), '-')
            FROM calls ORDER BY 1
            """));
    assertEquals(
        List.of("1 over no-answer", "2 waiting "),
        select("SELECT attempt || ' ' || state || ' ' || reason FROM outgoing_calls ORDER BY 1"));
  }

  @Test
  void aCallBackThatTwilioDoesNotKnowIsLostAndMadeOnceMore() throws Exception {
    try (ScriptedServer twilio = new ScriptedServer()) {
      asksTwilio(twilio);
      aCallBackThatRings("CA1");
      twilio.answers(404, "{\"code\":20404}");

      now = NOW.plusSeconds(601);
      assertEquals("1 asked about, 1 ended", run("lost-call-reports"));
    }
    assertEquals(
        List.of("1 over lost", "2 waiting "),
        select("SELECT attempt || ' ' || state || ' ' || reason FROM outgoing_calls ORDER BY 1"));
  }

  @Test
  void aCallOfABrowserThatNeverConnectedOrIsHeardOfNoMoreEnds() throws Exception {
    aCall("browser", "announced", "ringing");
    aCall("browser", "silent", "in_progress");
    aCall("browser", "talks", "in_progress");
    aWordIn("talks", NOW.plusSeconds(60));

    now = NOW.plusSeconds(601);
    assertEquals("3 asked about, 2 ended", run("lost-call-reports"));
    assertEquals(
        List.of(
            "announced ended never_connected 11:10:01",
            "silent ended cut_off 11:00:00",
            "talks in_progress - -"),
        ends());

    now = NOW.plusSeconds(1203);
    assertEquals("1 asked about, 1 ended", run("lost-call-reports"));
    assertEquals("talks ended cut_off 11:01:00", ends().getLast());
  }

  private List<String> ends() throws Exception {
    return select(
        """
        SELECT provider_call_id || ' ' || state || ' ' || coalesce(nullif(ended_reason, ''), '-') || ' '
          || coalesce(to_char(ended_at AT TIME ZONE 'UTC', 'HH24:MI:SS'), '-')
        FROM calls ORDER BY 1
        """);
  }

  private void aWordIn(String call, Instant at) throws Exception {
    execute(
        """
        INSERT INTO messages (conversation, venue, sender, kind, body, at, state, call)
        SELECT conversation, venue, 'assistant', 'speech', '¿Sigue ahí?', '%s', 'done', id
        FROM calls WHERE provider_call_id = '%s'
        """
            .formatted(at, call));
  }

  private void asksTwilio(ScriptedServer twilio) {
    environment.put(Variable.TWILIO_ACCOUNT_SID, "AC1");
    environment.put(Variable.TWILIO_AUTH_TOKEN, "test-token-not-real");
    environment.put(Variable.TWILIO_BASE_URL, twilio.url());
    environment.put(Variable.SESSION_SECRET_KEY, "test-session-key-not-real");
    followUps = new FollowUps(environment, () -> now);
  }

  private void aCall(String provider, String id, String state) throws Exception {
    execute(
        """
        INSERT INTO calls (id, venue, provider, provider_call_id, carrier_call_id, direction, conversation,
          house_address, guest_address, state, began_at, heard_at)
        VALUES ('%s', 'casa', '%s', '%s', '', 'outbound', '%s', '+34600000900', '+34600000101', '%s', '%s', '%s')
        """
            .formatted(UUID.randomUUID(), provider, id, CONVERSATION, state, NOW, NOW));
  }

  private void aCallBackThatRings(String id) throws Exception {
    aCall("twilio", id, "ringing");
    execute(
        """
        INSERT INTO outgoing_calls (id, venue, key, kind, provider, house_address, to_address, purpose, language,
          leaves_message, conversation, attempt, state, ordered_at, due_at, provider_call_id)
        SELECT id, venue, 'promised', 'call_back', provider, house_address, guest_address, '', 'es', false,
          conversation, 1, 'ringing', began_at, began_at, provider_call_id FROM calls
        """);
  }
}
