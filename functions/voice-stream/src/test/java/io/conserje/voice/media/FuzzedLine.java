package io.conserje.voice.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.conserje.testkit.fuzz.MutatedJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Sends a call's line whatever may come over its socket, most of it with something wrong in it. How
 * much: {@code -Dframes}; the same again: {@code -Dseed}.
 */
public final class FuzzedLine {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final int FRAMES = Integer.getInteger("frames", 1_000);

  /** A call is closed by what is wrong with its beginning: so many messages for each. */
  private static final int OF_ONE_CALL = 100;

  private final Supplier<LineOnTheDesk> lines;
  private final Samples samples;
  private final Random random = new Random(SEED);

  private FuzzedLine(Supplier<LineOnTheDesk> lines, Samples samples) {
    this.lines = lines;
    this.samples = samples;
  }

  public static void play(Supplier<LineOnTheDesk> lines, Samples samples) {
    System.out.println("Fuzzed frames: " + FRAMES + ", seed " + SEED);
    try {
      new FuzzedLine(lines, samples).all();
    } catch (AssertionError | RuntimeException fault) {
      throw new AssertionError("seed " + SEED + ": " + fault.getMessage(), fault);
    }
  }

  private void all() {
    LineOnTheDesk neighbour = lines.get();
    neighbour.bring(samples.start());
    for (int sent = 0; sent < FRAMES; sent += OF_ONE_CALL) {
      one();
    }
    answers(neighbour);
  }

  /** Once begun it goes on, whatever comes; no stage has failed at anything. */
  private void one() {
    LineOnTheDesk line = lines.get();
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < OF_ONE_CALL; i++) {
      messages.add(message());
    }
    int begins = random.nextInt(OF_ONE_CALL);
    for (int i = 0; i < OF_ONE_CALL; i++) {
      if (i == begins && !line.call.hasBegun()) {
        line.bring(samples.start());
      }
      line.bring(messages.get(i));
      line.thread.step(Duration.ofMillis(random.nextInt(25)));
    }
    assertEquals(null, line.call.tally().counts().get("stage_fault"), "stage faults");
    if (line.call.hasBegun()) {
      answers(line);
    }
  }

  private byte[] message() {
    String whole = samples.others().get(random.nextInt(samples.others().size()));
    return switch (random.nextInt(12)) {
      case 0 -> new byte[0];
      case 1 -> "{".repeat(random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8);
      case 2 ->
          whole.replace("\"payload\":\"", "\"payload\":\"%!").getBytes(StandardCharsets.UTF_8);
      case 3 ->
          whole
              .replace("\"payload\":\"", "\"payload\":\"" + "////".repeat(15_000))
              .getBytes(StandardCharsets.UTF_8);
      case 4, 5 -> whole.getBytes(StandardCharsets.UTF_8);
      default -> MutatedJson.of(whole, random);
    };
  }

  /** It may have been ended by a message that says so; else the house still hears and answers. */
  private void answers(LineOnTheDesk line) {
    line.await(() -> !line.sent.isEmpty());
    if (samples.question().isEmpty()) {
      line.ear.words("¿A qué hora abren?");
    } else {
      line.bring(samples.question());
    }
    line.await(() -> !line.house.said.isEmpty());
    assertFalse(line.closed, "the call is closed: " + line.call.tally().counts());
  }
}
