package io.conserje.voice.record;

import io.conserje.call.CallFile;
import io.conserje.call.CallFile.Gap;
import io.conserje.call.CallFile.ToRecord;
import io.conserje.connectors.audio.line.G711;
import io.conserje.speech.AudioFormat;
import io.conserje.voice.call.CallSession;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Records one call, where its house wants that, once its guest was told: part after part is given
 * away while the call runs, so that a host that dies takes only seconds with it. On the call's
 * thread.
 */
public final class CallRecorder {

  private static final String LOST = "recording_lost";

  /** Parts; what comes while so many wait for a store that is slow is not kept. */
  private static final int MOST_WAITING = 6;

  private static final int CHANNELS = 2;

  private final CallRecords records;
  private final CallSession call;
  private final CallFile file;
  private final InOrder away;
  private final AudioFormat hears;
  private final AudioFormat plays;

  /** Null as long as it is not known, or not wanted. */
  private ToRecord wanted;

  private boolean announced;
  private boolean refused;

  /** Null while nothing is recorded. */
  private CallTape tape;

  /** When the tape began, on the call's clock and on that of the record. */
  private long beganNanos;

  private Instant began;

  public CallRecorder(CallRecords records, CallSession call) {
    this.records = records;
    this.call = call;
    this.file = records.files().of(call.line().name(), call.id());
    this.away = new InOrder(call);
    this.hears = call.carrier().hears();
    this.plays = call.carrier().plays();
  }

  public void open() {
    if (records.recordings().isThere() && hears.rate() == plays.rate()) {
      away.add(
          LOST,
          () -> file.toRecord().ifPresent(known -> call.thread().run(() -> mayRecord(known))));
    }
  }

  private void mayRecord(ToRecord known) {
    wanted = known;
    refused |= known.refused();
    begin(known.announced());
  }

  /** The guest has heard that the call may be recorded. */
  public void announced() {
    announced = true;
    begin(false);
  }

  private void begin(boolean before) {
    if (wanted == null || refused || tape != null || call.isOver() || !(announced || before)) {
      return;
    }
    if (!before) {
      away.add(LOST, file::announced);
    }
    began = records.clock().instant();
    beganNanos = call.thread().nanos();
    tape = new CallTape(hears.rate(), beganNanos);
  }

  /** The guest does not want it; what is not given away yet is forgotten. */
  public void refused() {
    refused = true;
    tape = null;
    if (wanted != null) {
      away.add(LOST, file::refused);
    }
  }

  /**
   * @param samples lent
   */
  public void guest(byte[] bytes, short[] samples, int length) {
    if (tape != null) {
      byte[] sound =
          hears.encoding() == AudioFormat.Encoding.MULAW
              ? bytes
              : G711.encode(AudioFormat.Encoding.MULAW, samples, length);
      tape.guest(sound, call.thread().nanos());
      giveAway();
    }
  }

  /** Was heard until now. */
  public void house(byte[] bytes) {
    if (tape != null) {
      tape.house(mulaw(bytes), call.thread().nanos());
    }
  }

  private byte[] mulaw(byte[] bytes) {
    if (plays.encoding() == AudioFormat.Encoding.MULAW) {
      return bytes;
    }
    short[] samples = new short[bytes.length / plays.encoding().bytes()];
    G711.decode(plays.encoding(), bytes, samples);
    return G711.encode(AudioFormat.Encoding.MULAW, samples, samples.length);
  }

  private void giveAway() {
    CallTape.Part part = tape.next(call.thread().nanos());
    while (part != null) {
      keep(part);
      part = tape.next(call.thread().nanos());
    }
  }

  private void keep(CallTape.Part part) {
    if (away.waiting() >= MOST_WAITING) {
      call.tally().count(LOST);
      return;
    }
    Instant from = began.plusNanos(part.fromNanos() - beganNanos);
    away.add(LOST, () -> keep(from, part.sound()));
  }

  private void keep(Instant from, byte[] sound) {
    Gap gap = file.gap();
    int rate = hears.rate();
    int left = place(from, gap.from(), sound);
    int right = Math.max(left, place(from, gap.to(), sound));
    ByteArrayOutputStream kept = new ByteArrayOutputStream(sound.length);
    kept.write(sound, 0, left);
    kept.write(sound, right, sound.length - right);
    if (kept.size() > 0) {
      records.recordings().add(wanted.call(), from, rate, kept.toByteArray());
    }
  }

  /** Where in the sound it is that moment. */
  private int place(Instant from, Instant moment, byte[] sound) {
    if (!moment.isAfter(from)) {
      return 0;
    }
    if (moment.isAfter(from.plus(lengthOf(sound)))) {
      return sound.length;
    }
    long samples = Duration.between(from, moment).toNanos() * hears.rate() / 1_000_000_000L;
    return (int) Math.min(sound.length, samples * CHANNELS);
  }

  private Duration lengthOf(byte[] sound) {
    return Duration.ofNanos((long) sound.length / CHANNELS * 1_000_000_000L / hears.rate());
  }

  /** The call is over. */
  public void close() {
    Optional.ofNullable(tape).map(CallTape::last).ifPresent(this::keep);
    tape = null;
  }
}
