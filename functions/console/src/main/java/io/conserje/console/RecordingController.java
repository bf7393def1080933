package io.conserje.console;

import io.conserje.call.RecordingLink;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

/** Where the house's people hear what was recorded: no key but an address nobody can guess. */
@Controller(RecordingLink.PATH)
final class RecordingController {

  private final RecordingLink link;
  private final HearCall recordings;

  RecordingController(RecordingLink link, HearCall recordings) {
    this.link = link;
    this.recordings = recordings;
  }

  @Get("/{token}")
  HttpResponse<?> recording(@PathVariable String token) {
    return link.read(token)
        .<HttpResponse<?>>map(recordings::hearOfLate)
        .orElseThrow(() -> Refused.notFound(HearCall.NOTHING));
  }
}
