package io.conserje.voice.call;

import io.conserje.call.AnswerTime;
import io.conserje.call.CallFile;
import io.conserje.call.RecordingStore;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what is kept of one call where a test finds it. */
final class FakeArchive implements CallFile, RecordingStore {

  final Queue<AnswerTime> answers = new ConcurrentLinkedQueue<>();
  final Map<String, Long> used = new ConcurrentHashMap<>();
  private final UUID id = UUID.randomUUID();
  private final List<Instant> from = new ArrayList<>();
  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  volatile boolean wanted;
  volatile boolean announcedBefore;
  volatile boolean announced;
  volatile boolean refused;
  volatile boolean fails;
  volatile Gap gap = Gap.NONE;

  @Override
  public void answered(AnswerTime time) {
    answers.add(time);
  }

  @Override
  public void used(Map<String, Long> amounts) {
    used.putAll(amounts);
  }

  @Override
  public Optional<ToRecord> toRecord() {
    return wanted ? Optional.of(new ToRecord(id, announcedBefore, false)) : Optional.empty();
  }

  @Override
  public void announced() {
    announced = true;
  }

  @Override
  public void refused() {
    refused = true;
  }

  @Override
  public Gap gap() {
    return gap;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public synchronized void add(UUID call, Instant at, int rate, byte[] part) {
    if (fails) {
      throw new IllegalStateException("no store today");
    }
    from.add(at);
    sound.writeBytes(part);
  }

  synchronized int seconds() {
    return sound.size() / 16_000;
  }

  synchronized List<Instant> parts() {
    return List.copyOf(from);
  }

  /** One side: 0 for the guest, 1 for the house. */
  synchronized byte[] side(int channel) {
    byte[] both = sound.toByteArray();
    byte[] side = new byte[both.length / 2];
    for (int i = 0; i < side.length; i++) {
      side[i] = both[2 * i + channel];
    }
    return side;
  }

  @Override
  public boolean join(UUID call) {
    return false;
  }

  @Override
  public void dropParts(UUID call) {}

  @Override
  public void forget(UUID call) {}
}
