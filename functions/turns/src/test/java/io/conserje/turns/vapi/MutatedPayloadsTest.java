package io.conserje.turns.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.names.Queue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Authentic messages with something wrong in them: taken or refused, and nothing breaks. */
class MutatedPayloadsTest {

  private static final int PAYLOADS = Integer.getInteger("payloads", 300);
  private static final Map<String, String> SECRET = Map.of("x-vapi-secret", "test-vapi-secret");
  private static final String[] ODD = {
    "null",
    "[]",
    "{}",
    "-1",
    "1e999",
    "\"\"",
    "true",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "[[[[]]]]",
    "\"😊\""
  };

  @Test
  void nothingBreaks() throws IOException {
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("Mutated payloads of VAPI: seed " + seed + ", " + PAYLOADS);
    Random random = new Random(seed);
    PrintStream before = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (Phone phone = Phone.unattended()) {
      List<String> samples = samples(phone);
      LogLevel.from(Map.of("LOG_LEVEL", "ERROR"));
      System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
      for (int i = 0; i < PAYLOADS; i++) {
        String payload = mutated(samples.get(random.nextInt(samples.size())), random);
        int status = phone.post(payload, SECRET).getStatusCode();
        assertTrue(status == 200 || status == 400, () -> status + " for " + payload);
      }
      phone.workOff();
      assertEquals(List.of(), phone.house.drain(Queue.CALL_EVENTS));
    } finally {
      System.setOut(before);
      LogLevel.from(Map.of());
    }
    List<String> errors =
        log.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains("\"ERROR\"")).toList();
    assertEquals(List.of(), errors);
  }

  private static List<String> samples(Phone phone) throws IOException {
    List<String> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("../../events/vapi/good"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".plain.json")).sorted().toList()) {
        samples.add(phone.map(Files.readString(file)).get("body").toString());
      }
    }
    return samples;
  }

  private static String mutated(String payload, Random random) {
    String text = payload;
    for (int i = random.nextInt(3); i >= 0; i--) {
      text = once(text, random);
    }
    return text;
  }

  private static String once(String text, Random random) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + (char) random.nextInt(0x250) + text.substring(at + 1);
      case 1 -> text.substring(0, Math.max(at, 1));
      case 2 ->
          text.substring(0, at)
              + text.substring(at, Math.min(at + 40, text.length()))
              + text.substring(at);
      default -> otherValue(text, at, random);
    };
  }

  /** The value after the next colon becomes another one. */
  private static String otherValue(String text, int at, Random random) {
    int colon = text.indexOf(": ", at);
    int end = colon < 0 ? -1 : text.indexOf('\n', colon);
    if (end < 0) {
      return text + " ";
    }
    String comma = text.charAt(end - 1) == ',' ? "," : "";
    char begins = text.charAt(colon + 2);
    String odd = ODD[random.nextInt(ODD.length)];
    return begins == '{' || begins == '['
        ? text.substring(0, colon) + ": " + odd + ", \"was\": " + text.substring(colon + 2)
        : text.substring(0, colon) + ": " + odd + comma + text.substring(end);
  }
}
