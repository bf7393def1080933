package io.conserje.call.told;

import io.conserje.call.CallPlace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A question in a call, with all that was said before it.
 *
 * @param before what both have heard, oldest first
 * @param words of the guest that are to be answered; empty where the house is to speak first
 * @param house by which name it is asked for, where nothing that was called tells; may be empty
 */
public record ToldCall(CallPlace place, List<Line> before, String words, String house) {

  private static final int DIGEST = 32;

  public ToldCall {
    before = List.copyOf(before);
  }

  /** Something said, as far as the other side has heard it. */
  public record Line(boolean byGuest, String text) {}

  /** The same for the same question after the same words. */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      before.forEach(line -> add(digest, line.byGuest(), line.text()));
      add(digest, true, words);
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static void add(MessageDigest digest, boolean byGuest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(((byGuest ? "g" : "a") + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
