package io.conserje.sandbox.telnyx;

import static io.conserje.sandbox.telnyx.TelnyxWebhooks.CALL_EVENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.voice.Carried;
import io.conserje.sandbox.voice.PhoneGuest.Words;
import io.conserje.sandbox.voice.Road;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Guests who call over Telnyx, and what Telnyx does as it is told. What would be heard and said is
 * a script, unless the sound is really carried.
 */
public final class TelnyxCalls {

  private static final Duration LONGEST_CALL = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final TelnyxWebhooks webhooks;
  private final TelnyxFiles files;
  private final Map<String, TelnyxCall> calls = new ConcurrentHashMap<>();
  private final Map<String, String> habits = new ConcurrentHashMap<>();
  private final TelnyxPeople people = new TelnyxPeople(this);

  TelnyxCalls(InstantSource clock, TelnyxWebhooks webhooks, TelnyxFiles files) {
    this.clock = clock;
    this.webhooks = webhooks;
    this.files = files;
  }

  /** What becomes of a stream that the house asks for. */
  public enum Sound {
    /** The guest talks to the house, and hangs up. */
    ENDED,
    /** It breaks off, and again. */
    CUT,
    /** Its host is not there. */
    UNREACHABLE,
    /** The first breaks off, the second holds. */
    RECOVERS,
    /** It is really carried, and the guest talks. */
    CARRIED
  }

  /**
   * A call to be played.
   *
   * @param dial what becomes of a call to a person: {@code completed}, {@code no-answer}, {@code
   *     busy}, {@code machine}
   * @param speaks whether something is said after the tone
   * @param key pressed while the guest talks to the house; empty for none
   * @param words what the guest says where the sound is carried
   * @param road on which it is carried
   */
  public record Script(
      String from,
      String to,
      Sound sound,
      String dial,
      boolean speaks,
      String key,
      List<Words> words,
      Road road) {

    /** Nobody really speaks. */
    public Script(String from, String to, Sound sound, String dial, boolean speaks, String key) {
      this(from, to, sound, dial, speaks, key, List.of(), Road.smooth());
    }

    public static Script talking(String from, String to, List<Words> words, Road road) {
      return new Script(from, to, Sound.CARRIED, "no-answer", false, "", words, road);
    }
  }

  /**
   * What came of it.
   *
   * @param commands what Telnyx was told, in its order
   * @param carried null where nothing was
   */
  public record Played(
      String callControlId,
      String callLegId,
      boolean answered,
      boolean over,
      List<String> commands,
      Carried carried) {}

  InstantSource clock() {
    return clock;
  }

  void add(TelnyxCall call) {
    calls.put(call.controlId, call);
    send("call.initiated", begun(call));
  }

  Optional<TelnyxCall> find(String controlId) {
    return Optional.ofNullable(calls.get(controlId));
  }

  void clear() {
    calls.clear();
    habits.clear();
  }

  /** Returns when the call is over, or nothing becomes of it. */
  public Played play(Script script) {
    TelnyxCall call = begin(script);
    boolean talks = script.sound() == Sound.CARRIED;
    long end = System.nanoTime() + (talks ? LONGEST_CALL : LONGEST_WAIT).toNanos();
    while (!call.isOver() && System.nanoTime() < end) {
      TelnyxWebhooks.pause(20);
    }
    return played(call);
  }

  private static Played played(TelnyxCall call) {
    return new Played(
        call.controlId,
        call.legId,
        call.isAnswered(),
        call.isOver(),
        call.told(),
        call.script.sound() == Sound.CARRIED ? call.carried() : null);
  }

  private TelnyxCall begin(Script script) {
    TelnyxCall call =
        new TelnyxCall(null, script.from(), script.to(), true, script, clock.instant());
    calls.put(call.controlId, call);
    send("call.initiated", begun(call));
    return call;
  }

  private static ObjectNode begun(TelnyxCall call) {
    ObjectNode payload = call.payload();
    payload.put("direction", call.incoming ? "incoming" : "outgoing");
    payload.put("state", call.incoming ? "parked" : "bridging");
    payload.put("start_time", call.startTime()).put("offered_codecs", "PCMA,PCMU,G722");
    return payload;
  }

