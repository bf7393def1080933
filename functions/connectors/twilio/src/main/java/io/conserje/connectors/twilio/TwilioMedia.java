package io.conserje.connectors.twilio;

import io.conserje.connectors.http.CappedBody;
import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.RetryAfter;
import io.conserje.connectors.http.Timeouts;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.voicenote.Media;
import io.conserje.voicenote.MediaSource;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fetches what guests sent from Twilio. It redirects to a signed address at another host, which
 * must not get our credentials. The account is read at each use.
 */
public final class TwilioMedia implements MediaSource {

  private static final int MOST_REDIRECTS = 2;

  /** Media is sometimes there a moment later than the message that tells of it. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Supplier<TwilioAccount> account;
  private final FreshConnections connections;

  public TwilioMedia(Supplier<TwilioAccount> account, InstantSource clock) {
    this.account = account;
    this.connections = new FreshConnections(Timeouts.USUAL, clock);
  }

  @Override
  public String provider() {
    return "twilio";
  }

  @Override
  public Media fetch(String address, int mostBytes, Duration within) {
    TwilioAccount of = account.get();
    MediaAddress hosts = new MediaAddress(of);
    Optional<URI> found = hosts.api(address);
    if (found.isEmpty()) {
      return new Media.Refused("its address is none of our account at Twilio");
    }
    long end = System.nanoTime() + within.toNanos();
    try {
      HttpResponse<Optional<byte[]>> answer =
          of.withAnyToken(authorization ->
              get(
                  HttpRequest.newBuilder(found.get()).header("Authorization", authorization),
                  mostBytes,
                  end));
      for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
        Optional<URI> next = hosts.media(answer.uri(), answer.headers().firstValue("Location"));
        if (next.isEmpty()) {
          return new Media.Refused("Twilio sent on to a host that is not its own");
        }
        answer = get(HttpRequest.newBuilder(next.get()), mostBytes, end);
      }
      return media(answer);
    } catch (WholeAnswer.NoAnswer e) {
      return new Media.Later("Twilio: " + e.getMessage(), null);
    }
  }

  private HttpResponse<Optional<byte[]>> get(HttpRequest.Builder request, int mostBytes, long end)
      throws WholeAnswer.NoAnswer {
    Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    return WholeAnswer.of(
        connections.client(), request.GET().build(), CappedBody.of(mostBytes), left);
  }

  private static Media media(HttpResponse<Optional<byte[]>> answer) {
    int status = answer.statusCode();
    if (status == 200) {
      String type = answer.headers().firstValue("Content-Type").orElse("");
      return MediaAddress.mayBeSound(type)
          ? answer
              .body()
              .<Media>map(bytes -> new Media.Fetched(bytes, type))
              .orElse(new Media.TooLarge())
          : new Media.Refused("it is no sound but " + type.split(";")[0]);
    }
    String reason = "Twilio answered " + status;
    return switch (status) {
      case 401, 403, 404, 408, 425, 429 -> new Media.Later(reason, pause(answer));
      default -> status >= 500 ? new Media.Later(reason, pause(answer)) : new Media.Refused(reason);
    };
  }

  private static Duration pause(HttpResponse<?> answer) {
    Duration asked = RetryAfter.of(answer.headers());
    return asked == null ? SOON : asked;
  }
}
