package io.conserje.sandbox.meta;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Pictures and voice notes, and the addresses under which they are to be had for five minutes. */
final class MetaFiles {

  private static final Duration LIFE = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Map<String, File> files = new ConcurrentHashMap<>();
  private final Map<String, Address> addresses = new ConcurrentHashMap<>();

  MetaFiles(InstantSource clock) {
    this.clock = clock;
  }

  record File(String id, String type, byte[] bytes) {

    byte[] sha256() {
      try {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
      } catch (NoSuchAlgorithmException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }

    String hexSha256() {
      return HexFormat.of().formatHex(sha256());
    }
  }

  private record Address(String file, Instant until) {}

  File add(String type, byte[] bytes) {
    String id =
        String.valueOf(
            ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, Long.MAX_VALUE));
    File file = new File(id, type, bytes);
    files.put(id, file);
    return file;
  }

  Optional<File> find(String id) {
    return Optional.ofNullable(files.get(id));
  }

  /** A new address of it. */
  String address(File file) {
    String name = UUID.randomUUID().toString();
    addresses.put(name, new Address(file.id(), clock.instant().plus(LIFE)));
    return name;
  }

  /** Empty for an address that has grown old. */
  Optional<File> at(String address) {
    return Optional.ofNullable(addresses.get(address))
        .filter(known -> clock.instant().isBefore(known.until()))
        .flatMap(known -> find(known.file()));
  }

  void clear() {
    files.clear();
    addresses.clear();
  }
}
