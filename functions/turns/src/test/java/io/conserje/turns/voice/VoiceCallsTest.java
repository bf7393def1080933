package io.conserje.turns.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.call.StreamToken;
import io.conserje.names.Variable;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a guest hears who calls over Twilio. */
class VoiceCallsTest {

  private static final String STAFFED =
      "UPDATE venues SET version = version + 1, house = house || '{\"staff\":"
          + " {\"hours\": [{\"from\": \"00:00\", \"to\": \"00:00\"}]}}'";

  private Line line;

  @BeforeEach
  void open() {
    line = new Line();
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void withoutAHostOfTheSoundAMessageIsTakenAtOnce() {
    APIGatewayV2HTTPResponse answer = line.asks("/voice/twilio", Map.of());

    assertEquals(200, answer.getStatusCode());
    assertEquals("text/xml", answer.getHeaders().get("Content-Type"));
    String twiml = answer.getBody();
    assertTrue(twiml.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say"), twiml);
    assertTrue(twiml.contains("Gracias por llamar a Casa."), twiml);
    assertTrue(
        twiml.contains("<Record action=\"https://api.example.com/voice/twilio/message\""), twiml);
    assertTrue(twiml.endsWith("<Hangup/></Response>"), twiml);
  }

  /** Of random letters, because Postgres packs what repeats itself. */
  @Test
  void aCallWhoseIdNoKeyTakesIsAnsweredAllTheSame() {
    Random letters = new Random(5);
    String endless =
        letters.ints(30_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
    for (String field : List.of("CallSid", "From")) {
      String twiml = line.twiml("/voice/twilio", Map.of(field, endless));
      assertTrue(twiml.contains("Gracias por llamar a Casa."), twiml);
    }
  }

  @Test
  void whileSomebodyIsThereTheCallGoesToTheHouse() {
    line.house.execute(STAFFED);

    String twiml = line.twiml("/voice/twilio", Map.of());
    assertTrue(twiml.contains(">+34600000999</Number>"), twiml);
    assertTrue(
        twiml.contains("action=\"https://api.example.com/voice/twilio/resume?after=dial&amp;n=0\""),
        twiml);

    String after = line.twiml("/voice/twilio/resume?after=dial", Map.of("DialCallStatus", "busy"));
    assertTrue(after.contains("<Record"), after);
    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Hangup/></Response>",
        line.twiml("/voice/twilio/resume?after=dial", Map.of("DialCallStatus", "completed")));
  }

  @Test
  void aPersonHearsWhoCallsAndTakesTheCallWithAKey() {
    line.house.execute(STAFFED);
    line.twiml("/voice/twilio", Map.of());

    String leg = "&of=CA00000000000000000000000000000101&n=0";
    String brief = line.twiml("/voice/twilio/resume?after=brief" + leg, LEG);
    assertTrue(brief.contains("Llamada para Casa"), brief);
    assertTrue(brief.contains("Pulse uno"), brief);
    assertTrue(brief.endsWith("</Gather><Hangup/></Response>"), "a machine is rung off: " + brief);

    String key = "/voice/twilio/resume?after=key" + leg;
    assertTrue(line.twiml(key, with("Digits", "2")).contains("<Hangup/>"));
    assertTrue(line.twiml(key, with("Digits", "1")).contains("Le paso la llamada."));
    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Hangup/></Response>",
        line.twiml("/voice/twilio/resume?after=dial&n=0", Map.of("DialCallStatus", "completed")));
  }

  /** As after a machine that has answered: the telephone company calls that completed. */
  @Test
  void whoHasNotPressedTheKeyIsFollowedByTheNextAndThenByAMessage() {
    line.house.execute(
        STAFFED.replace(
            "}}'", ", \"contacts\": [{\"name\": \"Marta\", \"sms\": \"+34600000950\"}]}}'"));
    line.twiml("/voice/twilio", Map.of());

    String next =
        line.twiml("/voice/twilio/resume?after=dial&n=0", Map.of("DialCallStatus", "completed"));
    assertTrue(next.contains(">+34600000950</Number>"), next);
    assertTrue(next.contains("after=dial&amp;n=1"), next);
    String last =
        line.twiml("/voice/twilio/resume?after=dial&n=1", Map.of("DialCallStatus", "no-answer"));
    assertTrue(last.contains("<Record"), last);
  }

  @Test
  void whomNobodyTakesTalksToOurSideAgainAndThenLeavesAMessage() {
    line.house.environment.put(Variable.PUBLIC_VOICE_URL, "https://voice.example.com/");
    line.house.execute(STAFFED);
    line.twiml("/voice/twilio", Map.of());
    note("carried");
    note("left-to-person");
    String rings = line.twiml("/voice/twilio/resume", Map.of("CallStatus", "in-progress"));
    assertTrue(rings.contains(">+34600000999</Number>"), rings);

    String dial = "/voice/twilio/resume?after=dial&n=0";
    String back = line.twiml(dial, Map.of("DialCallStatus", "no-answer"));
    assertTrue(back.contains("<Stream url=\"wss://voice.example.com/"), back);
    String again = line.twiml(dial, Map.of("DialCallStatus", "no-answer"));
    assertTrue(again.contains("<Stream url="), "an answer that was lost is given again: " + again);

    note("carried-back");
    note("left-to-person-back");
    String message = line.twiml("/voice/twilio/resume", Map.of("CallStatus", "in-progress"));
    assertTrue(message.contains("<Record"), "nobody is rung twice: " + message);
  }

  @Test
  void aSwitchboardGetsTheKeysItWants() {
    line.house.execute(
        STAFFED.replace(
            "}}'",
            ", \"contacts\": [{\"name\": \"Marta\", \"email\": \"m@example.com\","
                + " \"phone\": \"+34957000000;ext=12\"}]}}'"));
    line.twiml("/voice/twilio", Map.of());

    String next =
        line.twiml("/voice/twilio/resume?after=dial&n=0", Map.of("DialCallStatus", "busy"));
    assertTrue(next.contains("<Number sendDigits=\"wwww12\""), next);
    assertTrue(next.contains(">+34957000000</Number>"), next);
  }

  /** As the host of the sound does. */
  private void note(String news) {
    line.house.execute(
        """
        INSERT INTO inbound_ledger (provider, event_id, event, venue, outcome, correlation, received_at, recorded_at)
        VALUES ('twilio', 'CA00000000000000000000000000000101', '%s', 'casa', 'recorded', '1', '%s', '%2$s')
        """
            .formatted(news, line.now));
  }

  private static final Map<String, String> LEG =
      Map.of(
          "CallSid", "CA00000000000000000000000000000102",
          "From", "+34600000900",
          "To", "+34600000999",
          "Direction", "outbound-dial");

  private static Map<String, String> with(String name, String value) {
    Map<String, String> form = new java.util.HashMap<>(LEG);
    form.put(name, value);
    return form;
  }

  @Test
  void theSoundGoesToItsHostWithATokenForThisCallAndAWayBack() {
    line.house.environment.put(Variable.PUBLIC_VOICE_URL, "https://voice.example.com/");

    String twiml = line.twiml("/voice/twilio", Map.of());

    Matcher stream =
        Pattern.compile("<Stream url=\"wss://voice.example.com/voice/twilio/stream/([^\"]+)\"")
            .matcher(twiml);
    assertTrue(stream.find(), twiml);
    StreamToken token =
        StreamToken.read(stream.group(1), "test-session-key-not-real", line.now).orElseThrow();
    assertEquals("CA00000000000000000000000000000101", token.callId());
    assertEquals("casa", token.venue());
    for (String part :
        new String[] {
          "<Connect action=\"https://api.example.com/voice/twilio/resume?stream=",
          "<Parameter name=\"from\" value=\"+34600000101\"/>",
          "<Parameter name=\"language\" value=\"es\"/>",
          "</Connect><Redirect method=\"POST\">https://api.example.com/voice/twilio/resume?stream="
        }) {
      assertTrue(twiml.contains(part), part + " in " + twiml);
    }
    assertFalse(twiml.equals(line.twiml("/voice/twilio", Map.of())), "a token is for one time");
  }

  @Test
  void aHouseMayWantTheWordsInPlaceOfTheSound() {
    line.house.environment.put(Variable.PUBLIC_VOICE_URL, "wss://voice.example.com");
    line.house.execute(
        "UPDATE venues SET version = version + 1, house = house ||"
            + " '{\"name\": \"Casa & Co\", \"telephone\": {\"twilio\": \"relay\"}}'");

    String twiml = line.twiml("/voice/twilio", Map.of());

    assertTrue(
        twiml.contains("<ConversationRelay url=\"wss://voice.example.com/voice/twilio/relay/"),
        twiml);
    assertFalse(
        twiml.contains("welcomeGreeting"), "the host greets, so that it knows what was said");
    assertTrue(twiml.contains("language=\"es-ES\""), twiml);
  }

  @Test
  void whoIsCutOffHearsAnApologyAndIsHelped() {
    String twiml = line.twiml("/voice/twilio/resume", Map.of("CallStatus", "in-progress"));

    assertTrue(twiml.contains("se ha cortado la conversación"), twiml);
    assertTrue(twiml.contains("<Record"), twiml);
    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>",
        line.twiml("/voice/twilio/resume", Map.of("CallStatus", "completed")));
  }

