package io.conserje.call;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recording that stays with a provider whose addresses of it die within minutes: instead of an
 * address it is written down how to ask for one.
 *
 * @param provider {@code telnyx}
 * @param id the provider's, of the recording or of the call's leg
 * @param isOfLeg whether the id is only that of the leg that was recorded
 */
public record KeptRecording(String provider, String id, boolean isOfLeg) {

  private static final Pattern WRITTEN =
      Pattern.compile("([a-z]{2,20}):(recording|leg):([A-Za-z0-9_-]{1,100})");

  /** As it stands in place of an address. */
  public String written() {
    return provider + (isOfLeg ? ":leg:" : ":recording:") + id;
  }

  /** Empty for an address. */
  public static Optional<KeptRecording> of(String written) {
    Matcher known = WRITTEN.matcher(written);
    return known.matches()
        ? Optional.of(
            new KeptRecording(known.group(1), known.group(3), known.group(2).equals("leg")))
        : Optional.empty();
  }
}
