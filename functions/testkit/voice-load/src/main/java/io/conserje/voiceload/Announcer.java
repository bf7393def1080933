package io.conserje.voiceload;

import io.conserje.call.StreamToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes down calls as the webhook does that a telephone company asks first, and gives the address
 * it answers with.
 */
final class Announcer implements AutoCloseable {

  private static final String CALL =
      """
      WITH talk AS (
        INSERT INTO conversations (id, venue, channel, house_address, guest_address, guest_name, language,
          started_at, last_at)
        VALUES (?::uuid, ?, 'voice', ?, ?, '', 'es', ?::timestamptz, ?::timestamptz) RETURNING id)
      INSERT INTO calls (id, venue, provider, provider_call_id, direction, conversation, house_address,
        guest_address, state, began_at, heard_at)
      SELECT id, ?, 'twilio', ?, 'inbound', id, ?, ?, 'ringing', ?::timestamptz, ?::timestamptz FROM talk
      """;

  private final Connection connection;
  private final AtomicInteger last = new AtomicInteger();

  Announcer(World world) {
    try {
      connection = world.connect();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param number counts them
   * @param path with its token
   * @param signature Twilio's
   */
  record Announced(int number, String callSid, String path, String signature) {}

  Announced announce() {
    int number = last.incrementAndGet();
    String id = UUID.randomUUID().toString();
    String sid = "CA" + id.replace("-", "");
    Instant now = Instant.now();
    write(id, sid, World.house(number), "+346%08d".formatted(number), now.toString());
    String token =
        StreamToken.of(sid, World.house(number), UUID.randomUUID().toString(), now)
            .signed(World.SESSION_KEY);
    String path = "/voice/twilio/stream/" + token;
    return new Announced(number, sid, path, signature(World.VOICE_URL + path));
  }

  private synchronized void write(String id, String sid, String house, String guest, String now) {
    String address = World.address(house);
    Object[] values = {id, house, address, guest, now, now, house, sid, address, guest, now, now};
    try (PreparedStatement statement = connection.prepareStatement(CALL)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(String address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(World.TWILIO_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
