package io.conserje.followups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedSqs;
import io.conserje.testkit.embedded.SharedPostgres;
import io.conserje.testkit.http.ScriptedServer;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class FollowUpsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final UUID CONVERSATION = UUID.randomUUID();

  private final Map<String, String> environment = new HashMap<>();
  private Instant now = NOW;
  private final String database = SharedPostgres.migrated();
  private EmbeddedSqs sqs;
  private SqsClient client;
  private FollowUps followUps;

  @BeforeEach
  void open() throws Exception {
    sqs = EmbeddedSqs.start();
    client =
        SqsClient.builder()
            .endpointOverride(URI.create(sqs.endpoint()))
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    environment.putAll(
        Map.of(
            Variable.AWS_REGION,
            "eu-west-1",
            Variable.AWS_ENDPOINT_URL_SQS,
            sqs.endpoint(),
            "AWS_ACCESS_KEY_ID",
            "test",
            "AWS_SECRET_ACCESS_KEY",
            "test",
            Variable.POSTGRES_SERVER,
            "127.0.0.1",
            Variable.POSTGRES_PORT,
            String.valueOf(SharedPostgres.server().port()),
            Variable.POSTGRES_DB,
            database,
            Variable.POSTGRES_USER,
            EmbeddedPostgresServer.USER,
            Variable.POSTGRES_PASSWORD,
            EmbeddedPostgresServer.PASSWORD));
    environment.put(Queue.TURN_DUE.urlVariable(), queue("turn-due"));
    environment.put(Queue.OUTBOX_DUE.urlVariable(), queue("outbox-due"));
    followUps = new FollowUps(environment, () -> now);
    execute(
        """
        INSERT INTO venues (id, house) VALUES ('casa', '{"venue": "casa", "name": "Casa", "kind": "restaurant",
          "time_zone": "Europe/Madrid", "language": "es", "phone": "+34600000999", "address": "Plaza 1"}')
        """);
    execute(
        "INSERT INTO conversations (id, venue, channel, house_address, guest_address, language, started_at,"
            + " last_at) VALUES ('"
            + CONVERSATION
            + "', 'casa', 'whatsapp', '+34600000900',"
            + " '+34600000101', 'es', '"
            + NOW
            + "', '"
            + NOW
            + "')");
  }

  @AfterEach
  void close() {
    client.close();
    sqs.close();
    SharedPostgres.giveBack(database);
  }

  @Test
  void aQuietHouseIsLeftAlone() {
    assertEquals("0 unanswered, 0 unsent", run());
  }

  @Test
  void aMessageWhoseReminderWasLostIsRemindedOfOnceItIsOverdue() throws Exception {
    execute(
        "INSERT INTO messages (conversation, venue, sender, body, at, state) VALUES ('"
            + CONVERSATION
            + "', 'casa', 'guest', 'hola', '"
            + NOW
            + "', 'waiting')");

    assertEquals("0 unanswered, 0 unsent", run());
    now = NOW.plusSeconds(31);
    assertEquals("1 unanswered, 0 unsent", run());
    assertEquals(
        "{\"conversation\":\"" + CONVERSATION + "\",\"upTo\":1}", received(Queue.TURN_DUE));
  }

  @Test
  void aMessageSomebodyIsAnsweringIsLeftToThem() throws Exception {
    execute(
        "INSERT INTO messages (conversation, venue, sender, body, at, state) VALUES ('"
            + CONVERSATION
            + "', 'casa', 'guest', 'hola', '"
            + NOW
            + "', 'in_turn')");
    execute("UPDATE conversations SET lease_until = '" + NOW.plusSeconds(60) + "'");

    now = NOW.plusSeconds(59);
    assertEquals("0 unanswered, 0 unsent", run());
    now = NOW.plusSeconds(60);
    assertEquals("1 unanswered, 0 unsent", run());
  }

  @Test
  void aReplyWhoseSenderDiedIsRemindedOf() throws Exception {
    execute(
        "INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address, body,"
            + " state, due_at, sending_until, written_at, changed_at) VALUES ('"
            + UUID.randomUUID()
            + "', 'casa', '"
            + CONVERSATION
            + "', 'reply', 'whatsapp', '+34600000900', '+34600000101',"
            + " 'hola', 'sending', '"
            + NOW
            + "', '"
            + NOW.plusSeconds(20)
            + "', '"
            + NOW
            + "', '"
            + NOW
            + "')");

    assertEquals("0 unanswered, 0 unsent", run());
    now = NOW.plusSeconds(20);
    assertEquals("0 unanswered, 1 unsent", run());
    assertEquals("{\"conversation\":\"" + CONVERSATION + "\"}", received(Queue.OUTBOX_DUE));
  }

  @Test
  void aRoomThatNobodyConfirmedInTimeGoesBack() throws Exception {
    execute(
        """
        INSERT INTO guests (id, venue, name) VALUES ('00000000-0000-0000-0000-00000000a001', 'casa', 'Ana');
        INSERT INTO stays (id, venue, reference, status, waits_until, arrival, departure, room_type, adults,
          children, cots, total, currency, quote, guest, guest_name, guest_phone, notes, channel, made_at)
        VALUES ('00000000-0000-0000-0000-00000000b001', 'casa', 'KMT472', 'held', '%s', '2026-12-01',
          '2026-12-02', 'doble', 2, 0, 0, 10000, 'EUR', '{"currency": "EUR", "nights": [{"night": "2026-12-01",
          "season": "baja", "amount": 10000}], "total": 10000, "freeUntil": "2026-11-30T14:00:00Z"}',
          '00000000-0000-0000-0000-00000000a001', 'Ana', '+34600000101', '', 'whatsapp', '%s');
        INSERT INTO type_nights VALUES ('casa', 'doble', '2026-12-01', 1, 2);
        INSERT INTO room_claims VALUES ('00000000-0000-0000-0000-00000000b001', 'casa', '101',
          '[2026-12-01T14:00:00Z, 2026-12-02T14:00:00Z)', DEFAULT, DEFAULT, 'doble', '2026-12-01', '2026-12-02', true);
        """
            .formatted(NOW.plusSeconds(1200), NOW));

    assertEquals("0 expired", run("stay-holds"));
    now = NOW.plusSeconds(1200);
    assertEquals("1 expired", run("stay-holds"));
    assertEquals("0 expired", run("stay-holds"));
  }

  @Test
  void aJobThatAnotherRunnerHoldsIsNotRun() throws Exception {
    execute("INSERT INTO job_leases VALUES ('outbox-sweep', 1, '" + NOW.plusSeconds(30) + "')");

    assertEquals("another runner has it", run());
    now = NOW.plusSeconds(30);
    assertEquals("0 unanswered, 0 unsent", run());
  }

  @Test
  void whoDidNotSayYesInTimeIsToldAtOnceAndTheTableGoesToWhoWaits() throws Exception {
    aTableThatIsAskedAbout();
    aGuestWhoWaitsForIt();
    assertEquals("0 expired", run("holds"));

    now = NOW.plusSeconds(7200);
    Map<String, String> did = runAll();

    assertEquals("1 expired", did.get("holds"));
    assertEquals("0 offered, 0 ended", did.get("waitlist-offers"));
    assertEquals("0 unanswered, 0 unsent", did.get("outbox-sweep"));
    assertEquals(
        List.of("+34600000101 no nos ha llegado su sí", "+34600000102 se ha liberado una mesa"),
        select(
            """
            SELECT guest_address || ' ' || substring(body FROM 'no nos ha llegado su sí|se ha liberado una mesa')
            FROM outbox ORDER BY guest_address
            """));
    assertTrue(received(Queue.OUTBOX_DUE).contains("conversation"));

    now = now.plusSeconds(15 * 60);
    assertEquals("1 expired", run("holds"));
    assertEquals("0 expired", run("holds"));
    assertEquals(List.of("expired"), select("SELECT status FROM waitlist"));
  }

  @Test
  void aHouseThatFailsDoesNotKeepTheOthersFromTheirTurn() throws Exception {
    aTableThatIsAskedAbout();
    aHouseBeforeItThatFails();
    execute(
        "INSERT INTO venues (id, house) VALUES ('bodega', '{\"venue\": \"bodega\", \"kind\": \"cellar\"}')");

    now = NOW.plusSeconds(7200);

    assertEquals("1 expired, failed for 1 house", run("holds"));
    assertEquals(
        List.of("albergue pending", "casa expired"),
        select("SELECT venue || ' ' || status FROM reservations ORDER BY venue"));
    assertEquals("0 expired", run("stay-holds"));
  }

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
  void aCallOfABrowserThatNeverConnectedEnds() throws Exception {
    aCall("browser", "announced", "ringing");
    aCall("browser", "talks", "in_progress");

    now = NOW.plusSeconds(601);

    assertEquals("2 asked about, 1 ended", run("lost-call-reports"));
    assertEquals(
        List.of("announced ended never_connected", "talks in_progress "),
        select(
            "SELECT provider_call_id || ' ' || state || ' ' || ended_reason FROM calls ORDER BY 1"));
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

  /** It has counted fewer guests than are to be given back. */
  private void aHouseBeforeItThatFails() throws Exception {
    execute(
        """
        INSERT INTO venues (id, house)
        SELECT 'albergue', house || '{"venue": "albergue"}' FROM venues WHERE id = 'casa';
        INSERT INTO reservations (id, venue, reference, status, expires_at, starts_at, ends_at, party_size, guest,
          guest_name, guest_phone, channel, made_at)
        SELECT '00000000-0000-0000-0000-000000000009', 'albergue', reference, status, expires_at, starts_at, ends_at,
          party_size, guest, guest_name, guest_phone, channel, made_at FROM reservations;
        INSERT INTO house_counts VALUES ('albergue', 'covers', '2026-11-21T20:00Z', 1);
        """);
  }

  @Test
  void aWaitEndsWithItsTime() throws Exception {
    aTableThatIsAskedAbout();
    aGuestWhoWaitsForIt();
    execute("UPDATE reservations SET status = 'confirmed', expires_at = NULL");

    now = Instant.parse("2026-11-21T20:00:00Z");

    assertEquals("0 offered, 1 ended", run("waitlist-offers"));
    assertEquals("0 offered, 0 ended", run("waitlist-offers"));
    assertEquals(List.of("passed"), select("SELECT status FROM waitlist"));
  }

  /** Saturday at nine, the only table, to be confirmed until one in the afternoon UTC. */
  private void aTableThatIsAskedAbout() throws Exception {
    execute(
        """
        UPDATE venues SET house = house || '{"zones": [{"name": "inside"}],
          "tables": [{"name": "T1", "zone": "inside", "seats": 4}], "rules": {"stays": [{"up_to": 10, "usual": "2h"}]},
          "hours": {"services": [{"service": "dinner", "first": "20:00", "last": "23:00"}]}}';
        INSERT INTO dining_tables VALUES ('casa', 'T1');
        INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000900', 'casa');
        INSERT INTO guests (id, venue, name) VALUES ('00000000-0000-0000-0000-000000000001', 'casa', 'Luis');
        INSERT INTO reservations (id, venue, reference, status, expires_at, starts_at, ends_at, party_size, guest,
          guest_name, guest_phone, channel, made_at)
        VALUES ('00000000-0000-0000-0000-000000000002', 'casa', 'KM4729', 'pending', '2026-11-20T13:00Z',
          '2026-11-21T20:00Z', '2026-11-21T22:00Z', 4, '00000000-0000-0000-0000-000000000001', 'Luis',
          '+34600000101', 'voice', '2026-11-20T11:00Z');
        INSERT INTO table_claims (venue, table_name, period, reservation)
        VALUES ('casa', 'T1', '[2026-11-21T20:00Z, 2026-11-21T22:00Z)', '00000000-0000-0000-0000-000000000002');
        INSERT INTO house_counts VALUES ('casa', 'covers', '2026-11-21T20:00Z', 4);
        """);
  }

  private void aGuestWhoWaitsForIt() throws Exception {
    execute(
        """
        INSERT INTO waitlist (id, venue, status, day, earliest, latest, ends_at, party_size, high_chairs, pets,
          wheelchair, zone, guest_name, guest_phone, notes, allergies, occasion, language, channel, joined_at)
        VALUES ('00000000-0000-0000-0000-000000000003', 'casa', 'waiting', '2026-11-21', '2026-11-21T21:00',
          '2026-11-21T21:00', '2026-11-21T20:00Z', 4, 0, false, false, '', 'Ana', '+34600000102', '', '', '', 'es',
          'whatsapp', '2026-11-20T11:00Z')
        """);
  }

  private String run() {
    return run("outbox-sweep");
  }

  private String run(String job) {
    return runAll().get(job);
  }

  private Map<String, String> runAll() {
    return followUps.handleRequest(Events.read("follow-ups/every-minute.json"), null);
  }

  private String queue(String name) {
    return client.createQueue(request -> request.queueName(name)).queueUrl();
  }

  private String received(Queue queue) {
    return client
        .receiveMessage(request -> request.queueUrl(environment.get(queue.urlVariable())))
        .messages()
        .getFirst()
        .body();
  }

  private List<String> select(String sql) throws Exception {
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = SharedPostgres.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
