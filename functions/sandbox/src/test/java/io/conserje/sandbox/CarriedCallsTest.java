package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.TraceId;
import io.conserje.names.Variable;
import io.conserje.sandbox.demo.PhoneCall;
import io.conserje.sandbox.telnyx.TelnyxCalls;
import io.conserje.sandbox.twilio.GuestCalls.Played;
import io.conserje.sandbox.twilio.GuestCalls.Script;
import io.conserje.sandbox.twilio.GuestCalls.Step;
import io.conserje.sandbox.voice.PhoneGuest.Words;
import io.conserje.sandbox.voice.Road;
import io.conserje.simulated.speech.Utterance;
import io.conserje.testkit.http.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls whose sound the house carries itself. */
@InSharedSandbox
class CarriedCallsTest {

  /** A frame in twenty is lost. */
  private static final Road BAD_ROAD = new Road(0.05, 60, 7);

  private static Sandbox sandbox;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    sandbox.faults().clear(null);
    sandbox.carryCalls();
  }

  /** At the same time, because both last as long as people talk. */
  @Test
  void theDemoHoldsWhileAnotherGuestBooksOverTelnyxThoughFramesAreLostAndOvertakeOneAnother() {
    String guest = "+34610000721";
    telephone("{\"record\": true}");
    ScriptedServer collector = new ScriptedServer().answers(200, "{}");
    sandbox.settings().set(Variable.OTEL_EXPORTER_OTLP_ENDPOINT, collector.url());
    TelnyxCalls.Script script =
        TelnyxCalls.Script.talking(
            guest,
            Guests.RESTAURANT,
            words(says("mesa", "nombre"), press("1"), says("no")),
            BAD_ROAD);
    var overTelnyx = meanwhile(() -> sandbox.telnyx().calls().play(script));

    assertTrue(PhoneCall.play(sandbox, Path.of("target"), System.out));

    var played = overTelnyx.join();
    String moments = played.carried().moments().toString();
    assertEquals(List.of("answer"), played.commands(), moments);
    assertEquals("HUNG_UP", played.carried().end(), moments);
    assertFalse(moments.contains("complains"), moments);
    assertEquals(List.of("pending"), bookings(guest), () -> said(guest) + moments);
    assertIsKept(PhoneCall.GUEST);
    assertIsKept(guest);
    assertIsTraced(collector, PhoneCall.GUEST);
    assertIsTraced(collector, guest);
    sandbox.settings().set(Variable.OTEL_EXPORTER_OTLP_ENDPOINT, null);
    collector.close();
  }

  /** As an operator's collector gets it (OTLP over HTTP), under the id that the log lines bear. */
  private static void assertIsTraced(ScriptedServer collector, String guest) {
    String trace =
        TraceId.of(of(guest, "provider").getFirst(), of(guest, "provider_call_id").getFirst());
    List<String> told =
        collector.seen().stream()
            .filter(seen -> seen.path().equals("/v1/traces"))
            .map(ScriptedServer.Seen::body)
            .filter(body -> body.contains("\"traceId\":\"" + trace + "\""))
            .toList();
    assertEquals(1, told.size(), collector.seen()::toString);
    assertTrue(told.getFirst().contains("{\"stringValue\":\"voice-stream\"}"), told.getFirst());
    for (String span : List.of("call", "answer", "pause", "receptionist", "voice", "carrier")) {
      assertTrue(told.getFirst().contains("\"name\":\"" + span + "\""), told.getFirst());
    }
  }

  /**
   * On a thread of its own: the common pool has one on a machine with two processors, and the HTTP
   * client wants it to open a WebSocket.
   */
  private static <T> CompletableFuture<T> meanwhile(Supplier<T> what) {
    return CompletableFuture.supplyAsync(what, task -> Thread.ofVirtual().start(task));
  }

  private static String said(String guest) {
    return sandbox
        .database()
        .strings(
            "SELECT m.sender || ': ' || m.body FROM messages m JOIN calls c ON c.id = m.call"
                + " WHERE c.guest_address = '"
                + guest
                + "' ORDER BY m.position")
        .toString();
  }

  /** What is told of a call afterwards: its recording, its waits, its usage, what came of it. */
  private static void assertIsKept(String guest) {
    await("the end", () -> of(guest, "state").equals(List.of("ended")));
    SharedSandbox.later(sandbox, Duration.ofMinutes(2));
    await("the recording", () -> of(guest, "recording LIKE 'house:%'").equals(List.of("true")));

    String id = of(guest, "id").getFirst();
    byte[] wav = sandbox.recording("calls/" + id + ".wav");
    assertTrue(wav.length > 20 * 16_000, "twenty seconds, but " + wav.length + " bytes");
    assertTrue(isHeard(wav, 0) && isHeard(wav, 1), "both sides");
    assertEquals(
        List.of("true"), of(guest, "summary LIKE '%A table was%'"), of(guest, "summary")::toString);
    assertEquals(
        List.of(),
        sandbox
            .database()
            .strings(
                "SELECT number FROM call_answers WHERE call = '"
                    + id
                    + "' AND heard AND (carrier_ms IS NULL OR receptionist_ms IS NULL)"));
    assertTrue(
        sandbox
            .database()
            .strings("SELECT unit FROM call_usage WHERE call = '" + id + "'")
            .containsAll(List.of("deepgram_seconds", "elevenlabs_characters")));
  }

  private static boolean isHeard(byte[] wav, int side) {
    int loud = 0;
    for (int i = 58 + side; i < wav.length; i += 2) {
      loud += (wav[i] & 0x7F) < 0x70 ? 1 : 0;
    }
    return loud > 8_000;
  }

  /** Of the last call of this guest. */
  private static List<String> of(String guest, String what) {
    return sandbox
        .database()
        .strings(
            "SELECT ("
                + what
                + ")::text FROM calls WHERE guest_address = '"
                + guest
                + "' ORDER BY began_at DESC LIMIT 1");
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what + " did not come");
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Test
  void aHouseThatWantsWordsBooksWhatTwilioHears() {
    String guest = "+34610000722";
    relay(true);
    Played played;
    try {
      played =
          sandbox
              .twilio()
              .calls()
              .play(
                  Script.talking(
                      guest,
                      Guests.RESTAURANT,
                      List.of(
                          answering("mesa"),
                          interrupting("cinco"),
                          answering("nombre"),
                          answering("confirmo"),
                          answering("confirmo"),
                          answering("no"))));
    } finally {
      relay(false);
    }

    String moments = played.carried().moments().toString();
    assertEquals("ConversationRelay", played.steps().getFirst().verb());
    assertEquals("HUNG_UP", played.carried().end(), moments);
    assertEquals(List.of("confirmed"), bookings(guest), moments);
    assertFalse(moments.contains("64107"), moments);
  }

  /** Over both carriers at the same time. */
  @Test
  void whomNobodyOfTheHouseTakesComesBackToTheAssistant() {
    List<Words> key = press("0");
    var overTelnyx =
        meanwhile(() ->
            sandbox
                .telnyx()
                .calls()
                .play(
                    TelnyxCalls.Script.talking(
                        "+34610000724", Guests.RESTAURANT, key, Road.smooth())));
    Played played =
        sandbox.twilio().calls().play(Script.talking("+34610000723", Guests.RESTAURANT, key));

    List<String> verbs =
        played.steps().stream().map(Step::verb).filter(verb -> !verb.equals("Say")).toList();
    assertEquals(
        List.of("Stream", "Dial", "Dial", "Dial", "Stream"), verbs, played.steps().toString());
    assertEquals(
        List.of("answer", "speak", "playback_start", "playback_stop", "streaming_start"),
        overTelnyx.join().commands());
    for (String guest : List.of("+34610000723", "+34610000724")) {
      assertEquals(List.of("1"), toldThatNobodyCame(guest));
    }
  }

  private static List<String> toldThatNobodyCame(String guest) {
    return sandbox
        .database()
        .strings(
            "SELECT count(*)::text FROM outbox WHERE guest_address = '"
                + guest
                + "' AND body LIKE '%para que le devuelvan la llamada%'");
  }

  private static Words answering(String name) {
    return says(name).getFirst();
  }

  private static Words interrupting(String name) {
    Utterance said = Utterance.of(name);
    return Words.interrupting(said.text(), Duration.ofMillis(1_200), said.mulaw());
  }

  private static void relay(boolean wanted) {
    telephone("{\"twilio\": \"" + (wanted ? "relay" : "stream") + "\"}");
  }

  private static void telephone(String wishes) {
    sandbox
        .database()
        .execute(
            "UPDATE venues SET version = version + 1, house = house || '{\"telephone\": "
                + wishes
                + "}' WHERE id = 'restaurante'");
  }

  private static List<String> bookings(String guest) {
    return sandbox
        .database()
        .strings("SELECT status FROM reservations WHERE guest_phone = '" + guest + "'");
  }

  @SafeVarargs
  private static List<Words> words(List<Words>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }

  private static List<Words> press(String keys) {
    return List.of(Words.pressing(keys));
  }

  private static List<Words> says(String... names) {
    return Stream.of(names)
        .map(Utterance::of)
        .map(said -> Words.answering(said.text(), said.mulaw()))
        .toList();
  }

  @Test
  void aHouseWithoutAVoiceLetsNobodyIn() {
    String key = sandbox.settings().get(Variable.ELEVENLABS_API_KEY);
    String azure = sandbox.settings().get(Variable.AZURE_SPEECH_KEY);
    sandbox.settings().set(Variable.ELEVENLABS_API_KEY, "");
    sandbox.settings().set(Variable.AZURE_SPEECH_KEY, "");
    sandbox.settings().set(Variable.ESPEAK_PROGRAM, "no-such-program");
    Played played = call("+34610000701");
    sandbox.settings().set(Variable.ELEVENLABS_API_KEY, key);
    sandbox.settings().set(Variable.AZURE_SPEECH_KEY, azure);
    sandbox.settings().set(Variable.ESPEAK_PROGRAM, null);

    assertTrue(played.carried().moments().toString().contains("503"), played.toString());
    assertEquals("Stream", played.steps().get(0).verb());
    assertEquals("Redirect", played.steps().get(1).verb());
  }

  private static Played call(String from) {
    return sandbox.twilio().calls().play(Script.talking(from, Guests.RESTAURANT, List.of()));
  }
}
