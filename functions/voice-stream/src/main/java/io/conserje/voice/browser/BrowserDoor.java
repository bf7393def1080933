package io.conserje.voice.browser;

import io.conserje.call.BeginBrowserCall;
import io.conserje.connectors.lambda.AllowedOrigins;
import io.conserje.connectors.lambda.Settings;
import io.conserje.voice.media.MediaLine;
import io.conserje.voice.socket.Admission;
import io.conserje.voice.socket.Door;

/**
 * Lets in browsers: on a page that may talk with the house, and with the token of a call that
 * somebody with the house's key has announced.
 */
public final class BrowserDoor implements Door {

  private final AllowedOrigins origins;
  private final Admission admission;

  public BrowserDoor(Settings settings, Admission admission) {
    this.origins = new AllowedOrigins(settings);
    this.admission = admission;
  }

  @Override
  public String path() {
    return "/voice/browser/stream/";
  }

  /** A program that is no browser names no page. */
  @Override
  public Entry enter(Asked asked) {
    if (!asked.header("origin").stream().allMatch(origins::allow)) {
      return new Entry.Refused(403, "This page may not call. Its address is not allowed.");
    }
    return admission.withSound(
        BeginBrowserCall.PROVIDER,
        asked.token(),
        call -> new MediaLine(call, BrowserWire.INSTANCE, admission.crew()));
  }
}
