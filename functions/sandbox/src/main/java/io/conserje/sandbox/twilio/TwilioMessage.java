package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A message as Twilio keeps it.
 *
 * @param from with its channel: {@code whatsapp:+34600000101}
 * @param direction {@code inbound} or {@code outbound-api}
 * @param sent null until it is sent
 */
public record TwilioMessage(
    String sid,
    String account,
    String from,
    String to,
    String body,
    String direction,
    String status,
    String statusCallback,
    Instant created,
    Instant sent) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  TwilioMessage moved(String newStatus, Instant now) {
    Instant wasSent = sent == null ? now : sent;
    return new TwilioMessage(
        sid, account, from, to, body, direction, newStatus, statusCallback, created, wasSent);
  }

  ObjectNode json() {
    String uri = "/2010-04-01/Accounts/" + account + "/Messages/" + sid;
    ObjectNode json = Json.object();
    json.put("account_sid", account);
    json.put("api_version", "2010-04-01");
    json.put("body", body);
    json.put("date_created", date(created));
    json.put("date_sent", sent == null ? null : date(sent));
    json.put("date_updated", date(sent == null ? created : sent));
    json.put("direction", direction);
    json.putNull("error_code");
    json.putNull("error_message");
    json.put("from", from);
    json.putNull("messaging_service_sid");
    json.put("num_media", "0");
    json.put("num_segments", to.startsWith("whatsapp:") ? "1" : "" + SmsSegments.of(body));
    json.putNull("price");
    json.putNull("price_unit");
    json.put("sid", sid);
    json.put("status", status);
    json.putObject("subresource_uris").put("media", uri + "/Media.json");
    json.put("to", to);
    json.put("uri", uri + ".json");
    return json;
  }

  private static String date(Instant instant) {
    return DATE.format(instant.atOffset(ZoneOffset.UTC)).replace("GMT", "+0000");
  }
}
