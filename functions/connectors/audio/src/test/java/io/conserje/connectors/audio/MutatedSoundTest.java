package io.conserje.connectors.audio;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.conserje.voicenote.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, they are read to an answer: never an exception, never more sound than is
 * allowed. In half of the files the checksums are put right again, so that the decoder itself gets
 * what was changed.
 */
class MutatedSoundTest {

  private static final int FILES = Integer.getInteger("payloads", 300);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final SoundFiles files = new SoundFiles(() -> true);

  @Test
  void everyFileIsReadToAnAnswer() {
    long seed = Optional.ofNullable(Long.getLong("seed")).orElseGet(System::nanoTime);
    Random random = new Random(seed);
    int understood = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] file = mutated(random);
      try {
        understood += checked(files.read(file, LONGEST)) ? 1 : 0;
      } catch (RuntimeException | Error e) {
        fail("File " + i + " of seed " + seed, e);
      }
    }
    System.out.printf(
        "%d mutated files of sound, seed %d: %d of them playable%n", FILES, seed, understood);
    assertTrue(understood > 0, "some of them can still be played");
  }

  @Test
  void aFileOfPagesThatAreNoneEndsEarly() {
    byte[] file = new byte[5_000_000];
    for (int at = 0; at < file.length - 300; at += 27) {
      file[at] = 'O';
      file[at + 1] = 'g';
      file[at + 2] = 'g';
      file[at + 3] = 'S';
      Arrays.fill(file, at + 5, at + 27, (byte) 0xff);
    }

    assertTrue(files.read(file, LONGEST).isEmpty());
  }

  private static boolean checked(Optional<Sound> read) {
    read.filter(sound -> sound.length() != null)
        .ifPresent(sound ->
            assertTrue(sound.length().compareTo(LONGEST.plusSeconds(2)) < 0, sound.toString()));
    return read.isPresent();
  }

  private static byte[] mutated(Random random) {
    byte[] file = random.nextInt(8) == 0 ? Sounds.silence() : Sounds.spoken();
    for (int changes = 1 + random.nextInt(12); changes > 0; changes--) {
      file = changed(file, random);
    }
    if (random.nextBoolean()) {
      putChecksumsRight(file);
    }
    return file;
  }

  private static byte[] changed(byte[] file, Random random) {
    if (file.length < 64) {
      return file;
    }
    int at = random.nextInt(file.length);
    int length = Math.min(file.length - at, 1 + random.nextInt(200));
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(file, at);
      case 1 -> without(file, at, length);
      case 2 -> twice(file, at, length);
      case 3 -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, file, at, length);
        yield file;
      }
      default -> {
        file[at] = (byte) random.nextInt(256);
        yield file;
      }
    };
  }

  private static byte[] without(byte[] file, int at, int length) {
    byte[] rest = Arrays.copyOf(file, file.length - length);
    System.arraycopy(file, at + length, rest, at, file.length - at - length);
    return rest;
  }

  private static byte[] twice(byte[] file, int at, int length) {
    byte[] more = Arrays.copyOf(file, file.length + length);
    System.arraycopy(file, at, more, at + length, file.length - at);
    return more;
  }

  private static void putChecksumsRight(byte[] file) {
    ByteBuffer fields = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < file.length - 27; at++) {
      if (file[at] == 'O' && file[at + 1] == 'g' && file[at + 2] == 'g' && file[at + 3] == 'S') {
        int segments = file[at + 26] & 0xff;
        int length = 27 + segments;
        for (int i = 0; i < segments && at + 27 + i < file.length; i++) {
          length += file[at + 27 + i] & 0xff;
        }
        length = Math.min(length, file.length - at);
        fields.putInt(at + 22, OggChecksum.of(file, at, length));
      }
    }
  }
}
