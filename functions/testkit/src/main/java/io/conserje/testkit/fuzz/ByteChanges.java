package io.conserje.testkit.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bytes that no longer are the text they were. */
final class ByteChanges {

  private static final List<byte[]> ODD =
      List.of(
          new byte[] {0},
          new byte[] {(byte) 0xff},
          new byte[] {(byte) 0xc0, (byte) 0x80},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
          new byte[] {(byte) 0xf0, (byte) 0x9f});

  private ByteChanges() {}

  static byte[] change(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    byte[] before = Arrays.copyOf(bytes, at);
    byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (random.nextInt(10)) {
      case 0 -> before;
      case 1 -> after;
      case 2, 3 -> joined(before, OddValues.one(ODD, random), after);
      case 4, 5 -> flipped(bytes, random);
      case 6 -> joined(before, Arrays.copyOf(after, Math.min(40, after.length)), after);
      case 7 ->
          text.getBytes(
              OddValues.one(
                  List.of(
                      StandardCharsets.UTF_16,
                      StandardCharsets.UTF_16LE,
                      StandardCharsets.ISO_8859_1),
                  random));
      case 8 -> random.nextInt(4) == 0 ? zipped(bytes) : joined(bytes, bytes);
      default ->
          random.nextInt(4) == 0
              ? new byte[0]
              : joined(before, " \n\t".getBytes(StandardCharsets.UTF_8), after);
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] others = bytes.clone();
    for (int i = random.nextInt(3); i >= 0 && others.length > 0; i--) {
      others[random.nextInt(others.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return others;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return zipped.toByteArray();
  }
}
