package io.conserje.connectors.telnyx;

import io.conserje.call.KeptRecording;
import io.conserje.call.RecordingSource;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.connectors.json.Part;
import java.net.URI;
import java.util.Comparator;

/**
 * Asks Telnyx for an address of a recording: it is good for ten minutes from then on.
 *
 * @see <a
 *     href="https://developers.telnyx.com/api-reference/call-recordings/retrieve-a-call-recording">Telnyx:
 *     call recordings</a>
 */
public final class TelnyxRecordings implements RecordingSource {

  private final TelnyxApi api;

  public TelnyxRecordings(TelnyxApi api) {
    this.api = api;
  }

  @Override
  public String provider() {
    return TelnyxSender.PROVIDER;
  }

  @Override
  public Found find(KeptRecording recording) {
    try {
      return found(api.get(path(recording)));
    } catch (WholeAnswer.NoAnswer e) {
      return new Found.NoAnswer(e.getMessage());
    }
  }

  private static String path(KeptRecording recording) {
    String id = TelnyxApi.segment(recording.id());
    return recording.isOfLeg() ? "/recordings?filter%5Bcall_leg_id%5D=" + id : "/recordings/" + id;
  }

  private static Found found(Reply reply) {
    if (reply.status() == 404 || reply.status() == 422) {
      return new Found.Gone();
    }
    if (!reply.isYes()) {
      return new Found.NoAnswer(reply.reason());
    }
    String url = newest(reply.body()).at("download_urls").firstText("mp3", "wav");
    return url.isEmpty() ? new Found.Gone() : here(url);
  }

  /** One is an object, those of a leg are a list. */
  private static Part newest(Part body) {
    return body.each("data").stream()
        .max(Comparator.comparing(one -> one.text("recording_started_at")))
        .orElseGet(() -> body.at("data"));
  }

  private static Found here(String url) {
    try {
      return new Found.Here(URI.create(url));
    } catch (IllegalArgumentException noAddress) {
      return new Found.NoAnswer("Telnyx gave something that is no address");
    }
  }
}
