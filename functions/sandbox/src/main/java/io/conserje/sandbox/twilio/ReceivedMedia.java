package io.conserje.sandbox.twilio;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What guests sent with their messages. Twilio's API gives it to the account alone, by sending on
 * to a signed address elsewhere, which wants no credentials and refuses them.
 */
final class ReceivedMedia {

  private static final Pattern API =
      Pattern.compile("/2010-04-01/Accounts/(AC\\w+)/Messages/(\\w+)/Media/(ME\\w+)");
  private static final String SIGNED = "/media.twiliocdn.com/";

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /** One file. */
  record Kept(String contentType, byte[] bytes, String signature) {}

  /** Its address at Twilio, as a webhook tells it. */
  String keep(String account, String message, String contentType, byte[] bytes) {
    String sid = "ME" + random();
    kept.put(sid, new Kept(contentType, bytes, random()));
    return "https://api.twilio.com/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
        .formatted(account, message, sid);
  }

  static boolean isSigned(String path) {
    return path.startsWith(SIGNED);
  }

  /** The path to send on to; empty for what is not there. */
  Optional<String> signedPath(String account, String path) {
    Matcher api = API.matcher(path);
    return api.matches() && api.group(1).equals(account)
        ? Optional.ofNullable(kept.get(api.group(3)))
            .map(file -> SIGNED + account + "/" + api.group(3) + "?Signature=" + file.signature())
        : Optional.empty();
  }

  /** By a signed path with its query. */
  Optional<Kept> signed(String path, String query) {
    return Optional.ofNullable(kept.get(path.substring(path.lastIndexOf('/') + 1)))
        .filter(file -> ("Signature=" + file.signature()).equals(query));
  }

  void clear() {
    kept.clear();
  }

  private static String random() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
