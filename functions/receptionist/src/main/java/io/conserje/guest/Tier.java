package io.conserje.guest;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How well the house knows a guest. */
public enum Tier {
  REGULAR,
  FREQUENT,
  VIP,
  PREMIUM;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Tier> of(String code) {
    return Stream.of(values()).filter(tier -> tier.code().equals(code)).findFirst();
  }
}
