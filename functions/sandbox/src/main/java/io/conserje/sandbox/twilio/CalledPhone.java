package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.twilio.CalledPhones.Answers;
import io.conserje.sandbox.twilio.CalledPhones.Habit;
import io.conserje.sandbox.twilio.CalledPhones.Rung;
import io.conserje.sandbox.voice.CallRecording;
import io.conserje.sandbox.voice.MediaStream;
import io.conserje.sandbox.voice.PhoneGuest;
import io.conserje.sandbox.voice.Road;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One call to a telephone, as Twilio makes it for the house. */
final class CalledPhone {

  private static final int MOST_ANSWERS = 10;
  private static final String SECONDS = "7";

  /** Whoever is told nothing for so long hangs up. */
  private static final int PATIENCE_SECONDS = 30;

  private final SandboxSettings settings;
  private final Form asked;
  private final Habit habit;
  private final TwilioWebhooks webhooks;
  private final InstantSource clock;
  private final LiveLeg.All legs;
  private final LiveLeg leg;
  private final Instant created;
  private final String sid = "CA" + UUID.randomUUID().toString().replace("-", "");
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private volatile String status = "queued";
  private volatile Instant ended;
  private int sequence;
  private boolean hungUp;

  CalledPhone(
      SandboxSettings settings,
      Form asked,
      Habit habit,
      TwilioWebhooks webhooks,
      InstantSource clock,
      LiveLeg.All legs,
      Instant created) {
    this.settings = settings;
    this.asked = asked;
    this.habit = habit;
    this.webhooks = webhooks;
    this.clock = clock;
    this.legs = legs;
    this.leg = legs.begin(sid);
    this.created = created;
  }

  String sid() {
    return sid;
  }

  Rung rung() {
    return new Rung(sid, field("From"), field("To"), status, List.copyOf(steps));
  }

  private String field(String name) {
    return asked.find(name).orElse("");
  }

