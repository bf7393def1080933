package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Twilio's form posts, signed as Twilio signs them, in API Gateway's event. */
public final class TwilioRequest {

  static final String BASE_URL = "https://conserje.example";
  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final String TOKEN = "bench-auth-token-not-real";
  static final String HOUSE = "whatsapp:+34600000900";

  private TwilioRequest() {}

  public static byte[] message(String sid, String from, String text) {
    return post(
        "/whatsapp/webhook",
        Map.ofEntries(
            Map.entry("MessageSid", sid),
            Map.entry("SmsMessageSid", sid),
            Map.entry("AccountSid", ACCOUNT),
            Map.entry("From", "whatsapp:" + from),
            Map.entry("To", HOUSE),
            Map.entry("WaId", from.substring(1)),
            Map.entry("ProfileName", "Lucía"),
            Map.entry("MessageType", "text"),
            Map.entry("Body", text),
            Map.entry("NumMedia", "0"),
            Map.entry("NumSegments", "1"),
            Map.entry("SmsStatus", "received"),
            Map.entry("ApiVersion", "2010-04-01")));
  }

  static byte[] call(String path, String sid) {
    return post(
        path,
        Map.of(
            "CallSid", sid,
            "AccountSid", ACCOUNT,
            "From", "+34600000101",
            "To", "+34600000900",
            "Called", "+34600000900",
            "CallStatus", "ringing",
            "Direction", "inbound",
            "ApiVersion", "2010-04-01"));
  }

  public static byte[] status(String sid, String status) {
    return post(
        "/twilio/status",
        Map.of(
            "MessageSid", sid,
            "AccountSid", ACCOUNT,
            "From", HOUSE,
            "To", "whatsapp:+34600000101",
            "MessageStatus", status,
            "ApiVersion", "2010-04-01"));
  }

  private static byte[] post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return ApiGatewayEvent.post(
        path,
        "application/x-www-form-urlencoded; charset=UTF-8",
        Map.of("x-twilio-signature", signature(BASE_URL + path, form)),
        body.getBytes(UTF_8));
  }

  private static String signature(String url, Map<String, String> form) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form).forEach((key, value) -> signed.append(key).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
