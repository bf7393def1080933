package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.meta.Meta;
import io.conserje.sandbox.meta.SimulatedMeta;
import io.conserje.sandbox.models.Models;
import io.conserje.sandbox.models.Scripts;
import io.conserje.sandbox.people.HouseMail;
import io.conserje.sandbox.people.HouseProgram;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import io.conserje.sandbox.telnyx.SimulatedTelnyx;
import io.conserje.sandbox.telnyx.Telnyx;
import io.conserje.sandbox.twilio.GuestPhones;
import io.conserje.sandbox.twilio.SimulatedTwilio;
import io.conserje.sandbox.twilio.Twilio;
import io.conserje.sandbox.vapi.SimulatedVapi;
import io.conserje.sandbox.vapi.Vapi;
import io.conserje.sandbox.voice.Recordings;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the simulated providers were asked, how they misbehave, and guests who write. */
public final class ProviderControls implements ControlGroup {

  private static final String FAULTS = "/_sim/faults";
  private static final String REQUESTS = "/_sim/requests";
  private static final Map<String, Set<String>> OPERATIONS =
      Map.of(
          "twilio",
          twilioOperations(),
          "telnyx",
          telnyxOperations(),
          "meta",
          metaOperations(),
          HouseMail.PROVIDER,
          Set.of(HouseMail.TAKE),
          HouseProgram.PROVIDER,
          Set.of(HouseProgram.TOLD),
          "vapi",
          vapiOperations(),
          "openai",
          Models.OPERATIONS,
          "groq",
          Models.OPERATIONS);
  private static final String FAULT =
      "{\"provider\": \"twilio|telnyx|meta|vapi|openai|groq|mail|webhook\", \"operation\"?: \""
          + String.join("|", twilioOperations())
          + "|"
          + String.join("|", telnyxOperations())
          + "|"
          + String.join("|", metaOperations())
          + "|"
          + String.join("|", vapiOperations())
          + "|"
          + String.join("|", new TreeSet<>(Models.OPERATIONS))
          + "\", \"fault\": \"slow|status|drop|duplicate|reorder|garbage\", \"status\"?: 503,"
          + " \"delayMs\"?: 2000, \"retryAfter\"?: 1, \"times\"?: 1}";
  private static final String WRITTEN =
      "{\"from\": \"+34600000101\", \"to\": \"+34600000900\", \"text\": \"hola\", \"name\"?: \"Lucía\","
          + " \"messageSid\"?: \"SM…\", \"times\"?: 1, \"fields\"?: {\"MessageType\": \"image\", …},"
          + " \"voice\"?: \""
          + String.join("|", Recordings.names())
          + "\", \"audio\"?: \"a sound of one's own, base64\"}; with voice or audio no text";

  private final RequestLog requests;
  private final Faults faults;
  private final Twilio twilio;

  public ProviderControls(RequestLog requests, Faults faults, Twilio twilio) {
    this.requests = requests;
    this.faults = faults;
    this.twilio = twilio;
  }

  @Override
  public List<Control> controls() {
    String query = "?provider=twilio&after=<id>";
    return List.of(
        new Control("GET", REQUESTS, query, (body, q) -> requests(q)),
        new Control("DELETE", REQUESTS, query, (body, q) -> forget(q)),
        new Control("GET", FAULTS, "nothing", (body, q) -> standing()),
        new Control("POST", FAULTS, FAULT, (body, q) -> fault(body)),
        new Control("DELETE", FAULTS, "?provider=twilio", (body, q) -> honest(q)),
        new Control("POST", "/_sim/whatsapp", WRITTEN, (body, q) -> write(body, false)),
        new Control("POST", "/_sim/sms", WRITTEN, (body, q) -> write(body, true)));
  }

  private Control.Reply requests(Form query) {
    long after = Long.parseLong(query.find("after").orElse("0"));
    return Control.Reply.ok(
        Map.of("requests", requests.after(query.find("provider").orElse(null), after)));
  }

  private Control.Reply forget(Form query) {
    requests.clear(query.find("provider").orElse(null));
    return Control.Reply.ok(Map.of("requests", List.of()));
  }

  private Control.Reply standing() {
    return Control.Reply.ok(
        Map.of("faults", faults.all().stream().map(ProviderControls::asAskedFor).toList()));
  }

  private static Map<String, Object> asAskedFor(Faults.Standing standing) {
    Fault fault = standing.fault();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("provider", fault.provider());
    fields.put("operation", fault.operation());
    fields.put("fault", fault.kind().name().toLowerCase(Locale.ROOT));
    fields.put("status", fault.status());
    fields.put("delayMs", fault.delayMs());
    fields.put("retryAfter", fault.retryAfter());
    fields.put("times", standing.times());
    return fields;
  }

  private Control.Reply honest(Form query) {
    faults.clear(query.find("provider").orElse(null));
    return standing();
  }

