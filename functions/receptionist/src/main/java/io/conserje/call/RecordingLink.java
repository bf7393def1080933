package io.conserje.call;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Our own address of a call's recording, for the house's people: it wants no key, and nobody can
 * guess it. Whoever opens it is sent on to where the recording can be heard at that moment.
 */
public final class RecordingLink {

  /** Before the token. */
  public static final String PATH = "/recordings/";

  /** From the beginning of the call. Afterwards it is for whoever has the key of the API. */
  public static final Duration GOOD_FOR = Duration.ofDays(30);

  private static final String TOKEN = "[A-Za-z0-9_-]{43}";
  private static final int ID_BYTES = 16;
  private static final int SEAL_BYTES = 16;

  private final Supplier<String> publicBaseUrl;
  private final Supplier<String> key;

  /**
   * @param key {@code SESSION_SECRET_KEY}, read at each use
   */
  public RecordingLink(Supplier<String> publicBaseUrl, Supplier<String> key) {
    this.publicBaseUrl = publicBaseUrl;
    this.key = key;
  }

  /** Where a recording is heard: at its own address, unless that dies within minutes. */
  public String to(UUID call, String recording) {
    return KeptRecording.of(recording).map(_ -> to(call)).orElse(recording);
  }

  private String to(UUID call) {
    byte[] id = bytes(call);
    byte[] token = ByteBuffer.allocate(ID_BYTES + SEAL_BYTES).put(id).put(seal(id)).array();
    return publicBaseUrl.get().replaceAll("/+$", "")
        + PATH
        + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Of which call it is; empty for a token that was not made here. */
  public Optional<UUID> read(String token) {
    if (!token.matches(TOKEN)) {
      return Optional.empty();
    }
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    byte[] id = Arrays.copyOf(bytes, ID_BYTES);
    byte[] given = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
    return MessageDigest.isEqual(seal(id), given) ? Optional.of(id(id)) : Optional.empty();
  }

  private byte[] seal(byte[] id) {
    return Arrays.copyOf(Seal.of(key.get(), "recording", id), SEAL_BYTES);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID id(byte[] bytes) {
    ByteBuffer both = ByteBuffer.wrap(bytes);
    return new UUID(both.getLong(), both.getLong());
  }
}
