package io.conserje.sandbox.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Voice notes that guests of the sandbox can send, as WhatsApp records them: Opus in Ogg. */
public final class Recordings {

  private static final Properties WORDS = words();

  private Recordings() {}

  public static Set<String> names() {
    return new TreeSet<>(WORDS.stringPropertyNames());
  }

  public static byte[] sound(String name) {
    if (!WORDS.containsKey(name)) {
      throw new IllegalArgumentException(
          "voice is '" + name + "', not one of " + String.join(", ", names()) + ".");
    }
    try (InputStream in = Recordings.class.getResourceAsStream("/voice/" + name + ".ogg")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said in it; empty for silence. */
  public static String words(String name) {
    return WORDS.getProperty(name);
  }

  private static Properties words() {
    Properties words = new Properties();
    try (InputStream in = Recordings.class.getResourceAsStream("/voice/words.properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
