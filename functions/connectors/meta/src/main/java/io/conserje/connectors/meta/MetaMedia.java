package io.conserje.connectors.meta;

import io.conserje.connectors.http.RetryAfter;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer.NoAnswer;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.voicenote.Media;
import io.conserje.voicenote.MediaSource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches what guests send besides text, in Meta's two steps: where it is, which holds for five
 * minutes, and then the bytes; both with our token.
 */
public final class MetaMedia implements MediaSource {

  private static final Pattern ADDRESS = Pattern.compile("meta:(?:([^/]*)/)?([^/]+)");

  /** From Meta's own address to where the bytes are. */
  private static final int MOST_REDIRECTS = 3;

  private final Supplier<MetaAccount> account;
  private final OpenJson json;
  private final Graph graph;

  public MetaMedia(Supplier<MetaAccount> account, OpenJson json, InstantSource clock) {
    this.account = account;
    this.json = json;
    this.graph = new Graph(json, clock, Timeouts.USUAL);
  }

  /** How an address of Meta's media is written down: with the number it was sent to. */
  static String address(String number, String id) {
    return "meta:" + number + "/" + id;
  }

  @Override
  public String provider() {
    return MetaEvents.PROVIDER;
  }

  @Override
  public Media fetch(String address, int mostBytes, Duration within) {
    Matcher known = ADDRESS.matcher(address);
    if (!known.matches()) {
      return new Media.Refused("an address that is not Meta's");
    }
    MetaAccount now = account.get();
    long until = System.nanoTime() + within.toNanos();
    try {
      URI where = where(now, known.group(1), known.group(2));
      HttpResponse<byte[]> answer = graph.ask(request(where, now.bearer()), left(until));
      if (answer.statusCode() != 200) {
        return failed(answer.statusCode(), answer.headers(), answer.body());
      }
      Part found = json.read(answer.body()).orElse(Part.NOTHING);
      return bytes(found, now, mostBytes, until);
    } catch (NoAnswer e) {
      return new Media.Later(e.getMessage(), null);
    }
  }

  private static Duration left(long until) {
    return Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
  }

  private static URI where(MetaAccount account, String number, String id) {
    String query =
        number == null || number.isEmpty() ? "" : "?phone_number_id=" + MetaAccount.encoded(number);
    return URI.create(account.at(id) + query);
  }

  private Media bytes(Part found, MetaAccount account, int most, long until) throws NoAnswer {
    if (found.number("file_size").map(size -> size.longValue() > most).orElse(false)) {
      return new Media.TooLarge();
    }
    try {
      MetaHosts hosts = new MetaHosts(account);
      URI there = hosts.known(URI.create(found.text("url")));
      HttpResponse<Optional<byte[]>> answer = follow(there, account.bearer(), hosts, most, until);
      return answer.statusCode() == 200
          ? answer.body().map(bytes -> checked(bytes, found)).orElseGet(Media.TooLarge::new)
          : failed(answer.statusCode(), answer.headers(), answer.body().orElse(new byte[0]));
    } catch (IllegalArgumentException noAddress) {
      return new Media.Refused("Meta named no address of its own for it");
    }
  }

  /** The token goes to nobody but whom Meta has named, and what it sends on to is Meta's, too. */
  private HttpResponse<Optional<byte[]>> follow(
      URI from, String bearer, MetaHosts hosts, int most, long until) throws NoAnswer {
    URI url = from;
    HttpResponse<Optional<byte[]>> answer = graph.ask(request(url, bearer), left(until), most);
    for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
      String next = answer.headers().firstValue("Location").orElse("");
      if (next.isEmpty()) {
        return answer;
      }
      url = hosts.known(url.resolve(next));
      String token = MetaHosts.sameOrigin(url, from) ? bearer : null;
      answer = graph.ask(request(url, token), left(until), most);
    }
    return answer;
  }

  private static HttpRequest request(URI url, String bearer) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (bearer != null) {
      request.header("Authorization", bearer);
    }
    return request.build();
  }

  private static Media checked(byte[] bytes, Part found) {
    String told = found.text("sha256").toLowerCase(Locale.ROOT);
    return told.isEmpty() || told.equals(sha256(bytes))
        ? new Media.Fetched(bytes, found.text("mime_type"))
        : new Media.Later("Meta gave other bytes than it announced", null);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** An address that has grown old is answered 404; the next try gets a new one. */
  private Media failed(int status, HttpHeaders headers, byte[] body) {
    int code = json.read(body).map(read -> Codes.of(read.at("error").text("code"))).orElse(-1);
    boolean passing = status >= 500 || status == 404 || status == 429 || status == 401;
    String reason = "Meta answered " + status;
    return passing || Codes.isPassing(code)
        ? new Media.Later(reason, RetryAfter.of(headers))
        : new Media.Refused(reason);
  }
}
