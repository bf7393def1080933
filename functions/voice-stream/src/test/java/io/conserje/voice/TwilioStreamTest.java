package io.conserje.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.StreamToken;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.SharedPostgres;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.FakeDetector;
import io.conserje.voice.call.FakeEar;
import io.conserje.voice.call.FakeVoice;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Twilio's media streams over real sockets, with a real book; ear and voice are fakes. */
class TwilioStreamTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final String KEY = "test-session-key-not-real";
  private static final String URL = "https://voice.example.com";

  /** Nobody listens there, and no call minds. */
  private static final String NO_REDIS = "redis://127.0.0.1:1";

  private static final String DATABASE = SharedPostgres.migrated();
  private static final FakeEar EAR = new FakeEar();
  private static final byte[] LOUD = frame(0x10);
  private static final byte[] SILENCE = frame(0xFF);
  private static VoiceStream voice;

  private final TwilioClient twilio = new TwilioClient();
  private final String call = "CA" + UUID.randomUUID().toString().replace("-", "");

  @BeforeAll
  static void open() {
    execute(
        """
        INSERT INTO venues (id, house) VALUES ('casa', '{"venue": "casa", "name": "Casa", "kind": "restaurant",
          "time_zone": "Europe/Madrid", "language": "es", "phone": "+34600000999", "address": "Plaza 1",
          "hours": {"services": [{"service": "dinner", "first": "20:00", "last": "23:00"}]},
          "zones": [{"name": "inside"}], "rules": {"stays": [{"up_to": 12, "usual": "120m"}]},
          "tables": [{"name": "T1", "zone": "inside", "seats": 4}]}');
        INSERT INTO dining_tables (venue, name) VALUES ('casa', 'T1');
        INSERT INTO channel_addresses VALUES ('voice', '+34600000900', 'casa')
        """);
    voice =
        new VoiceStream(
            environment(), () -> NOW, new Crew(new FakeDetector(), EAR, new FakeVoice()));
  }

  private static Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry(Variable.AWS_REGION, "eu-west-1"),
        Map.entry(Variable.POSTGRES_SERVER, "127.0.0.1"),
        Map.entry(Variable.POSTGRES_PORT, String.valueOf(SharedPostgres.server().port())),
        Map.entry(Variable.POSTGRES_DB, DATABASE),
        Map.entry(Variable.POSTGRES_USER, EmbeddedPostgresServer.USER),
        Map.entry(Variable.POSTGRES_PASSWORD, EmbeddedPostgresServer.PASSWORD),
        Map.entry(Variable.TWILIO_ACCOUNT_SID, TwilioClient.ACCOUNT),
        Map.entry(Variable.TWILIO_AUTH_TOKEN, TwilioClient.TOKEN),
        Map.entry(Variable.SESSION_SECRET_KEY, KEY),
        Map.entry(Variable.REDIS_URL, NO_REDIS),
        Map.entry(Variable.PUBLIC_VOICE_URL, URL));
  }

  @AfterAll
  static void close() {
    voice.close();
  }

  @AfterEach
  void hangUp() {
    twilio.close();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onLinuxTheLoopsWaitByEpollItself() {
    boolean epoll =
        Thread.getAllStackTraces().values().stream()
            .flatMap(Arrays::stream)
            .anyMatch(frame -> frame.getClassName().startsWith("io.netty.channel.epoll."));
    assertTrue(epoll);
  }

  @Test
  void anAnnouncedCallIsGreetedAndAnsweredAndWrittenDown() {
    announce();
    connect(path());
    twilio.start(call);
    twilio.await("the greeting", () -> !twilio.all("mark").isEmpty());
    twilio.await("the end of the greeting", () -> said().size() == 1);
    say("Hola, ¿a qué hora abren?");
    twilio.await("an answer", () -> said().size() >= 3);
    int marks = twilio.all("mark").size();
    twilio.await("its sound", () -> twilio.all("mark").size() > marks);
    twilio.stop();
    twilio.await("the end", () -> states().stream().allMatch(state -> !state.equals("sent")));

    assertTrue(said().getFirst().startsWith("assistant speech"), said().toString());
    assertEquals("guest speech Hola, ¿a qué hora abren?", said().get(1));
    assertTrue(said().getLast().startsWith("assistant speech"), said().toString());
    assertEquals(
        "in_progress", one("SELECT state FROM calls WHERE provider_call_id = '" + call + "'"));
  }

  @Test
  void aHostThatIsKilledWhileTheGuestSpeaksLosesNoBooking() {
    announce();
    try (MortalHost mortal = MortalHost.start(environment(), NOW)) {
      String path = path();
      twilio.connect(mortal.port(), path, TwilioClient.signature(address(path)));
      twilio.start(call);
      twilio.await("the greeting", () -> said().size() == 1);
      say(mortal::hears, "Una mesa para dos mañana a las nueve de la noche, a nombre de Ana");
      twilio.await("the question", () -> said().size() >= 3);
      int marks = twilio.all("mark").size();
      twilio.await("its sound", () -> twilio.all("mark").size() > marks);
      twilio.sound(LOUD, 10);
      mortal.kill();
    }
    twilio.await("the loss", () -> twilio.closed);

    try (TwilioClient again = new TwilioClient()) {
      String path = path();
      long before = System.nanoTime();
      again.connect(voice.port(), path, TwilioClient.signature(address(path)));
      again.start(call);
      again.await("the other host", () -> !again.all("media").isEmpty());
      System.out.printf(
          "Heard of the other host after %d ms.%n", (System.nanoTime() - before) / 1_000_000);
      again.await(
          "that it goes on",
          () -> said().stream().anyMatch(line -> line.contains("se ha cortado un momento")));
      agree(again);
    }
    assertEquals(List.of("confirmed"), bookings(), said()::toString);
  }

  /** To whatever is asked: a yes that comes before a question was heard is asked for again. */
  private void agree(TwilioClient guest) {
    for (int i = 0; i < 5 && !bookings().contains("confirmed"); i++) {
      int lines = said().size();
      guest.sound(LOUD, 25);
      EAR.words("Sí, por favor");
      guest.sound(SILENCE, 25);
      guest.await("an answer", () -> said().size() >= lines + 2);
    }
  }

  private List<String> bookings() {
    return all(
        "SELECT r.status FROM reservations r JOIN calls c ON c.conversation = r.conversation"
            + " WHERE c.provider_call_id = '"
            + call
            + "'");
  }

  @Test
  void whoPressesKeysHasSaidWhatTheyMean() {
    announce();
    connect(path());
    twilio.start(call);
    twilio.await("the end of the greeting", () -> said().size() == 1);
    twilio.press("0#");
    twilio.await("an answer", () -> said().size() == 3);

    assertEquals("guest speech Quiero hablar con una persona.", said().get(1));
    assertTrue(said().getLast().startsWith("assistant speech"), said().toString());
  }

  @Test
  void nobodyComesInWithoutASignatureOrWithAnother() {
    announce();
    String path = path();
    assertRefused(path, "");
    assertRefused(path, TwilioClient.signature("wss://voice.example.com" + path + "x"));
    assertRefused(path, TwilioClient.signature("https://voice.example.com" + path));
    connect(path);
  }

  @Test
  void anAddressIsGoodForOneSocket() {
    announce();
    String path = path();
    connect(path);
    try (TwilioClient second = new TwilioClient()) {
      assertThrows(
          CompletionException.class,
          () -> second.connect(voice.port(), path, TwilioClient.signature(address(path))));
    }
  }

  @Test
  void aCallThatNobodyAnnouncedIsNotLetIn() {
    String path = path();
    assertRefused(path, TwilioClient.signature(address(path)));
  }

  @Test
  void anAddressOfYesterdayIsNotGood() {
    announce();
    String token = StreamToken.of(call, "casa", "n", NOW.minusSeconds(3_600)).signed(KEY);
    String path = "/voice/twilio/stream/" + token;
    assertRefused(path, TwilioClient.signature(address(path)));
  }

  @Test
  void aStreamOfAnotherCallOrAccountIsClosed() {
    announce();
    connect(path());
    twilio.start("CA00000000000000000000000000000000");
    twilio.await("the end", () -> twilio.closed);

    try (TwilioClient second = new TwilioClient()) {
      String path = path();
      second.connect(voice.port(), path, TwilioClient.signature(address(path)));
      second.start(call, "AC99999999999999999999999999999999");
      second.await("the end", () -> second.closed);
    }
  }

  @Test
  void whatIsNoMessageIsSurvived() {
    announce();
    connect(path());
    twilio.send("{");
    twilio.send("[]");
    twilio.send("{\"event\":\"media\",\"media\":{\"payload\":\"!!!\"}}");
    twilio.send("{\"event\":\"media\"}");
    twilio.send("{\"event\":{\"event\":{\"event\":{\"event\":{}}}}}");
    twilio.send("{\"event\":\"unheard-of\"}");
    twilio.start(call);
    twilio.await("the greeting", () -> !twilio.all("mark").isEmpty());
  }

  private void say(String words) {
    say(EAR::words, words);
  }

  private void say(Consumer<String> ear, String words) {
    twilio.sound(LOUD, 25);
    ear.accept(words);
    twilio.sound(SILENCE, 25);
  }

  private static byte[] frame(int value) {
    byte[] frame = new byte[160];
    Arrays.fill(frame, (byte) value);
    return frame;
  }

  private void announce() {
    execute(
        """
        INSERT INTO conversations (id, venue, channel, house_address, guest_address, guest_name, language,
          started_at, last_at) VALUES ('%1$s', 'casa', 'voice', '+34600000900', '%2$s', '', 'es', '%3$s', '%3$s');
        INSERT INTO calls (id, venue, provider, provider_call_id, direction, conversation, house_address,
          guest_address, state, began_at, heard_at)
        VALUES ('%1$s', 'casa', 'twilio', '%4$s', 'inbound', '%1$s', '+34600000900', '%2$s', 'ringing', '%3$s', '%3$s')
        """
            .formatted(
                UUID.randomUUID(), "+346" + Math.abs(call.hashCode() % 100_000_000), NOW, call));
  }

  private String path() {
    String token = StreamToken.of(call, "casa", UUID.randomUUID().toString(), NOW).signed(KEY);
    return "/voice/twilio/stream/" + token;
  }

  private static String address(String path) {
    return "wss://voice.example.com" + path;
  }

  private void connect(String path) {
    twilio.connect(voice.port(), path, TwilioClient.signature(address(path)));
  }

  private void assertRefused(String path, String signature) {
    assertThrows(CompletionException.class, () -> twilio.connect(voice.port(), path, signature));
  }

  private List<String> said() {
    return all(
        "SELECT m.sender || ' ' || m.kind || ' ' || m.body FROM messages m JOIN calls c ON c.id = m.call"
            + " WHERE c.provider_call_id = '"
            + call
            + "' ORDER BY m.position");
  }

  private List<String> states() {
    return all(
        "SELECT o.state FROM outbox o JOIN calls c ON c.conversation = o.conversation WHERE"
            + " c.provider_call_id = '"
            + call
            + "'");
  }

  private static String one(String query) {
    return all(query).getFirst();
  }

  private static List<String> all(String query) {
    try (Connection connection = SharedPostgres.server().connect(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String sql) {
    try (Connection connection = SharedPostgres.server().connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
