package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.twilio.GuestCalls.Played;
import io.conserje.sandbox.twilio.GuestCalls.Script;
import io.conserje.sandbox.twilio.GuestCalls.Sound;
import io.conserje.sandbox.twilio.GuestCalls.Step;
import io.conserje.sandbox.twilio.TwilioMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guests who telephone over Twilio, with everything real but Twilio and the voices. */
@InSharedSandbox
class TwilioCallsTest {

  private static final String STAFF = "whatsapp:+34600000950";
  private static final String HOUSE = "+34600000999";
  private static final String OTHERS = ", Say, Dial +34600000950, Say, Dial +34600000951";

  private static Sandbox sandbox;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    awaitTheFirstAnswer();
  }

  /** On a busy machine a first start takes longer than Twilio waits. */
  private static void awaitTheFirstAnswer() {
    Script toNoHouse = new Script("+34610000600", "+34600009999", Sound.ENDED, "busy", false);
    while (!sandbox.twilio().calls().play(toNoHouse).end().equals("completed")) {
      Thread.onSpinWait();
    }
  }

  @BeforeEach
  void next() {
    sandbox.faults().clear(null);
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, null);
  }

  @Test
  void withoutAVoiceOfOursTheHousesTelephoneRings() {
    Played played = call("+34610000601", Sound.ENDED, "completed", true);

    assertEquals("Say, Dial " + HOUSE + ", Brief, Hangup", verbs(played), played.toString());
    assertEquals("completed", played.end());
    assertEquals("ended", one("SELECT state FROM calls " + of(played)));
    assertTrue(played.callbacks().stream().allMatch(c -> c.get("status").equals(204)), "taken");
  }

  @Test
  void aCallWhoseEndNobodyToldIsAskedAbout() {
    sandbox.faults().add(new Fault("twilio", "voice-callback", Fault.Kind.DROP, 200, 0, null), 9);
    Played played = call("+34610000641", Sound.ENDED, "completed", true);
    sandbox.faults().clear(null);
    String known = "SELECT state || '/' || (reported_at IS NOT NULL) FROM calls " + of(played);
    assertTrue(one(known).endsWith("/false"), one(known));

    SharedSandbox.later(sandbox, Duration.ofMinutes(11));

    assertEquals("ended/true", one(known));
    assertEquals("completed", one("SELECT ended_reason FROM calls " + of(played)));
  }

  @Test
  void whoReachesNobodyLeavesAMessageThatStaffSee() {
    Played played = call("+34610000602", Sound.ENDED, "no-answer", true);

    assertEquals(
        "Say, Dial " + HOUSE + OTHERS + ", Say, Record spoken, Say, Hangup",
        verbs(played),
        played.toString());
    assertEquals(1, messages("+34610000602"));
    assertTrue(
        texts(STAFF).stream().anyMatch(text -> text.contains("/Recordings/RE")),
        texts(STAFF).toString());
    assertEquals(
        "true", one("SELECT (recording LIKE '%/Recordings/RE%')::text FROM calls " + of(played)));
  }

  @Test
  void whoSaysNothingHasLeftNoMessage() {
    Played played = call("+34610000603", Sound.ENDED, "busy", false);

    assertEquals(
        "Say, Dial " + HOUSE + OTHERS + ", Say, Record silence, Say, Hangup",
        verbs(played),
        played.toString());
    assertEquals(0, messages("+34610000603"));
  }

  @Test
  void aMessageBroughtTwiceIsOne() {
    sandbox
        .faults()
        .add(new Fault("twilio", "voice-webhook", Fault.Kind.DUPLICATE, 0, 0, null), null);
    sandbox
        .faults()
        .add(new Fault("twilio", "voice-callback", Fault.Kind.DUPLICATE, 0, 0, null), null);

    Played played = call("+34610000604", Sound.ENDED, "no-answer", true);

    assertEquals(1, messages("+34610000604"), played.toString());
    assertEquals("1", one("SELECT count(*)::text FROM calls " + of(played)));
  }

  @Test
  void whoseSoundIsCutOffIsHelpedByResume() {
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, "https://voice.example.com");

    Played played = call("+34610000605", Sound.CUT, "no-answer", true);

    assertEquals(
        "Stream, Say, Dial " + HOUSE + OTHERS + ", Say, Record spoken, Say, Hangup",
        verbs(played),
        played.toString());
    assertTrue(said(played).contains("se ha cortado"), said(played));
    assertEquals(1, messages("+34610000605"));
    assertEquals(
        List.of("stream-started", "stream-stopped", "recording-completed", "completed"),
        played.callbacks().stream().map(c -> c.get("about")).toList());
  }

  @Test
  void whereTheSoundNeverBeginsTheRedirectBehindItHelps() {
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, "https://voice.example.com");

    Played played = call("+34610000606", Sound.UNREACHABLE, "completed", true);

    assertEquals(
        "Stream, Redirect, Say, Dial " + HOUSE + ", Brief, Hangup",
        verbs(played),
        played.toString());
  }

  @Test
  void whoHangsUpIsNotRungBack() {
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, "https://voice.example.com");

    Played played = call("+34610000607", Sound.ENDED, "no-answer", true);

    assertEquals("Stream", verbs(played), played.toString());
    assertEquals(
        "0", one("SELECT count(*)::text FROM person_requests WHERE guest_phone = '+34610000607'"));
  }

  @Test
  void theControlPlaysACallAndSaysWhatItDoesNotKnow() throws Exception {
    assertEquals("Dial", control("{\"from\": \"\"}", 200).at("/steps/1/verb").asText());
    assertTrue(control("{\"sound\": \"loud\"}", 400).toString().contains("sound"));
  }

  private static Played call(String from, Sound sound, String dial, boolean speaks) {
    Played played =
        sandbox.twilio().calls().play(new Script(from, Guests.RESTAURANT, sound, dial, speaks));
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
    return played;
  }

  private static String verbs(Played played) {
    return played.steps().stream()
        .map(step ->
            List.of("Dial", "Record").contains(step.verb())
                ? step.verb() + " " + step.what()
                : step.verb())
        .collect(Collectors.joining(", "));
  }

  private static String said(Played played) {
    return played.steps().stream()
        .filter(step -> step.verb().equals("Say"))
        .map(Step::what)
        .collect(Collectors.joining(" "));
  }

  private static int messages(String guest) {
    return Integer.parseInt(
        one(
            "SELECT count(*)::text FROM person_requests WHERE reason = 'message' AND guest_phone = '"
                + guest
                + "'"));
  }

  private static List<String> texts(String address) {
    return sandbox.twilio().messages().sentTo(address).stream().map(TwilioMessage::body).toList();
  }

  private static String of(Played played) {
    return "WHERE provider_call_id = '" + played.callSid() + "'";
  }

  private static String one(String sql) {
    return sandbox.database().strings(sql).getFirst();
  }

  private static JsonNode control(String body, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.simulators() + "/_sim/twilio/calls"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(status, answer.statusCode(), answer.body());
      return Json.read(answer.body());
    }
  }
}
