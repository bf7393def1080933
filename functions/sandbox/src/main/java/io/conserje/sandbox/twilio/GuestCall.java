package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.twilio.GuestCalls.Played;
import io.conserje.sandbox.twilio.GuestCalls.Script;
import io.conserje.sandbox.twilio.GuestCalls.Sound;
import io.conserje.sandbox.twilio.GuestCalls.Step;
import io.conserje.sandbox.voice.CallRecording;
import io.conserje.sandbox.voice.Carried;
import io.conserje.sandbox.voice.MediaStream;
import io.conserje.sandbox.voice.MediaStream.End;
import io.conserje.sandbox.voice.PhoneGuest;
import io.conserje.sandbox.voice.Road;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** One call, from its first ring to its last callback. */
final class GuestCall {

  private static final int MOST_ANSWERS = 20;
  private static final String SECONDS = "7";
  private static final String LASTED = "42";

  private final SandboxSettings settings;
  private final String account;
  private final Script script;
  private final TwilioWebhooks webhooks;
  private final InstantSource clock;
  private final String sid = sid("CA");
  private final List<Step> steps = new ArrayList<>();
  private final List<Map<String, Object>> callbacks = new CopyOnWriteArrayList<>();

  /** What the answer in hand leads to: another question, or with neither the end of the call. */
  private Next next;

  /** Goes on talking where one stream follows another. */
  private final PhoneGuest guest;

  private final CallRecording recording = new CallRecording();
  private int clears;
  private Carried carried;
  private volatile String ended;

  GuestCall(SandboxSettings settings, Script script, TwilioWebhooks webhooks, InstantSource clock) {
    this.settings = settings;
    this.account = settings.twilioAccount();
    this.script = script;
    this.webhooks = webhooks;
    this.clock = clock;
    this.guest = new PhoneGuest(script.words());
  }

  String sid() {
    return sid;
  }

