package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.demo.TelnyxEvent;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.RequestLog;
import io.conserje.sandbox.telnyx.TelnyxCalls.Played;
import io.conserje.sandbox.telnyx.TelnyxCalls.Script;
import io.conserje.sandbox.telnyx.TelnyxCalls.Sound;
import io.conserje.sandbox.telnyx.TelnyxGuests;
import io.conserje.sandbox.twilio.GuestPhones;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guests who call and write over Telnyx, with everything real but Telnyx and the voices. */
@InSharedSandbox
class TelnyxTest {

  private static final String RESTAURANT = "+34600000900";

  private static Sandbox sandbox;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
  }

  @BeforeEach
  void noSoundIsCarried() {
    sandbox.faults().clear(null);
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, null);
  }

  @Test
  void theDemoHolds() {
    assertTrue(TelnyxEvent.play(sandbox, new PrintStream(PrintStream.nullOutputStream())));
  }

  @Test
  void theSoundIsBroughtToItsHostUntilTheGuestHangsUp() {
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, "https://voice.example.com");

    Played played = call("+34610000701", Sound.ENDED, "busy", true);

    assertEquals(List.of("answer"), played.commands());
    assertEquals("ended normal_clearing 12000 USD", record(played));
    assertEquals(
        "[5]",
        one(
            "SELECT m.body FROM messages m JOIN calls c ON c.id = m.call WHERE c.provider_call_id = '"
                + played.callLegId()
                + "'"));
  }

  @Test
  void whoseSoundIsCutOffGetsItAgainAndThenHelp() {
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, "https://voice.example.com");

    assertEquals(
        List.of("answer", "streaming_start"),
        call("+34610000702", Sound.RECOVERS, "busy", true).commands());
    Played lost = call("+34610000703", Sound.UNREACHABLE, "completed", true);
    assertEquals(
        List.of("answer", "streaming_start", "speak", "playback_start", "playback_stop", "bridge"),
        lost.commands());
    assertEquals(
        List.of("taken"),
        sandbox
            .database()
            .strings(
                "SELECT t.state FROM call_transfers t JOIN calls c ON c.id = t.call"
                    + " WHERE c.guest_address = '+34610000703'"));
    assertTrue(record(lost).startsWith("ended "), record(lost));
  }

  @Test
  void whoReachesNobodyLeavesOneMessageHoweverOftenEventsCome() {
    sandbox.faults().add(new Fault("telnyx", "call-event", Fault.Kind.DUPLICATE, 0, 0, null), null);

    Played played = call("+34610000704", Sound.ENDED, "no-answer", true);

    assertEquals(
        List.of(
            "answer",
            "speak",
            "playback_start",
            "playback_stop",
            "speak",
            "record_start",
            "speak",
            "hangup"),
        played.commands());
    assertEquals("1", messages("+34610000704"));
  }

  @Test
  void aMachineThatPicksUpIsRungOffAndTheNextIsRung() {
    Played played = call("+34610000713", Sound.ENDED, "machine", true);
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(1)));

    assertEquals("record_start", played.commands().get(5), played.toString());
    for (String person : List.of("+34600000999", "+34600000950", "+34600000951")) {
      List<Played> rung = sandbox.telnyx().calls().made(person);
      assertTrue(
          rung.stream()
              .anyMatch(one -> one.commands().equals(List.of("gather_using_speak", "hangup"))),
          rung.toString());
    }
  }

  @Test
  void aMessageIsHeardLongAfterTelnyxsOwnAddressesAreDead() throws Exception {
    Played played = call("+34610000712", Sound.ENDED, "no-answer", true);
    String ours =
        one(
            "SELECT split_part(summary, ': ', 2) FROM person_requests"
                + " WHERE reason = 'message' AND guest_phone = '+34610000712'");
    String telnyxs =
        sandbox.requests().after("telnyx-webhooks", 0).stream()
            .map(entry -> Json.read(entry.body()).at("/data/payload"))
            .filter(told -> told.path("call_leg_id").asText().equals(played.callLegId()))
            .map(told -> told.at("/recording_urls/mp3").asText())
            .filter(url -> !url.isEmpty())
            .findFirst()
            .orElseThrow();
    assertTrue(ours.startsWith(sandbox.gateway() + "/recordings/"), ours);
    assertEquals(200, opened(telnyxs).statusCode());

    sandbox.clock().set(sandbox.clock().instant().plus(Duration.ofHours(1)), true);

    assertEquals(403, opened(telnyxs).statusCode());
    HttpResponse<String> heard = opened(ours);
    assertEquals(200, heard.statusCode());
    assertEquals("audio/mpeg", heard.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void whatACallerHearsWhileItRingsIsThere() throws Exception {
    HttpResponse<String> tone = opened(sandbox.gateway() + "/media/ringing.wav");
    assertEquals(200, tone.statusCode());
    assertEquals("audio/wav", tone.headers().firstValue("Content-Type").orElse(""));
    assertTrue(tone.body().startsWith("RIFF"), "a sound");
    assertEquals("72044", tone.headers().firstValue("Content-Length").orElse(""));
  }

  private static HttpResponse<String> opened(String address) throws Exception {
    try (HttpClient http =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void troubleThatPassesDelaysACallAndLosesNothing() {
    sandbox.faults().add(new Fault("telnyx", "command", Fault.Kind.STATUS, 500, 0, null), 1);
    sandbox.faults().add(new Fault("telnyx", "command", Fault.Kind.DROP, 200, 0, null), 1);

    Played played = call("+34610000705", Sound.ENDED, "completed", true);

    assertEquals(
        List.of("answer", "speak", "playback_start", "playback_stop", "bridge"),
        played.commands(),
        "each counts once");
  }

  @Test
  void aNumberOfNoHouseIsRejected() {
    Played played =
        sandbox
            .telnyx()
            .calls()
            .play(new Script("+34610000706", "+34600009999", Sound.ENDED, "busy", true, ""));
    assertEquals(List.of("reject"), played.commands());
  }

  @Test
  void whatComesBySmsOverTelnyxIsAnsweredThereAndOverTwilioThere() {
    String guest = "+34610000707";
    write(guest, "¿Tenéis mesa para dos mañana a las nueve?", 3);
    assertEquals(1, sandbox.telnyx().guests().sentTo(guest).size(), "once, however often it came");
    assertEquals(0, sandbox.twilio().messages().sentTo(guest).size());
    assertEquals(
        "telnyx delivered",
        one(
            "SELECT concat_ws(' ', provider, state) FROM outbox WHERE guest_address = '"
                + guest
                + "'"));

    sandbox
        .twilio()
        .guests()
        .write(
            new GuestPhones.Written(
                guest, RESTAURANT, "¿Y a las diez?", "", null, 1, true, Map.of()));
    rest();
    assertEquals(1, sandbox.twilio().messages().sentTo(guest).size());
    assertEquals(1, sandbox.telnyx().guests().sentTo(guest).size());
  }

  @Test
  void anSmsWhoseAnswerIsLostIsNotSentTwice() {
    String guest = "+34610000708";
    sandbox.faults().add(new Fault("telnyx", "create-message", Fault.Kind.DROP, 200, 0, null), 1);

    write(guest, "¿Dónde estáis?", 1);

    assertEquals(1, sandbox.telnyx().guests().sentTo(guest).size());
  }

  @Test
  void whoHasStoppedIsNotWrittenToAndAPictureIsAskedAbout() {
    String guest = "+34610000709";
    sandbox
        .telnyx()
        .guests()
        .write(
            new TelnyxGuests.Written(
                guest, RESTAURANT, "", "https://media.example.com/1.jpg image/jpeg", null, 1));
    rest();
    assertEquals(1, sandbox.telnyx().guests().sentTo(guest).size());

    write(guest, "STOP", 1);
    write(guest, "¿Dónde estáis?", 1);
    assertEquals(1, sandbox.telnyx().guests().sentTo(guest).size());
    write(guest, "START", 1);
    write(guest, "¿Dónde estáis?", 1);
    assertTrue(sandbox.telnyx().guests().sentTo(guest).size() > 1);
  }

  @Test
  void anEventIsFoundByTheIdTelnyxGaveIt() throws Exception {
    Played played = call("+34610000711", Sound.ENDED, "completed", true);
    String sent =
        sandbox.requests().after("telnyx-webhooks", 0).stream()
            .map(RequestLog.Entry::body)
            .filter(body -> body.contains(played.callLegId()) && body.contains("call.hangup"))
            .findFirst()
            .orElseThrow();
    String id = Json.read(sent).at("/data/id").asText();

    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(sandbox.gateway() + "/api/events?provider=telnyx&id=" + id))
            .header("Authorization", "Bearer " + sandbox.settings().get(Variable.ADMIN_API_KEY))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      JsonNode events =
          Json.read(http.send(request, HttpResponse.BodyHandlers.ofString()).body()).path("events");
      assertEquals(1, events.size(), events.toString());
      assertEquals("call.hangup:" + id, events.path(0).path("event").asText());
    }
  }

  @Test
  void everyCommandIsSignedForAndCarriesItsId() {
    Played played = call("+34610000710", Sound.ENDED, "completed", true);
    List<RequestLog.Entry> commands =
        sandbox.requests().after("telnyx", 0).stream()
            .filter(entry -> entry.path().contains(played.callControlId().replace(":", "%3A")))
            .toList();
    assertEquals(
        played.commands().size(),
        commands.stream()
            .map(entry -> Json.read(entry.body()).path("command_id").asText())
            .filter(id -> !id.isEmpty())
            .distinct()
            .count(),
        commands.toString());
  }

  private static Played call(String from, Sound sound, String dial, boolean speaks) {
    Played played =
        sandbox.telnyx().calls().play(new Script(from, RESTAURANT, sound, dial, speaks, "5"));
    rest();
    return played;
  }

  private static void write(String guest, String text, int times) {
    sandbox
        .telnyx()
        .guests()
        .write(new TelnyxGuests.Written(guest, RESTAURANT, text, "", null, times));
    rest();
  }

  private static void rest() {
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }

  private static String record(Played played) {
    return one(
        "SELECT concat_ws(' ', state, ended_reason, cost_micros, currency) FROM calls"
            + " WHERE provider_call_id = '"
            + played.callLegId()
            + "'");
  }

  private static String messages(String guest) {
    return one(
        "SELECT count(*)::text FROM person_requests WHERE reason = 'message' AND guest_phone = '"
            + guest
            + "'");
  }

  private static String one(String sql) {
    return sandbox.database().strings(sql).getFirst();
  }
}
