package io.conserje.turns.media;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Problem;
import io.conserje.voicenote.SavedSpeech;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.time.InstantSource;

/**
 * Where providers fetch what they play. What a reply says aloud has no key but an address nobody
 * can guess.
 */
@Controller("/media")
final class MediaController {

  private static final String SOUND = "audio/ogg";
  private static final String RINGING = "audio/wav";
  private static final String TOKEN = "[A-Za-z0-9_-]{43}";

  private final BeanProvider<SavedSpeech> saved;
  private final InstantSource clock;

  /**
   * @param saved made at the first real request: it wants the database
   */
  MediaController(BeanProvider<SavedSpeech> saved, FunctionEnvironment environment) {
    this.saved = saved;
    this.clock = environment.clock();
  }

  /** The same for everybody. */
  @Get("/ringing.wav")
  @Produces(RINGING)
  HttpResponse<byte[]> ringing() {
    return HttpResponse.ok(RingTone.wav())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
  }

  @Get("/{token}")
  @Produces(SOUND)
  HttpResponse<?> sound(String token) {
    if (!token.matches(TOKEN)) {
      return notThere();
    }
    return saved
        .get()
        .byToken(token, clock.instant())
        .<HttpResponse<?>>map(sound ->
            HttpResponse.ok(sound)
                .contentType(SOUND)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store"))
        .orElseGet(MediaController::notThere);
  }

  private static HttpResponse<?> notThere() {
    return Problem.of(HttpStatus.NOT_FOUND, "There is nothing here, or not any more.");
  }
}