  /** As Twilio's API has it. */
  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("account_sid", account).put("sid", sid);
    json.put("from", script.from()).put("to", script.to()).put("direction", "inbound");
    json.put("status", ended == null ? "in-progress" : "completed");
    json.put("end_time", ended).put("duration", ended == null ? null : LASTED);
    return json;
  }

  private record Next(String url, Form form) {}

  Played play(String url, String statusUrl) {
    String end = follow(new Next(url, call("ringing")));
    ended = now();
    Form over =
        call("completed")
            .with("CallDuration", LASTED)
            .with("Duration", "1")
            .with("SequenceNumber", "0")
            .with("CallbackSource", "call-progress-events")
            .with("Timestamp", now());
    callback(statusUrl, over);
    return new Played(sid, List.copyOf(steps), end, List.copyOf(callbacks), carried);
  }

  private String follow(Next first) {
    next = first;
    for (int i = 0; i < MOST_ANSWERS && next != null; i++) {
      Next asked = next;
      next = null;
      TwilioWebhooks.Outcome answer = webhooks.send(GuestCalls.QUESTION, asked.url(), asked.form());
      if (over(asked)) {
        return "completed";
      }
      if (answer.status() != 200) {
        return "11200";
      }
      Optional<List<TwimlVerb>> verbs = TwimlVerb.parse(answer.body());
      if (verbs.isEmpty()) {
        return "12100";
      }
      if (!run(verbs.get())) {
        return "12200";
      }
    }
    return next == null ? "completed" : "looped";
  }

  /** What is answered after the guest has hung up, nobody hears. */
  private static boolean over(Next asked) {
    return asked.form().find("CallStatus").orElse("").equals("completed");
  }

  /** Until one verb asks the house again, or the call ends; false where Twilio knows none such. */
  private boolean run(List<TwimlVerb> verbs) {
    for (TwimlVerb verb : verbs) {
      switch (verb.name()) {
        case "Say", "Play", "Pause" -> steps.add(new Step(verb.name(), verb.text()));
        case "Redirect" -> {
          steps.add(new Step("Redirect", verb.text()));
          next = new Next(verb.text(), call("in-progress"));
        }
        case "Dial" -> dial(verb);
        case "Record" -> record(verb);
        case "Connect" -> connect(verb);
        case "Hangup", "Reject" -> {
          steps.add(new Step(verb.name(), ""));
          return true;
        }
        default -> {
          return false;
        }
      }
      if (next != null) {
        return true;
      }
    }
    return true;
  }

  private void dial(TwimlVerb verb) {
    steps.add(new Step("Dial", verb.text()));
    if (script.dial().equals("completed")) {
      verb.children().stream()
          .filter(number -> !number.attribute("url").isEmpty())
          .forEach(number -> screened(number.attribute("url"), number.text()));
    }
    Form form = call("in-progress").with("DialCallStatus", script.dial());
    if (!script.dial().equals("failed")) {
      form = form.with("DialCallSid", sid("CA"));
    }
    if (script.dial().equals("completed")) {
      form = form.with("DialCallDuration", SECONDS).with("DialBridged", "true");
    }
    ask(verb, form);
  }

  /** Whoever picks up is asked first, unheard by the guest, and presses 1 where a key is wanted. */
  private void screened(String url, String number) {
    Form leg =
        Form.empty()
            .with("CallSid", sid("CA"))
            .with("ParentCallSid", sid)
            .with("AccountSid", account)
            .with("From", script.to())
            .with("To", number)
            .with("CallStatus", "in-progress")
            .with("Direction", "outbound-dial");
    TwilioWebhooks.Outcome answer = webhooks.send(GuestCalls.QUESTION, url, leg);
    TwimlVerb.parse(answer.body()).orElse(List.of()).stream()
        .filter(verb -> verb.name().equals("Gather"))
        .findFirst()
        .ifPresent(verb -> {
          steps.add(new Step("Brief", verb.text()));
          webhooks.send(GuestCalls.QUESTION, verb.attribute("action"), leg.with("Digits", "1"));
        });
  }

  /** Where nothing is heard Twilio goes on to the next verb. */
  private void record(TwimlVerb verb) {
    steps.add(new Step("Record", script.speaks() ? "spoken" : "silence"));
    String recording = sid("RE");
    Form of =
        Form.empty()
            .with("RecordingSid", recording)
            .with(
                "RecordingUrl",
                "https://api.twilio.com/2010-04-01/Accounts/"
                    + account
                    + "/Recordings/"
                    + recording);
    if (script.speaks()) {
      Form form = call("in-progress").with("RecordingDuration", SECONDS).with("Digits", "");
      ask(verb, with(form, of));
    }
    String status = script.speaks() ? "completed" : "absent";
    String wanted = verb.attribute("recordingStatusCallbackEvent");
    if ((wanted.isEmpty() ? "completed" : wanted).contains(status)) {
      Form news =
          Form.empty()
              .with("CallSid", sid)
              .with("AccountSid", account)
              .with("RecordingStatus", status)
              .with("RecordingChannels", "1")
              .with("RecordingSource", "RecordVerb")
              .with("RecordingDuration", script.speaks() ? SECONDS : "0")
              .with("RecordingStartTime", now());
      callback(verb.attribute("recordingStatusCallback"), with(news, of));
    }
  }

  private void connect(TwimlVerb verb) {
    TwimlVerb noun = verb.children().getFirst();
    steps.add(new Step(noun.name(), noun.attribute("url")));
    String stream = sid("MZ");
    boolean refused =
        script.sound() == Sound.CARRIED
            ? (isRelay(noun) ? relay(noun) : carry(noun, stream)) == End.REFUSED
            : script.sound() == Sound.UNREACHABLE;
    if (refused) {
      streamNews(noun, stream, "stream-error");
      return;
    }
    if (script.sound() != Sound.CARRIED) {
      streamNews(noun, stream, "stream-started");
    }
    Form form = call(hasHungUp() ? "completed" : "in-progress");
    if (isRelay(noun)) {
      form =
          form.with("SessionId", sid("VX"))
              .with("SessionStatus", script.sound() == Sound.CUT ? "failed" : "ended")
              .with("SessionDuration", SECONDS);
    }
    if (script.sound() == Sound.PERSON) {
      form = form.with("HandoffData", "{\"reason\":\"person\"}");
    }
    streamNews(noun, stream, "stream-stopped");
    ask(verb, form);
  }

  private static boolean isRelay(TwimlVerb noun) {
    return noun.name().equals("ConversationRelay");
  }

  private End relay(TwimlVerb noun) {
    String url = noun.attribute("url");
    RelayStream relay = new RelayStream(sid("VX"), sid, account, script.from(), script.to());
    String signature = TwilioSignature.sign(settings.twilioToken(), url, Form.empty());
    End end = relay.play(URI.create(url), signature, script.words());
    carried = new Carried(end.name(), relay.interrupts(), relay.moments(), recording);
    return end;
  }

  private boolean hasHungUp() {
    return script.sound() == Sound.ENDED
        || carried != null && carried.end().equals(End.HUNG_UP.name());
  }

  /** The handshake is signed like a form without fields, over the address of the TwiML. */
  private End carry(TwimlVerb noun, String stream) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (TwimlVerb parameter : noun.children()) {
      parameters.put(parameter.attribute("name"), parameter.attribute("value"));
    }
    String url = noun.attribute("url");
    String signature = TwilioSignature.sign(settings.twilioToken(), url, Form.empty());
    TwilioDialect dialect = new TwilioDialect(account, sid, stream, parameters);
    MediaStream media = new MediaStream(dialect, Road.smooth(), guest, recording);
    Runnable begun = () -> streamNews(noun, stream, "stream-started");
    End end = media.play(URI.create(url), List.of("X-Twilio-Signature", signature), begun);
    clears += media.clears();
    carried = new Carried(end.name(), clears, guest.moments(), recording);
    return end;
  }

  private void streamNews(TwimlVerb noun, String stream, String event) {
    Form form =
        Form.empty()
            .with("CallSid", sid)
            .with("AccountSid", account)
            .with("StreamSid", stream)
            .with("StreamEvent", event)
            .with("Timestamp", clock.instant().toString());
    if (event.equals("stream-error")) {
      form = form.with("StreamError", "31920 - Stream - WebSocket - Handshake Error");
    }
    callback(noun.attribute("statusCallback"), form);
  }

  /** Without an address the next verb is done. */
  private void ask(TwimlVerb verb, Form form) {
    String url = verb.attribute("action");
    next = url.isEmpty() ? null : new Next(url, form);
  }

  private void callback(String url, Form form) {
    if (url.isEmpty()) {
      return;
    }
    String about =
        form.find("RecordingStatus")
            .map(status -> "recording-" + status)
            .or(() -> form.find("StreamEvent"))
            .orElse("completed");
    int status = webhooks.send(GuestCalls.CALLBACK, url, form).status();
    callbacks.add(Map.of("about", about, "status", status));
  }

  private Form call(String status) {
    String from = script.from().isEmpty() ? "anonymous" : script.from();
    return Form.empty()
        .with("CallSid", sid)
        .with("AccountSid", account)
        .with("From", from)
        .with("Caller", from)
        .with("To", script.to())
        .with("Called", script.to())
        .with("CallStatus", status)
        .with("Direction", "inbound")
        .with("FromCity", "")
        .with("FromCountry", "ES")
        .with("ApiVersion", "2010-04-01");
  }

  private static Form with(Form form, Form more) {
    Form all = form;
    for (Form.Field field : more.fields()) {
      all = all.with(field.name(), field.value());
    }
    return all;
  }

  private String now() {
    return DateTimeFormatter.RFC_1123_DATE_TIME
        .format(clock.instant().atOffset(ZoneOffset.UTC))
        .replace("GMT", "+0000");
  }

  private static String sid(String kind) {
    return kind + UUID.randomUUID().toString().replace("-", "");
  }
}
