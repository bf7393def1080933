package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Variable;
import io.conserje.sandbox.meta.MetaGuests;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.RequestLog.Entry;
import io.conserje.sandbox.twilio.GuestPhones;
import io.conserje.sandbox.twilio.TwilioMessage;
import io.conserje.sandbox.voice.Recordings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What guests say into the telephone instead of writing it, from the webhook to the book. */
@InSharedSandbox
class VoiceNotesTest {

  private static Sandbox sandbox;

  /** Each test has a guest of its own. */
  private static int guest = 700;

  private long since;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
  }

  @BeforeEach
  void next() {
    guest++;
    sandbox.faults().clear(null);
    sandbox.settings().set(Variable.LANGUAGE_MODELS, "built-in");
    sandbox.settings().set(Variable.GROQ_API_KEY, "test-groq-key-not-real");
    sandbox.settings().set(Variable.OPENAI_API_KEY, null);
    since = sandbox.requests().after(null, 0).stream().mapToLong(Entry::id).max().orElse(0);
  }

  @AfterAll
  static void forget() {
    sandbox.faults().clear(null);
    for (String name :
        List.of(
            Variable.LANGUAGE_MODELS,
            Variable.GROQ_API_KEY,
            Variable.OPENAI_API_KEY,
            Variable.TRANSCRIPTION_AUDIO)) {
      sandbox.settings().set(name, null);
    }
  }

  @Test
  void aTableIsBookedByVoiceNote() {
    speak("reserva", 1);
    speak("confirmo", 1);

    assertEquals(
        "2 confirmed",
        one(
            "SELECT party_size || ' ' || status FROM reservations WHERE guest_phone = '"
                + phone()
                + "'"),
        answers().toString());
    assertEquals(
        Recordings.words("reserva"),
        one(
            "SELECT m.body FROM messages m JOIN conversations c ON c.id = m.conversation"
                + " WHERE m.hearing = 'words' AND c.guest_address = '"
                + phone()
                + "' ORDER BY m.position LIMIT 1"));
    assertEquals(2, asked("groq", "transcription").size());
  }

  @Test
  void whoeverKeepsTheSoundGetsNoCredentialsOfOurs() {
    speak("cancelo", 1);

    List<Entry> fetched = asked("twilio", "fetch-media");
    assertEquals(List.of(307, 200), fetched.stream().map(Entry::status).toList());
    assertTrue(fetched.getFirst().headers().containsKey("authorization"));
    assertFalse(fetched.getLast().headers().containsKey("authorization"));
  }

  @Test
  void deliveredTwiceItIsWrittenDownOnce() {
    speak("cancelo", 3);

    assertEquals(1, asked("groq", "transcription").size());
    assertEquals(1, answers().size(), answers().toString());
  }

  @Test
  void silenceCostsNothingAndIsAskedForInWords() {
    speak("silencio", 1);

    assertEquals(List.of(), asked("groq", "transcription"));
    assertTrue(answers().getFirst().contains("no he entendido nada"), answers().toString());

    speak("silencio", 1);
    assertTrue(answers().getLast().contains("una persona"), answers().toString());
  }

  @Test
  void whatIsNoSoundIsAskedForInWords() {
    send("<html>".repeat(200).getBytes(StandardCharsets.UTF_8), 1);

    assertEquals(List.of(), asked("groq", "transcription"));
    assertTrue(answers().getFirst().contains("no puedo reproducir"), answers().toString());
  }

  @Test
  void whileOneIsDownTheOtherWritesItDown() {
    sandbox.settings().set(Variable.OPENAI_API_KEY, "test-openai-key-not-real");
    sandbox.faults().add(fault("groq", "transcription", 503), null);

    speak("cancelo", 1);

    assertEquals(
        List.of(200), asked("openai", "transcription").stream().map(Entry::status).toList());
    assertFalse(answers().getFirst().contains("notas de voz"), answers().toString());
  }

  @Test
  void whatFailsForAMomentIsHeardAMomentLater() {
    sandbox.faults().add(fault("groq", "transcription", 503), 3);
    sandbox.faults().add(fault("twilio", "fetch-media", 404), 1);

    speak("cancelo", 1);

    assertEquals(1, answers().size(), answers().toString());
    assertFalse(answers().getFirst().contains("notas de voz"), answers().toString());
  }

  @Test
  void whileNobodyWritesItDownTheGuestIsAskedToWrite() {
    sandbox.faults().add(fault("groq", "transcription", 503), null);

    speak("cancelo", 1);

    assertTrue(
        answers().getFirst().contains("en este momento no puedo escuchar"), answers().toString());
  }

  @Test
  void aHouseThatWantsItSaysItsAnswerAloudAsWell() throws Exception {
    sandbox.settings().set(Variable.OPENAI_API_KEY, "test-openai-key-not-real");

    speak("cancelo", 1);

    assertEquals(
        "reply sent spoken sent",
        one(
            "SELECT string_agg(o.kind || ' ' || CASE WHEN o.state IN ('sent', 'delivered', 'read')"
                + " THEN 'sent' ELSE o.state END, ' ' ORDER BY o.position) FROM outbox o"
                + " WHERE o.guest_address = '"
                + phone()
                + "'"));
    List<Entry> fetched =
        sandbox.requests().after("twilio-webhooks", since).stream()
            .filter(entry -> entry.operation().equals("fetch-media-url"))
            .toList();
    assertEquals(List.of(200), fetched.stream().map(Entry::status).toList());
    assertEquals(1, asked("openai", "speech").size());
    HttpResponse<byte[]> sound = fetch(fetched.getFirst().path());
    assertEquals("audio/ogg", sound.headers().firstValue("Content-Type").orElse(""));
    assertArrayEquals(Recordings.sound("confirmo"), sound.body());
    assertEquals(404, fetch(sandbox.gateway() + "/media/" + "A".repeat(43)).statusCode());
  }

  private static HttpResponse<byte[]> fetch(String url) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void whatCannotBeSaidAloudIsThereInWriting() {
    sandbox.settings().set(Variable.OPENAI_API_KEY, "test-openai-key-not-real");
    sandbox.faults().add(fault("openai", "speech", 500), null);

    speak("cancelo", 1);

    assertEquals(1, answers().size(), answers().toString());
    assertFalse(answers().getFirst().isBlank());
  }

  @Test
  void whatMetaBringsIsHeardAsWell() {
    MetaGuests.Written written =
        new MetaGuests.Written(
            phone(),
            MetaGuests.RESTAURANT,
            "34600000900",
            "Lucía",
            "",
            null,
            Json.object().put("type", "audio"),
            Base64.getEncoder().encodeToString(Recordings.sound("cancelo")));
    assertEquals(List.of(200), sandbox.meta().guests().write(written).statuses());
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(3)), "the house comes to rest");

    assertEquals(
        Recordings.words("cancelo"),
        one(
            "SELECT m.body FROM messages m JOIN conversations c ON c.id = m.conversation"
                + " WHERE m.hearing = 'words' AND c.guest_address = '"
                + phone()
                + "'"));
  }

  @Test
  void forEndpointsWithoutOggItIsDecoded() {
    sandbox.settings().set(Variable.TRANSCRIPTION_AUDIO, "wav");

    speak("booking", 1);
    sandbox.settings().set(Variable.TRANSCRIPTION_AUDIO, null);

    Entry asked = asked("groq", "transcription").getFirst();
    assertTrue(asked.body().contains("voice.wav, audio/wav"), asked.body());
    assertEquals(200, asked.status());
    assertEquals(
        Recordings.words("booking"),
        one(
            "SELECT m.body FROM messages m JOIN conversations c ON c.id = m.conversation"
                + " WHERE m.hearing = 'words' AND c.guest_address = '"
                + phone()
                + "'"));
  }

  @Test
  void whatNobodyIsToldOfAGuestIsNotToldWithTheSound() {
    speak("confirmo", 1);

    String asked = asked("groq", "transcription").getFirst().body();
    assertFalse(asked.contains("Lucía") || asked.contains(phone()), asked);
    assertTrue(asked.contains("whisper-large-v3-turbo"), asked);
  }

  private static Fault fault(String provider, String operation, int status) {
    return new Fault(provider, operation, Fault.Kind.STATUS, status, 0, null);
  }

  private static void speak(String recording, int times) {
    send(Recordings.sound(recording), times);
  }

  private static void send(byte[] sound, int times) {
    GuestPhones.Written written =
        new GuestPhones.Written(
            phone(), Guests.RESTAURANT, "", "Lucía", null, times, false, Map.of(), sound);
    assertEquals(times, sandbox.twilio().guests().write(written).statuses().size());
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(3)), "the house comes to rest");
  }

  private List<Entry> asked(String provider, String operation) {
    return sandbox.requests().after(provider, since).stream()
        .filter(entry -> entry.operation().equals(operation))
        .toList();
  }

  private static String phone() {
    return Guests.phone(guest);
  }

  private static List<String> answers() {
    return sandbox.twilio().messages().sentTo("whatsapp:" + phone()).stream()
        .map(TwilioMessage::body)
        .toList();
  }

  private static String one(String sql) {
    return sandbox.database().strings(sql).stream().findFirst().orElse("nothing");
  }
}
