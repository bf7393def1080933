package io.conserje.reservation;

import io.conserje.guest.Address;
import io.conserje.guest.Guest;
import io.conserje.venue.Venue;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a booking that was made over another channel, or from another number, is the guest's who
 * asks: its reference was given to nobody else, and whose name or telephone it bears is known to
 * who booked. What has passed holds in that conversation only.
 */
public final class CheckReference {

  /** Who is wrong this often asks the house in person. */
  public static final int FAILURES = 5;

  /** How long a failure counts. */
  public static final Duration REMEMBERED = Duration.ofHours(24);

  private static final int SHORTEST_NAME = 2;

  private static final String SHAPE = "[A-Z0-9]{4,12}";

  /** Of names, and told of many. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "la", "las", "los", "el", "da", "do", "dos", "van", "von", "don", "doña",
          "dona", "mr", "mrs", "ms", "sr", "sra", "san", "al", "le", "di");

  public enum Answer {
    PASSED,
    /** Nothing was said of whose it is. */
    NAME_NEEDED,
    /** There is no such booking, or it is somebody else's: which of both is not told. */
    FAILED
  }

  /** What the guest said: the reference, and of the name and telephone at least one. */
  public record Said(String reference, String name, String phone) {

    public Said {
      reference = plain(reference);
    }

    boolean nobody() {
      return name.isBlank() && phone.isBlank();
    }
  }

  static String plain(String reference) {
    return reference.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }

  private final ReferenceChecks checks;

  public CheckReference(ReferenceChecks checks) {
    this.checks = checks;
  }

  /**
   * @param booked whose booking bears the reference
   */
  public Answer check(
      Venue venue, UUID conversation, Said said, Supplier<Optional<Guest>> booked, Instant now) {
    if (said.nobody()) {
      return Answer.NAME_NEEDED;
    }
    if (!said.reference().matches(SHAPE)) {
      return Answer.FAILED;
    }
    Instant since = now.minus(REMEMBERED);
    if (checks.failed(venue.id(), conversation, said.reference(), since) >= FAILURES) {
      return Answer.FAILED;
    }
    boolean passed = booked.get().filter(guest -> is(venue, guest, said)).isPresent();
    checks.note(venue.id(), conversation, said.reference(), passed, now);
    return passed ? Answer.PASSED : Answer.FAILED;
  }

  private static boolean is(Venue venue, Guest booked, Said said) {
    Set<String> names = words(booked.name());
    boolean named = words(said.name()).stream().anyMatch(names::contains);
    String phone = number(venue, said.phone());
    return named || !phone.isEmpty() && phone.equals(number(venue, booked.phone()));
  }

  private static String number(Venue venue, String phone) {
    return Address.phone(phone, venue::phone).map(Address::value).orElse("");
  }

  private static Set<String> words(String name) {
    String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return Stream.of(plain.replaceAll("\\p{M}+", "").split("[^\\p{L}]+"))
        .filter(word -> word.length() >= SHORTEST_NAME && !PARTICLES.contains(word))
        .collect(Collectors.toSet());
  }
}
