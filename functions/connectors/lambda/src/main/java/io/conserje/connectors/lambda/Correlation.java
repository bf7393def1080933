package io.conserje.connectors.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The id that follows a message from the webhook through queue and turn to the reply: in every log
 * line between begin and close.
 */
public final class Correlation implements AutoCloseable {

  /** The field of the log line. */
  public static final String FIELD = "correlation";

  /** Equal on every attempt of one request; not covered by Twilio's signature. */
  private static final String TWILIO_TOKEN = "i-twilio-idempotency-token";

  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.=-]{1,64}");

  private final Set<String> fields = new HashSet<>();

  private Correlation() {}

  /** What is logged on this thread until it is closed belongs to {@code id}. */
  public static Correlation begin(String id) {
    return new Correlation().with(FIELD, id);
  }

  /** The same lines carry this too; nothing for null. */
  public Correlation with(String field, String value) {
    if (value != null) {
      MDC.put(field, value);
      fields.add(field);
    }
    return this;
  }

  /** The sender's own id of the request where it has one that may be logged, else the gateway's. */
  public static String of(APIGatewayV2HTTPEvent event) {
    Map<String, String> headers = event.getHeaders() == null ? Map.of() : event.getHeaders();
    String token = headers.getOrDefault(TWILIO_TOKEN, "");
    if (HARMLESS.matcher(token).matches()) {
      return token;
    }
    var request = event.getRequestContext();
    String id = request == null ? null : request.getRequestId();
    return id == null ? UUID.randomUUID().toString() : id;
  }

  @Override
  public void close() {
    fields.forEach(MDC::remove);
  }
}
