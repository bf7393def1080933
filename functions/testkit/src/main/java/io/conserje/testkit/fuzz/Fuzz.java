package io.conserje.testkit.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Authentic payloads go through a real handler, most with something wrong in them and some as they
 * stand: whatever has all it needs is taken, nothing breaks, the log knows no error, and what was
 * taken is kept. How many: {@code -Dpayloads}; the same again: {@code -Dseed}.
 */
public final class Fuzz {

  /** One for all of a test run: what fails and is tried once more fails again. */
  private static final long SEED = Long.getLong("seed", new Random().nextLong());

  private static final int AT_ONCE = 500;

  /** One in so many is sent as it stands. */
  private static final int UNCHANGED = 5;

  private static final int SHOWN = 2_000;

  private final Target target;
  private final Random random;
  private final Mutator mutator;
  private final Map<Integer, Integer> refused = new TreeMap<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Set<String> told = new LinkedHashSet<>();

  /** A queue takes only once what has the name of something earlier. */
  private final Set<String> kept = new HashSet<>();

  private String last = "";
  private int asTheyStand;
  private int hadToBeTaken;
  private int taken;

  private Fuzz(Target target, long seed) {
    this.target = target;
    this.random = new Random(seed);
    this.mutator = new Mutator(random);
  }

  public static void play(Target target) {
    int payloads = Integer.getInteger("payloads", 300);
    String what = "Mutated payloads of " + target.name() + ": " + payloads + ", seed " + SEED;
    System.out.println(what);
    Fuzz fuzz = new Fuzz(target, SEED);
    try {
      fuzz.all(payloads);
    } catch (AssertionError | RuntimeException fault) {
      throw new AssertionError(what + ": " + fault.getMessage() + " at " + fuzz.last, fault);
    }
    System.out.println(what + ": " + fuzz.count());
  }

  private void all(int payloads) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream here = new PrintStream(log, true, StandardCharsets.UTF_8);
    try {
      System.setOut(here);
      System.setErr(here);
      int number = 0;
      for (Payload sample : target.samples()) {
        unchanged(target.numbered(sample, ++number));
      }
      for (int i = 1; i <= payloads; i++) {
        one(++number);
        if (i % AT_ONCE == 0) {
          nothingIsLost();
        }
      }
      nothingIsLost();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    if (told.isEmpty()) {
      throw new AssertionError("Of all that was taken nothing had to be kept: " + count());
    }
  }

  /** For whoever reads the build's log. */
  private String count() {
    return "%d as they stand, every one taken; %d changed and taken; refused %s; had to be taken %d; found afterwards %d"
        .formatted(asTheyStand, taken, refused, hadToBeTaken, told.size());
  }

  private void one(int number) {
    Payload whole = target.numbered(OddValues.one(target.samples(), random), number);
    if (number % UNCHANGED == 0) {
      unchanged(whole);
    } else {
      changed(target.signed(mutator.mutate(whole)));
    }
  }

  private void unchanged(Payload whole) {
    Payload payload = target.signed(whole);
    if (!taken(payload)) {
      throw new AssertionError("Refused as it stands, with " + refused.keySet());
    }
    asTheyStand++;
  }

  private void changed(Payload payload) {
    boolean must = target.mustBeTaken(payload);
    boolean let = taken(payload);
    if (must && !let) {
      throw new AssertionError("Refused, and nothing was missing; " + refused);
    }
    hadToBeTaken += must ? 1 : 0;
    taken += let ? 1 : 0;
  }

  private boolean taken(Payload payload) {
    last = shown(payload);
    int status = status(payload);
    if (status < 200 || status > 499) {
      throw new AssertionError("Answered " + status + "; log: " + lines());
    }
    theLogKnowsNoError();
    if (status < 300) {
      told.addAll(target.tells(payload));
      return true;
    }
    refused.merge(status, 1, Integer::sum);
    return false;
  }

  private int status(Payload payload) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      target.function().handleRequest(new ByteArrayInputStream(payload.event()), answer, null);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    Map<String, Object> fields = Payload.map(answer.toString(StandardCharsets.UTF_8));
    return ((Number) fields.get("statusCode")).intValue();
  }

  private void theLogKnowsNoError() {
    List<String> errors =
        lines().stream()
            .filter(line ->
                line.contains("\"level\":\"ERROR\"")
                    || line.contains("\"fault\":")
                    || line.startsWith("\tat ")
                    || line.startsWith("Exception "))
            .toList();
    if (!errors.isEmpty()) {
      throw new AssertionError("In the log: " + errors.getFirst());
    }
    log.reset();
  }

  private List<String> lines() {
    return log.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void nothingIsLost() {
    kept.addAll(target.kept());
    Set<String> lost = new LinkedHashSet<>(told);
    lost.removeAll(kept);
    if (!lost.isEmpty()) {
      throw new AssertionError(
          lost.size() + " were answered with success and are not kept: " + lost.iterator().next());
    }
  }

  private static String shown(Payload payload) {
    String text = payload.headers() + " " + payload.target() + " " + payload.text();
    String begins = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…" + text.length();
    return begins.replaceAll("[^\\x20-\\x7e\\xa1-\\uffef]", "?");
  }
}