  /** What happens at a number that the house calls: {@code person}, {@code machine}, … */
  public void habit(String number, String answers) {
    habits.put(number, answers);
  }

  /** All that the house has called of its own accord. */
  public List<Played> made(String number) {
    return calls.values().stream()
        .filter(call -> !call.incoming && call.to.equals(number))
        .map(TelnyxCalls::played)
        .toList();
  }

  /** {@code POST /calls}: rings at once. */
  TelnyxAnswer dial(JsonNode body) {
    String to = body.path("to").asText("");
    if (!to.matches("\\+[1-9]\\d{6,14}")) {
      return TelnyxAnswer.problem(422, "10016", "Phone number must be in +E.164 format");
    }
    if (!body.path("connection_id").asText("").equals(TelnyxCall.CONNECTION)) {
      return TelnyxAnswer.problem(422, "10015", "Invalid value for connection_id");
    }
    TelnyxCall linked = calls.get(body.path("link_to").asText(""));
    if (linked != null) {
      return people.ring(linked, body);
    }
    String answers = habits.getOrDefault(to, "person");
    Script script = new Script(body.path("from").asText(), to, Sound.ENDED, "no-answer", false, "");
    TelnyxCall call = new TelnyxCall(null, script.from(), to, false, script, clock.instant());
    call.keep(body.path("client_state").asText(null));
    calls.put(call.controlId, call);
    send("call.initiated", begun(call));
    switch (answers) {
      case "no-answer" -> over(call, "timeout", "unknown");
      case "busy" -> over(call, "user_busy", "callee");
      default -> pickedUp(call, answers, body.has("answering_machine_detection"));
    }
    return new TelnyxAnswer(200, call.json());
  }

  /** A machine listens for as long as it is not told to stop. */
  private void pickedUp(TelnyxCall call, String answers, boolean detected) {
    boolean machine = answers.equals("machine");
    call.answeredBy(machine);
    call.answer();
    send("call.answered", call.payload().put("state", "answered"));
    if (detected) {
      send(
          "call.machine.detection.ended",
          call.payload().put("result", machine ? "machine" : "human"));
    }
  }

  /** {@code GET /connections/{id}/active_calls}. */
  TelnyxAnswer live() {
    ObjectNode answer = Json.object();
    var data = answer.putArray("data");
    calls.values().stream()
        .filter(call -> !call.isOver())
        .forEach(call -> data.add(call.json().path("data")));
    return new TelnyxAnswer(200, answer);
  }

  /** A command, and what comes of it. */
  TelnyxAnswer tell(TelnyxCall call, String command, JsonNode body) {
    if (call.isOver()) {
      return TelnyxAnswer.problem(422, "90018", "Call has already ended");
    }
    String problem = problem(call, command, body);
    if (problem != null) {
      return TelnyxAnswer.problem(422, problem, "The command does not fit the call.");
    }
    if (call.takes(command, body, clock.instant())) {
      obey(call, command, body);
    }
    return TelnyxAnswer.ok();
  }

  private String problem(TelnyxCall call, String command, JsonNode body) {
    String state = body.path("client_state").asText("");
    if (!state.matches("[A-Za-z0-9+/]*={0,2}") || state.length() % 4 != 0) {
      return "90017";
    }
    if (command.equals("answer") && !call.incoming) {
      return "90102";
    }
    if (command.equals("bridge") && !people.isThere(body.path("call_control_id").asText(""))) {
      return "90015";
    }
    boolean atOnce = List.of("answer", "reject", "hangup", "transfer").contains(command);
    return atOnce || call.isAnswered() ? null : "90034";
  }

