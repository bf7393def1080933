package io.conserje.simulated.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/**
 * A sentence that guests say, with its sound.
 *
 * @param mulaw at 8 kHz, without a header
 * @param words with the time of their end as a share of the sound that is voice
 */
public record Utterance(String name, String text, byte[] mulaw, List<Word> words) {

  private static final List<Utterance> ALL = load();

  /**
   * @param from in characters of the whole text that sound, as its share
   * @param to the same
   */
  public record Word(String text, double from, double to) {}

  /** As a browser would bring it: 16 bits at 16 kHz. */
  public byte[] wide() {
    return WideSound.ofMulaw(mulaw);
  }

  public static List<Utterance> all() {
    return ALL;
  }

  public static Utterance of(String name) {
    return ALL.stream()
        .filter(utterance -> utterance.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nobody says '" + name + "'."));
  }

  private static List<Utterance> load() {
    Properties words = new Properties();
    try (InputStream in = Utterance.class.getResourceAsStream("/utterances/words.properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSet<>(words.stringPropertyNames())
        .stream().map(name -> load(name, words.getProperty(name))).toList();
  }

  private static Utterance load(String name, String text) {
    try (InputStream in = Utterance.class.getResourceAsStream("/utterances/" + name + ".wav")) {
      return new Utterance(name, text, data(in.readAllBytes()), words(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in the chunk {@code data}. */
  private static byte[] data(byte[] wav) {
    int at = 12;
    while (!new String(wav, at, 4, StandardCharsets.US_ASCII).equals("data")) {
      at += 8 + length(wav, at + 4) + (length(wav, at + 4) & 1);
    }
    int from = at + 8;
    return java.util.Arrays.copyOfRange(
        wav, from, Math.min(wav.length, from + length(wav, at + 4)));
  }

  private static int length(byte[] wav, int at) {
    return wav[at] & 0xFF
        | (wav[at + 1] & 0xFF) << 8
        | (wav[at + 2] & 0xFF) << 16
        | wav[at + 3] << 24;
  }

  /** Long words take longer: near enough for whoever shows words as they come. */
  private static List<Word> words(String text) {
    String[] parts = text.split(" ");
    double all = text.replace(" ", "").length();
    double before = 0;
    List<Word> words = new ArrayList<>();
    for (String part : parts) {
      words.add(new Word(part, before / all, (before + part.length()) / all));
      before += part.length();
    }
    return words;
  }
}