  @Test
  void aCallOfWhichTheHouseHasTakenLeaveEnds() {
    line.house.environment.put(Variable.PUBLIC_VOICE_URL, "https://voice.example.com/");
    line.twiml("/voice/twilio", Map.of());
    for (String news : new String[] {"carried", "over", "left"}) {
      note(news);
    }

    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Hangup/></Response>",
        line.twiml("/voice/twilio/resume", Map.of("CallStatus", "in-progress")));
  }

  @Test
  void aMessageIsNotedOnceAndThankedFor() {
    Map<String, String> recorded =
        Map.of("RecordingUrl", "https://api.twilio.com/RE1", "CallStatus", "in-progress");

    String twiml = line.twiml("/voice/twilio/message", recorded);
    line.twiml("/voice/twilio/message", recorded);

    assertTrue(twiml.contains("hemos recibido su mensaje"), twiml);
    assertEquals(
        "1:Mensaje de voz: https://api.twilio.com/RE1:+34600000101",
        line.house.one(
            "SELECT count(*) || ':' || min(notes) || ':' || min(guest_phone) FROM person_requests"
                + " WHERE reason = 'message'"));
  }

  @Test
  void aNumberOfNoHouseIsToldSo() {
    String twiml =
        line.twiml("/voice/twilio", Map.of("To", "+34600000000", "Called", "+34600000000"));
    assertTrue(twiml.contains("<Hangup/>"), twiml);
    assertFalse(twiml.contains("<Record"), twiml);
  }

  @Test
  void whatTwilioHasNotSignedIsRefused() {
    Map<String, String> form = Map.of("CallSid", "CA1", "AccountSid", "AC1");
    for (String target :
        new String[] {"/voice/twilio", "/voice/twilio/resume", "/voice/twilio/message"}) {
      assertEquals(403, line.send(target, form, "bm90IGEgc2lnbmF0dXJl").getStatusCode());
    }
    assertEquals(403, line.asks("/voice/twilio", Map.of("AccountSid", "AC9")).getStatusCode());
  }
}