  private void obey(TelnyxCall call, String command, JsonNode body) {
    switch (command) {
      case "answer" -> {
        call.answer();
        send("call.answered", call.payload().put("state", "answered"));
        if (body.has("stream_url")) {
          stream(call, body);
        }
      }
      case "streaming_start" -> stream(call, body);
      case "streaming_stop" -> {
        send("streaming.stopped", call.payload());
        if (call.isMachine()) {
          send("call.machine.greeting.ended", call.payload().put("result", "beep_detected"));
        }
      }
      case "speak" -> {
        send("call.speak.started", call.payload());
        send("call.speak.ended", call.payload().put("status", "completed"));
      }
      case "record_start" -> recorded(call);
      case "transfer" -> people.transfer(call, body);
      case "gather_using_speak" -> people.asked(call);
      case "bridge" -> people.bridge(call, calls.get(body.path("call_control_id").asText("")));
      case "reject" -> over(call, "call_rejected", "callee");
      case "hangup" -> over(call, "normal_clearing", "callee");
      default -> {}
    }
  }

  private void stream(TelnyxCall call, JsonNode body) {
    int number = call.nextStream();
    Sound sound = call.script.sound();
    ObjectNode payload = call.payload().put("stream_url", body.path("stream_url").asText());
    if (sound == Sound.CARRIED) {
      Thread.ofVirtual().name("telnyx-stream").start(() -> carry(call, body, payload));
      return;
    }
    if (sound == Sound.UNREACHABLE) {
      payload.put("failure_reason", "connection_failed").put("stream_type", "websocket");
      send("streaming.failed", payload);
      return;
    }
    send("streaming.started", payload);
    if (call.isMachine()) {
      return;
    }
    if (sound == Sound.CUT || sound == Sound.RECOVERS && number == 1) {
      send("streaming.stopped", payload);
      return;
    }
    if (!call.script.key().isEmpty()) {
      send("call.dtmf.received", call.payload().put("digit", call.script.key()));
    }
    over(call, "normal_clearing", "caller");
  }

  /** Our sound is thrown away without a word in any other mode than {@code rtp}. */
  private void carry(TelnyxCall call, JsonNode body, ObjectNode payload) {
    TelnyxDialect dialect =
        new TelnyxDialect(
            call, body.path("stream_bidirectional_mode").asText().equals("rtp"), clock);
    payload.put("stream_id", dialect.id());
    URI address = URI.create(body.path("stream_url").asText());
    switch (call.carry(dialect, address, () -> send("streaming.started", payload))) {
      case REFUSED -> {
        payload.put("failure_reason", "connection_failed").put("stream_type", "websocket");
        send("streaming.failed", payload);
      }
      case CLOSED -> send("streaming.stopped", payload);
      case HUNG_UP -> over(call, "normal_clearing", "caller");
    }
  }

  /** Who says nothing after the tone hangs up. */
  private void recorded(TelnyxCall call) {
    if (!call.script.speaks()) {
      over(call, "normal_clearing", "caller");
      return;
    }
    ObjectNode payload = call.payload();
    payload.remove(List.of("call_control_id", "from", "to"));
    payload.put("channels", "single").put("recording_started_at", call.startTime());
    payload.put("recording_ended_at", clock.instant().toString());
    String recording = files.add(call);
    payload.put("recording_id", recording).set("recording_urls", files.links(recording));
    payload.putObject("public_recording_urls").putNull("mp3").putNull("wav");
    send("call.recording.saved", payload);
  }

  /** With what was streamed, and what it cost. */
  void over(TelnyxCall call, String cause, String source) {
    if (!call.end(clock.instant())) {
      return;
    }
    if (call.isStreaming() && call.script.sound() != Sound.UNREACHABLE) {
      send("streaming.stopped", call.payload());
    }
    ObjectNode ended = call.payload().put("state", "hangup").put("hangup_cause", cause);
    ended.put("hangup_source", source).put("sip_hangup_cause", "200");
    ended.put("start_time", call.startTime()).putNull("call_quality_stats");
    send("call.hangup", ended);
    ObjectNode cost = call.payload().put("billed_duration_secs", call.seconds());
    cost.put("status", "success").put("total_cost", "0.0120");
    cost.putArray("cost_parts").addObject().put("cost", "0.0120").put("currency", "USD");
    send("call.cost", cost);
  }

  void send(String type, ObjectNode payload) {
    webhooks.send(CALL_EVENT, type, payload);
  }
}
