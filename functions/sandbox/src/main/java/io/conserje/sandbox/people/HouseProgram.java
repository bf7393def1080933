package io.conserje.sandbox.people;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.names.Variable;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A program of the house's own that is told when a guest waits. It lets in only what is signed as
 * Standard Webhooks says.
 */
public final class HouseProgram implements HttpHandler {

  public static final String PROVIDER = "webhook";
  public static final String TOLD = "staff-webhook";
  public static final String PATH = "/house-program";

  private final SandboxSettings settings;
  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;

  public HouseProgram(
      SandboxSettings settings, RequestLog requests, Faults faults, Activity activity) {
    this.settings = settings;
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
  }

  public static boolean serves(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        Activity.Work ignored = activity.begin()) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      int status =
          faults
              .take(PROVIDER, TOLD, Set.of(Kind.STATUS))
              .map(Fault::status)
              .orElseGet(() -> signed(headers, body) ? 200 : 401);
      requests.add(
          PROVIDER,
          TOLD,
          exchange.getRequestMethod(),
          exchange.getRequestURI().getPath(),
          headers,
          body,
          status);
      Answers.json(exchange, status, Map.of());
    }
  }

  private boolean signed(Map<String, String> headers, String body) {
    String secret = settings.environment().getOrDefault(Variable.STAFF_WEBHOOK_SECRET, "");
    String signed = headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + "." + body;
    String expected =
        "v1," + hmac(Base64.getDecoder().decode(secret.replace("whsec_", "")), signed);
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8),
        headers.getOrDefault("webhook-signature", "").getBytes(StandardCharsets.UTF_8));
  }

  private static String hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
