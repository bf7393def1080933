package io.conserje.connectors.twilio;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Twilio keeps media. An address comes from outside: only what is certainly Twilio's is asked
 * for anything, and with credentials only its API.
 */
final class MediaAddress {

  private static final Pattern API =
      Pattern.compile("https://api(\\.[a-z0-9-]+){0,2}\\.twilio\\.com");
  private static final Pattern MEDIA =
      Pattern.compile("/2010-04-01/Accounts/(AC\\w{1,40})/Messages/\\w{1,40}/Media/ME\\w{1,40}");

  /** Where media lay before accounts could close it to strangers, and for some still does. */
  private static final String OLD_HOST = "s3-external-1.amazonaws.com";

  private static final String OLD_PATH = "/media.twiliocdn.com/";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> ANYTHING =
      Set.of("application/octet-stream", "binary/octet-stream", "application/ogg");

  private final TwilioAccount account;

  MediaAddress(TwilioAccount account) {
    this.account = account;
  }

  /** Where the API has it, in place of Twilio's own host if another one stands for it. */
  Optional<URI> api(String address) {
    return parsed(address)
        .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
        .filter(uri -> isApi(origin(uri)))
        .filter(uri -> isOurs(uri.getRawPath()))
        .map(uri -> URI.create(account.baseUrl() + uri.getRawPath()));
  }

  /** Where the API sends on to. */
  Optional<URI> media(URI from, Optional<String> location) {
    return location.flatMap(MediaAddress::parsed).map(from::resolve).filter(this::isMedia);
  }

  static boolean mayBeSound(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT).split(";")[0].strip();
    return type.startsWith("audio/") || ANYTHING.contains(type);
  }

  private boolean isOurs(String path) {
    var matcher = MEDIA.matcher(path == null ? "" : path);
    return matcher.matches() && matcher.group(1).equals(account.accountSid());
  }

  private boolean isApi(String origin) {
    return API.matcher(origin).matches() || origin.equals(origin(base()));
  }

  private boolean isMedia(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (origin(uri).equals(origin(base())) || (isLoopback(base()) && isLoopback(uri))) {
      return true;
    }
    boolean plain = "https".equals(uri.getScheme()) && uri.getPort() == -1;
    return plain
        && uri.getRawUserInfo() == null
        && (host.endsWith(".twiliocdn.com")
            || host.endsWith(".twilio.com")
            || (host.equals(OLD_HOST) && isOld(uri.getRawPath())));
  }

  private static boolean isOld(String path) {
    return path.startsWith(OLD_PATH) && !path.contains("..");
  }

  private URI base() {
    return URI.create(account.baseUrl());
  }

  /** What stands for Twilio on this machine may stand for all of its hosts. */
  private static boolean isLoopback(URI uri) {
    return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static Optional<URI> parsed(String address) {
    try {
      return Optional.of(URI.create(address.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