  void ring() {
    progress("initiated");
    progress("ringing");
    if (isToEnd()) {
      over("canceled");
      return;
    }
    switch (habit.answers()) {
      case NO_ANSWER, BUSY, FAILED ->
          over(habit.answers().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case PERSON, MACHINE -> pickedUp();
    }
  }

  private boolean isToEnd() {
    return leg.told().isDone() && leg.told().join().isEmpty();
  }

  private void pickedUp() {
    progress("in-progress");
    if (habit.answers() == Answers.PERSON) {
      answeredBy("human");
    }
    String next = field("Url");
    Form form = call("in-progress");
    for (int i = 0; i < MOST_ANSWERS && next != null && !hungUp; i++) {
      Optional<List<TwimlVerb>> verbs = ask(next, form);
      Next then = verbs.isEmpty() ? Next.END : run(verbs.get());
      next = then.url();
      form = then.form();
    }
    over("completed");
  }

  /** Where Twilio asks next; nowhere at the end. */
  private record Next(String url, Form form) {
    static final Next END = new Next(null, null);
  }

  private Optional<List<TwimlVerb>> ask(String url, Form form) {
    TwilioWebhooks.Outcome answer = webhooks.send(GuestCalls.QUESTION, url, form);
    return answer.status() == 200 ? TwimlVerb.parse(answer.body()) : Optional.empty();
  }

  private Next run(List<TwimlVerb> verbs) {
    for (TwimlVerb verb : verbs) {
      if (isToEnd()) {
        return Next.END;
      }
      switch (verb.name()) {
        case "Say", "Pause" -> step(verb.name(), verb.text());
        case "Redirect" -> {
          return new Next(verb.text(), call("in-progress"));
        }
        case "Gather" -> {
          String said = verb.children().stream().map(TwimlVerb::text).reduce("", String::concat);
          step("Gather", said);
          if (!habit.presses().isEmpty()) {
            return new Next(
                verb.attribute("action"),
                call("in-progress").with("Digits", habit.presses()).with("FinishedOnKey", ""));
          }
        }
        case "Connect" -> {
          return connect(verb.children().getFirst());
        }
        default -> {
          step(verb.name(), "");
          return Next.END;
        }
      }
    }
    return Next.END;
  }

  private void step(String verb, String what) {
    steps.add((verb + " " + what).strip());
  }

  private Next connect(TwimlVerb noun) {
    step("Connect", noun.name());
    if (habit.answers() == Answers.MACHINE) {
      answeredBy("machine_end_beep");
      return obey();
    }
    if (!habit.words().isEmpty()) {
      carry(noun);
    }
    return Next.END;
  }

  /** A machine listens until it is told something. */
  private Next obey() {
    try {
      Optional<List<TwimlVerb>> verbs =
          leg.told().completeOnTimeout(Optional.empty(), PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      leg.obeyed();
      return verbs.map(this::run).orElse(Next.END);
    } finally {
      hungUp = true;
    }
  }

  private void carry(TwimlVerb noun) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (TwimlVerb parameter : noun.children()) {
      parameters.put(parameter.attribute("name"), parameter.attribute("value"));
    }
    String url = noun.attribute("url");
    String signature = TwilioSignature.sign(settings.twilioToken(), url, Form.empty());
    PhoneGuest guest = new PhoneGuest(habit.words());
    String stream = "MZ" + UUID.randomUUID().toString().replace("-", "");
    TwilioDialect dialect = new TwilioDialect(settings.twilioAccount(), sid, stream, parameters);
    MediaStream media = new MediaStream(dialect, Road.smooth(), guest, new CallRecording());
    MediaStream.End end =
        media.play(URI.create(url), List.of("X-Twilio-Signature", signature), () -> {});
    guest.moments().forEach(moment -> steps.add("Stream " + moment.what()));
    hungUp = end == MediaStream.End.HUNG_UP;
  }

  private void over(String how) {
    legs.end(sid);
    ended = clock.instant();
    progress(how);
  }

  private void progress(String now) {
    status = now.equals("initiated") ? "queued" : now;
    String url = field("StatusCallback");
    if (!url.isEmpty()) {
      Form form =
          call(now)
              .with("SequenceNumber", String.valueOf(sequence++))
              .with("CallbackSource", "call-progress-events")
              .with("Timestamp", date(clock.instant()));
      webhooks.send(
          GuestCalls.CALLBACK,
          url,
          now.equals("completed") ? form.with("CallDuration", SECONDS) : form);
    }
  }

  private void answeredBy(String by) {
    String url = field("AsyncAmdStatusCallback");
    if (!url.isEmpty()) {
      CompletableFuture<Void> told = new CompletableFuture<>();
      Thread.startVirtualThread(() -> {
        webhooks.send(
            GuestCalls.CALLBACK,
            url,
            Form.empty()
                .with("CallSid", sid)
                .with("AccountSid", settings.twilioAccount())
                .with("AnsweredBy", by)
                .with("MachineDetectionDuration", "2300"));
        told.complete(null);
      });
      told.join();
    }
  }

  private Form call(String now) {
    return Form.empty()
        .with("CallSid", sid)
        .with("AccountSid", settings.twilioAccount())
        .with("From", field("From"))
        .with("Caller", field("From"))
        .with("To", field("To"))
        .with("Called", field("To"))
        .with("CallStatus", now)
        .with("Direction", "outbound-api")
        .with("ApiVersion", "2010-04-01");
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("account_sid", settings.twilioAccount()).put("sid", sid);
    json.put("from", field("From")).put("to", field("To")).put("status", status);
    json.put("direction", "outbound-api").put("api_version", "2010-04-01");
    json.put("date_created", date(created)).put("date_updated", date(clock.instant()));
    json.put("end_time", ended == null ? null : date(ended));
    json.put("duration", ended != null && status.equals("completed") ? SECONDS : null);
    return json;
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME
        .format(at.atOffset(ZoneOffset.UTC))
        .replace("GMT", "+0000");
  }
}
