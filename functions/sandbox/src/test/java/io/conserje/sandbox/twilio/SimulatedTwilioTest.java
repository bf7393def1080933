package io.conserje.sandbox.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxClock;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.http.HttpPort;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedTwilioTest {

  private static final String PUBLIC = "https://house.example";
  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String TOKEN = "secret";
  private static final String GUEST = "whatsapp:+34600000101";
  private static final String HOUSE = "whatsapp:+34600000900";

  /** What the house got: path, signature, form. */
  private record Hook(String path, String signature, Form form) {}

  private final List<Hook> hooks = new CopyOnWriteArrayList<>();
  private final Activity activity = new Activity();
  private final Faults faults = new Faults();
  private final SandboxClock clock = SandboxClock.starting(SandboxClock.DEFAULT_NOW);
  private final RequestLog requests = new RequestLog(clock);
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpPort house;
  private HttpPort port;
  private Twilio twilio;

  @BeforeEach
  void start() {
    house = HttpPort.take(0, "none");
    house.serve(exchange -> {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
      hooks.add(new Hook(exchange.getRequestURI().toString(), signature, Form.parse(body)));
      Answers.text(exchange, 200, "text/xml", "<Response/>");
    });
    SandboxSettings settings =
        new SandboxSettings(
            house.address(),
            Map.of(
                "TWILIO_ACCOUNT_SID", ACCOUNT,
                "TWILIO_AUTH_TOKEN", TOKEN,
                "PUBLIC_BASE_URL", PUBLIC));
    twilio = new Twilio(settings, clock, requests, faults, activity);
    port = HttpPort.take(0, "none");
    port.serve(twilio.api());
  }

  @AfterEach
  void stop() {
    twilio.close();
    port.close();
    house.close();
    http.close();
  }

  @Test
  void messageIsTakenAndItsWayReportedToTheSignedCallback() throws Exception {
    guestWrites();
    HttpResponse<String> answer =
        create(message("hola").with("StatusCallback", PUBLIC + "/twilio/status?id=7"));
    assertEquals(201, answer.statusCode());
    JsonNode message = Json.read(answer.body());
    assertEquals("queued", message.path("status").asText());
    assertEquals(
        "Fri, 20 Nov 2026 11:00:00 +0000",
        message.path("date_created").asText().replaceAll(":\\d\\d \\+", ":00 +"));
    awaitQuiet();
    assertEquals(List.of("sent", "delivered"), statuses());
    Hook last = hooks.getLast();
    assertEquals("/twilio/status?id=7", last.path());
    assertEquals(
        TwilioSignature.sign(TOKEN, PUBLIC + "/twilio/status?id=7", last.form()), last.signature());
    String sid = message.path("sid").asText();
    assertEquals(
        "delivered", Json.read(get("/Messages/" + sid + ".json").body()).path("status").asText());
    assertEquals("create-message", requests.after("twilio", 0).getFirst().operation());
  }

  @Test
  void freeTextADayAfterTheGuestsLastWordIsNotDeliveredAndATemplateIs() throws Exception {
    create(message("hola").with("StatusCallback", PUBLIC + "/twilio/status"));
    awaitQuiet();
    assertEquals(List.of("sent", "undelivered"), statuses());
    assertEquals("63016", hooks.getLast().form().find("ErrorCode").orElseThrow());
    hooks.clear();
    HttpResponse<String> answer =
        create(
            Form.empty()
                .with("To", GUEST)
                .with("From", HOUSE)
                .with("ContentSid", "HX00000000000000000000000000000001")
                .with("ContentVariables", "{\"1\":\"viernes\",\"2\":\"21:00\"}")
                .with("StatusCallback", PUBLIC + "/twilio/status"));
    awaitQuiet();
    assertEquals("viernes · 21:00", Json.read(answer.body()).path("body").asText());
    assertEquals(List.of("sent", "delivered"), statuses());
  }

  @Test
  void aDeliveryFailsAsAskedFor() throws Exception {
    guestWrites();
    faults.add(new Fault("twilio", Fault.DELIVERY, Fault.Kind.STATUS, 63024, 0, null), 1);
    create(message("hola").with("StatusCallback", PUBLIC + "/twilio/status"));
    awaitQuiet();
    assertEquals("63024", hooks.getLast().form().find("ErrorCode").orElseThrow());
  }

  @Test
  void whoSentStopBySmsIsNotWrittenToUntilStart() throws Exception {
    sms("STOP");
    Form toGuest =
        Form.empty().with("To", "+34600000101").with("From", "+34600000900").with("Body", "x");
    assertEquals(21610, refused(toGuest));
    sms("START");
    assertEquals(201, create(toGuest).statusCode());
  }

  private void sms(String text) {
    twilio
        .guests()
        .write(
            new GuestPhones.Written(
                "+34600000101", "+34600000900", text, "", null, 1, true, Map.of()));
    assertEquals("/sms/webhook", hooks.getLast().path());
  }

  private void guestWrites() {
    twilio
        .guests()
        .write(new GuestPhones.Written("+34600000101", "+34600000900", "hola", "", null, 1));
    hooks.clear();
  }

  @Test
  void onlyTheAccountWithItsTokenIsLetIn() throws Exception {
    HttpRequest.Builder wrong =
        request("/Messages.json").setHeader("Authorization", basic(ACCOUNT, "other"));
    HttpResponse<String> answer = http.send(wrong.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(401, answer.statusCode());
    assertEquals(20003, Json.read(answer.body()).path("code").asInt());
  }

  @Test
  void whatTwilioWouldNotSendIsRefusedWithItsCode() throws Exception {
    assertEquals(
        21211,
        refused(Form.empty().with("To", "whatsapp:juan").with("From", HOUSE).with("Body", "x")));
    assertEquals(21604, refused(Form.empty().with("From", HOUSE).with("Body", "x")));
    assertEquals(21602, refused(Form.empty().with("To", GUEST).with("From", HOUSE)));
    assertEquals(
        21910,
        refused(Form.empty().with("To", GUEST).with("From", "+34600000900").with("Body", "x")));
    assertEquals(21617, refused(message("x".repeat(1601))));
    assertEquals(404, get("/Messages/SM404.json").statusCode());
  }

  @Test
  void listIsFilteredAndPaged() throws Exception {
    create(message("one"));
    create(message("two"));
    create(
        Form.empty().with("To", "whatsapp:+34600000102").with("From", HOUSE).with("Body", "other"));
    awaitQuiet();
    JsonNode page = list("?To=whatsapp%3A%2B34600000101&PageSize=1");
    assertEquals("two", page.path("messages").path(0).path("body").asText());
    String next = page.path("next_page_uri").asText();
    JsonNode second = list(next.substring(next.indexOf('?')));
    assertEquals("one", second.path("messages").path(0).path("body").asText());
    assertTrue(second.path("next_page_uri").isNull());
    assertEquals(3, list("?DateSent=2026-11-20").path("messages").size());
    assertEquals(0, list("?DateSent=2026-11-21").path("messages").size());
    assertEquals(3, list("?DateSent%3E=2026-11-20T10:59:00Z").path("messages").size());
    assertEquals(0, list("?DateSent%3C=2026-11-20T10:59:00Z").path("messages").size());
  }

  @Test
  void guestsMessageArrivesSignedAsOftenAsAsked() {
    GuestPhones.Delivered delivered =
        twilio
            .guests()
            .write(new GuestPhones.Written("+34600000101", "+34600000900", "hola", "Ana", null, 3));
    assertEquals(List.of(200, 200, 200), delivered.statuses());
    assertEquals(3, hooks.size());
    Hook hook = hooks.getFirst();
    assertEquals("/whatsapp/webhook", hook.path());
    assertEquals(delivered.messageSid(), hook.form().find("MessageSid").orElseThrow());
    assertEquals(
        TwilioSignature.sign(TOKEN, PUBLIC + "/whatsapp/webhook", hook.form()), hook.signature());
  }

  @Test
  void statusFaultTakesNothingAsOftenAsAsked() throws Exception {
    faults.add(fault("create-message", Fault.Kind.STATUS, 429, 3), 1);
    HttpResponse<String> refused = create(message("one"));
    assertEquals(429, refused.statusCode());
    assertEquals("3", refused.headers().firstValue("Retry-After").orElseThrow());
    assertEquals(20429, Json.read(refused.body()).path("code").asInt());
    assertEquals(List.of(), twilio.messages().sentTo(GUEST));
    assertEquals(201, create(message("one")).statusCode());
  }

  @Test
  void dropCutsTheConnectionBeforeOrAfterTheMessageIsTaken() throws Exception {
    faults.add(fault("create-message", Fault.Kind.DROP, 0, null), 1);
    assertThrows(IOException.class, () -> create(message("never")));
    assertEquals(0, twilio.messages().sentTo(GUEST).size());
    faults.add(fault("create-message", Fault.Kind.DROP, 201, null), 1);
    assertThrows(IOException.class, () -> create(message("taken")));
    assertEquals("taken", twilio.messages().sentTo(GUEST).getFirst().body());
  }

  @Test
  void slowFaultAnswersLate() throws Exception {
    faults.add(new Fault("twilio", null, Fault.Kind.SLOW, 0, 300, null), 1);
    long start = System.nanoTime();
    assertEquals(201, create(message("late")).statusCode());
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(300).toNanos());
  }

  @Test
  void callbacksComeTwiceOrTheOtherWayRoundOrNotAtAll() throws Exception {
    guestWrites();
    Form form = message("hola").with("StatusCallback", PUBLIC + "/twilio/status");
    faults.add(fault("status-callback", Fault.Kind.DUPLICATE, 0, null), 1);
    create(form);
    awaitQuiet();
    assertEquals(List.of("sent", "sent", "delivered"), statuses());
    hooks.clear();
    faults.add(fault(null, Fault.Kind.REORDER, 0, null), 1);
    create(form);
    awaitQuiet();
    assertEquals(List.of("delivered", "sent"), statuses());
    hooks.clear();
    faults.add(fault("status-callback", Fault.Kind.DROP, 0, null), 2);
    create(form);
    awaitQuiet();
    assertEquals(List.of(), statuses());
  }

  @Test
  void reorderedMessagesOvertakeEachOther() {
    faults.add(fault("inbound-message", Fault.Kind.REORDER, 0, null), 1);
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> write("first"));
    awaitUntil(() -> faults.all().isEmpty());
    write("second");
    first.join();
    assertEquals(
        List.of("second", "first"),
        hooks.stream().map(hook -> hook.form().find("Body").orElseThrow()).toList());
  }

  @Test
  void nothingIsEverSentOutsideTheMachine() throws Exception {
    // would reach the house, but is not written as this machine's own address
    create(message("hola").with("StatusCallback", "http://0.0.0.0:" + house.number() + "/status"));
    awaitQuiet();
    assertEquals(List.of(), statuses());
    assertFalse(requests.after("twilio-webhooks", 0).isEmpty());
    assertEquals(0, requests.after("twilio-webhooks", 0).getFirst().status());
  }

  private void write(String text) {
    twilio
        .guests()
        .write(new GuestPhones.Written("+34600000101", "+34600000900", text, "Ana", null, 1));
  }

  private static Fault fault(String operation, Fault.Kind kind, int status, Integer retryAfter) {
    return new Fault("twilio", operation, kind, status, 0, retryAfter);
  }

  private static Form message(String body) {
    return Form.empty().with("To", GUEST).with("From", HOUSE).with("Body", body);
  }

  private List<String> statuses() {
    return hooks.stream().map(hook -> hook.form().find("MessageStatus").orElseThrow()).toList();
  }

  private int refused(Form form) throws Exception {
    HttpResponse<String> answer = create(form);
    assertEquals(400, answer.statusCode());
    return Json.read(answer.body()).path("code").asInt();
  }

  private JsonNode list(String query) throws Exception {
    return Json.read(get("/Messages.json" + query).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> create(Form form) throws IOException, InterruptedException {
    HttpRequest request =
        request("/Messages.json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.encode()))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create(port.address() + "/2010-04-01/Accounts/" + ACCOUNT + path))
        .version(HttpClient.Version.HTTP_1_1)
        .header("Authorization", basic(ACCOUNT, TOKEN));
  }

  private static String basic(String user, String password) {
    String pair = user + ":" + password;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private void awaitQuiet() {
    awaitUntil(activity::quiet);
  }

  private static void awaitUntil(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 30 s");
      Thread.yield();
    }
  }
}
