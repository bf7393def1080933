package io.conserje.testkit.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Short sentences that a machine has spoken, as 16-bit samples at 8 kHz. */
public final class SpokenSentences {

  private static final List<String> NAMES = List.of("es-1", "es-2", "es-3", "es-4", "en-1", "en-2");

  private SpokenSentences() {}

  /** Those that are kept with the tests. */
  public static List<short[]> kept() {
    return NAMES.stream().map(SpokenSentences::read).toList();
  }

  /** All of a folder, in the order of their names. */
  public static List<short[]> in(Path folder) throws IOException {
    List<short[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".ulaw")).sorted().toList()) {
        all.add(decode(Files.readAllBytes(file)));
      }
    }
    return all;
  }

  private static short[] read(String name) {
    try (InputStream file = SpokenSentences.class.getResourceAsStream("/voice/" + name + ".ulaw")) {
      return decode(file.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Written from the recommendation (G.711), so that what is tried does not measure itself. */
  private static short[] decode(byte[] mulaw) {
    short[] samples = new short[mulaw.length];
    for (int i = 0; i < mulaw.length; i++) {
      int code = ~mulaw[i] & 0xFF;
      int size = ((code & 0x0F) << 1) + 33 << (code >> 4 & 7);
      samples[i] = (short) ((code & 0x80) == 0 ? 4 * (size - 33) : 4 * (33 - size));
    }
    return samples;
  }
}
