package io.conserje.sandbox.telnyx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was recorded. Telnyx keeps it under an id, and gives out addresses of it that die after ten
 * minutes, in its webhook as well as to whoever asks for them.
 */
final class TelnyxFiles {

  /** Before what names a file, where the bytes are. */
  static final String PATH = "/telephony-recorder/";

  static final String TYPE = "audio/mpeg";

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  /** One frame of silence: MPEG 1, layer III, 128 kbit/s, 44,100 Hz, 417 bytes, 26 ms. */
  private static final byte[] FRAME_HEADER = {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x64};

  private static final int FRAME_BYTES = 417;
  private static final int FRAMES = 40;

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final Map<String, File> files = new ConcurrentHashMap<>();
  private final Map<String, Instant> addresses = new ConcurrentHashMap<>();

  TelnyxFiles(SandboxSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private record File(String id, String legId, String sessionId, Instant from, Instant until) {}

  /** Returns the id of a new one. */
  String add(TelnyxCall call) {
    File file =
        new File(
            UUID.randomUUID().toString(),
            call.legId,
            call.sessionId,
            Instant.parse(call.startTime()),
            clock.instant());
    files.put(file.id(), file);
    return file.id();
  }

  /** New addresses of one. */
  ObjectNode links(String id) {
    String name = id + ".mp3?X-Amz-Expires=600&X-Amz-Signature=" + UUID.randomUUID();
    addresses.put(name, clock.instant().plus(GOOD_FOR));
    String host = settings.get(Variable.TELNYX_BASE_URL).replaceAll("(/v2)?/*$", "");
    return Json.object().put("mp3", host + PATH + name).putNull("wav");
  }

  /** As {@code GET /recordings/{id}} gives it. */
  Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(files.get(id)).map(file -> Json.object().set("data", json(file)));
  }

  /** As {@code GET /recordings?filter[call_leg_id]=} gives them. */
  ObjectNode ofLeg(String legId) {
    ObjectNode answer = Json.object();
    var data = answer.putArray("data");
    List<File> found =
        files.values().stream()
            .filter(file -> file.legId().equals(legId))
            .sorted(Comparator.comparing(File::until).reversed())
            .toList();
    found.forEach(file -> data.add(json(file)));
    answer.putObject("meta").put("page_number", 1).put("total_results", found.size());
    return answer;
  }

  private ObjectNode json(File file) {
    ObjectNode json = Json.object().put("id", file.id()).put("record_type", "recording");
    json.put("call_leg_id", file.legId()).put("call_session_id", file.sessionId());
    json.put("channels", "single").put("source", "call").put("status", "completed");
    json.put("recording_started_at", file.from().toString());
    json.put("recording_ended_at", file.until().toString());
    return json.set("download_urls", links(file.id()));
  }

  /**
   * What is at an address: empty where it is dead, or never was one.
   *
   * @param name what follows {@link #PATH}, with its query
   */
  Optional<byte[]> at(String name) {
    return Optional.ofNullable(addresses.get(name))
        .filter(until -> until.isAfter(clock.instant()))
        .filter(_ -> files.containsKey(name.substring(0, name.indexOf(".mp3"))))
        .map(_ -> silence());
  }

  private static byte[] silence() {
    byte[] sound = new byte[FRAMES * FRAME_BYTES];
    for (int frame = 0; frame < FRAMES; frame++) {
      System.arraycopy(FRAME_HEADER, 0, sound, frame * FRAME_BYTES, FRAME_HEADER.length);
    }
    return sound;
  }

  void clear() {
    files.clear();
    addresses.clear();
  }
}
