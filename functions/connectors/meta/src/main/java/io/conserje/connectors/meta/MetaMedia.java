package io.conserje.connectors.meta;

import io.conserje.connectors.http.RetryAfter;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer.NoAnswer;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.voicenote.Media;
import io.conserje.voicenote.MediaSource;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
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
        return failed(answer);
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
      URI there = URI.create(found.text("url"));
      HttpResponse<byte[]> answer = follow(there, account.bearer(), 0, until);
      return answer.statusCode() == 200 ? checked(answer.body(), found, most) : failed(answer);
    } catch (IllegalArgumentException noAddress) {
      return new Media.Refused("Meta named no address of it");
    }
  }

  /** The token goes to nobody but whom Meta has named. */
  private HttpResponse<byte[]> follow(URI url, String bearer, int redirects, long until)
      throws NoAnswer {
    HttpResponse<byte[]> answer = graph.ask(request(url, bearer), left(until));
    String next = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() / 100 != 3 || next.isEmpty() || redirects == MOST_REDIRECTS) {
      return answer;
    }
    URI there = url.resolve(next);
    boolean same = there.getAuthority() != null && there.getAuthority().equals(url.getAuthority());
    return follow(there, same ? bearer : null, redirects + 1, until);
  }

  private static HttpRequest request(URI url, String bearer) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (bearer != null) {
      request.header("Authorization", bearer);
    }
    return request.build();
  }

  private static Media checked(byte[] bytes, Part found, int most) {
    if (bytes.length > most) {
      return new Media.TooLarge();
    }
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
  private Media failed(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    int code =
        json.read(answer.body()).map(body -> Codes.of(body.at("error").text("code"))).orElse(-1);
    boolean passing = status >= 500 || status == 404 || status == 429 || status == 401;
    String reason = "Meta answered " + status;
    return passing || Codes.isPassing(code)
        ? new Media.Later(reason, RetryAfter.of(answer.headers()))
        : new Media.Refused(reason);
  }
}
