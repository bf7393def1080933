package io.conserje.console;

import io.conserje.call.KeptRecording;
import io.conserje.call.RecordingLink;
import io.conserje.call.RecordingSource;
import io.conserje.call.RecordingSource.Found;
import io.conserje.connectors.lambda.Problem;
import io.conserje.connectors.postgres.views.CallViews;
import io.conserje.connectors.postgres.views.CallViews.Recorded;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends on to where the recording of a call can be heard at this moment. */
final class HearCall {

  static final String NOTHING = "There is nothing to hear here, or not any more.";

  private static final Logger LOG = LoggerFactory.getLogger(HearCall.class);

  private final CallViews calls;
  private final List<RecordingSource> sources;
  private final InstantSource clock;

  HearCall(CallViews calls, List<RecordingSource> sources, InstantSource clock) {
    this.calls = calls;
    this.sources = List.copyOf(sources);
    this.clock = clock;
  }

  HttpResponse<?> hear(UUID call) {
    return answer(recorded(call));
  }

  /** As long as the address nobody can guess is good. */
  HttpResponse<?> hearOfLate(UUID call) {
    Recorded recorded = recorded(call);
    if (recorded.beganAt().plus(RecordingLink.GOOD_FOR).isBefore(clock.instant())) {
      throw Refused.notFound(NOTHING);
    }
    return answer(recorded);
  }

  private Recorded recorded(UUID call) {
    return calls
        .recorded(call)
        .filter(known -> !known.recording().isEmpty())
        .orElseThrow(() -> Refused.notFound(NOTHING));
  }

  private HttpResponse<?> answer(Recorded recorded) {
    return switch (find(recorded.recording())) {
      case Found.Here(URI address) -> sentOn(address);
      case Found.Gone() -> Problem.of(HttpStatus.GONE, "Who recorded it has it no more.");
      case Found.NoAnswer(String reason) -> {
        LOG.warn("Nobody says where a recording is ({}). Whoever asks again may hear it.", reason);
        yield Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Who recorded it does not answer at the moment; try again in a minute.")
            .header(HttpHeaders.RETRY_AFTER, "60");
      }
    };
  }

  private Found find(String recording) {
    return KeptRecording.of(recording)
        .map(kept ->
            sources.stream()
                .filter(source -> source.provider().equals(kept.provider()))
                .findFirst()
                .map(source -> source.find(kept))
                .orElseGet(Found.Gone::new))
        .orElseGet(() -> new Found.Here(URI.create(recording)));
  }

  private static HttpResponse<?> sentOn(URI address) {
    return HttpResponse.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, address.toString())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("Referrer-Policy", "no-referrer");
  }
}