  private Control.Reply fault(JsonNode body) {
    Fields fields =
        Fields.of(
            body, "provider", "operation", "fault", "status", "delayMs", "retryAfter", "times");
    String provider = fields.required("provider");
    oneOf("provider", provider, new TreeSet<>(OPERATIONS.keySet()));
    String operation = fields.text("operation", null);
    if (operation != null) {
      oneOf("operation", operation, OPERATIONS.get(provider));
    }
    Fault.Kind kind = kind(fields.required("fault"));
    Fault fault =
        new Fault(
            provider,
            operation,
            kind,
            fields.number("status", kind == Fault.Kind.STATUS ? 503 : 0),
            fields.number("delayMs", 2000),
            fields.number("retryAfter", null));
    Integer times = fields.number("times", null);
    if (times != null && times == 0) {
      throw new IllegalArgumentException("times is at least 1.");
    }
    faults.add(sensible(fault), times);
    return standing();
  }

  private static Fault sensible(Fault fault) {
    boolean webhook = fault.operation() != null && Fault.WEBHOOKS.contains(fault.operation());
    boolean disorder = fault.kind() == Fault.Kind.DUPLICATE || fault.kind() == Fault.Kind.REORDER;
    boolean model = Scripts.PROVIDERS.contains(fault.provider());
    if (model ? disorder : fault.kind() == Fault.Kind.GARBAGE) {
      throw new IllegalArgumentException(fault.provider() + " never does that.");
    }
    if (webhook && fault.kind() == Fault.Kind.STATUS) {
      throw new IllegalArgumentException(
          "A webhook is answered by the house, not by the provider.");
    }
    if (!webhook && disorder && fault.operation() != null) {
      throw new IllegalArgumentException("Only webhooks can be duplicated or reordered.");
    }
    if (Fault.DELIVERY.equals(fault.operation())) {
      return ofDelivery(fault);
    }
    boolean code = fault.provider().equals("meta") && fault.status() >= 1000;
    if (fault.kind() == Fault.Kind.STATUS
        && !code
        && (fault.status() < 400 || fault.status() > 599)) {
      throw new IllegalArgumentException("status is no status of trouble.");
    }
    return fault;
  }

  private static Fault ofDelivery(Fault fault) {
    if (fault.kind() != Fault.Kind.STATUS || fault.status() < 10_000 || fault.status() > 999_999) {
      throw new IllegalArgumentException(
          "A delivery fails with a status that is an error code, as 63016 or 131026.");
    }
    return fault;
  }

  private Control.Reply write(JsonNode body, boolean sms) {
    Fields fields =
        Fields.of(
            body, "from", "to", "text", "name", "messageSid", "times", "fields", "voice", "audio");
    byte[] sound = sound(fields);
    return Control.Reply.ok(
        twilio
            .guests()
            .write(
                new GuestPhones.Written(
                    fields.required("from"),
                    fields.text("to", "+34600000900"),
                    fields.texts("fields").isEmpty() && sound == null
                        ? fields.required("text")
                        : fields.text("text", ""),
                    fields.text("name", ""),
                    fields.text("messageSid", null),
                    fields.number("times", 1),
                    sms,
                    fields.texts("fields"),
                    sound)));
  }

  private static byte[] sound(Fields fields) {
    String audio = fields.text("audio", null);
    if (audio != null) {
      return Base64.getDecoder().decode(audio);
    }
    String voice = fields.text("voice", null);
    return voice == null ? null : Recordings.sound(voice);
  }

  private static Fault.Kind kind(String fault) {
    oneOf(
        "fault",
        fault,
        new TreeSet<>(
            Arrays.stream(Fault.Kind.values())
                .map(k -> k.name().toLowerCase(Locale.ROOT))
                .toList()));
    return Fault.Kind.valueOf(fault.toUpperCase(Locale.ROOT));
  }

  private static void oneOf(String name, String value, Set<String> known) {
    if (!known.contains(value)) {
      throw new IllegalArgumentException(
          name + " is '" + value + "', not one of " + String.join(", ", known) + ".");
    }
  }

  private static Set<String> twilioOperations() {
    Set<String> all = new TreeSet<>(Fault.WEBHOOKS);
    all.removeAll(Telnyx.WEBHOOKS);
    all.removeAll(Meta.WEBHOOKS);
    all.removeAll(Vapi.WEBHOOKS);
    all.addAll(
        List.of(
            SimulatedTwilio.CREATE,
            SimulatedTwilio.LIST,
            SimulatedTwilio.FETCH,
            SimulatedTwilio.FETCH_MEDIA,
            Fault.DELIVERY));
    all.addAll(SimulatedTwilio.CALLS);
    return all;
  }

  private static Set<String> telnyxOperations() {
    Set<String> all = new TreeSet<>(Telnyx.WEBHOOKS);
    all.addAll(
        List.of(
            SimulatedTelnyx.COMMAND,
            SimulatedTelnyx.GET_CALL,
            SimulatedTelnyx.CREATE,
            SimulatedTelnyx.RECORDING,
            SimulatedTelnyx.DOWNLOAD,
            Fault.DELIVERY));
    return all;
  }

  private static Set<String> metaOperations() {
    Set<String> all = new TreeSet<>(Meta.WEBHOOKS);
    all.addAll(
        List.of(
            SimulatedMeta.SEND,
            SimulatedMeta.READ,
            SimulatedMeta.MEDIA,
            SimulatedMeta.DOWNLOAD,
            SimulatedMeta.NUMBER,
            Fault.DELIVERY));
    return all;
  }

  private static Set<String> vapiOperations() {
    Set<String> all = new TreeSet<>(Vapi.WEBHOOKS);
    all.add(SimulatedVapi.GET_CALL);
    return all;
  }
}
