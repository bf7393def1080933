package io.conserje.guest;

import io.conserje.venue.Channel;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where a guest is reached, written one way only, so that the same guest is found again.
 *
 * @param value E.164 for a phone; an email in lower case; a WhatsApp id as WhatsApp gives it
 */
public record Address(Kind kind, String value) {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern DIALLED = Pattern.compile("\\+?[0-9 ().\\-/]+");
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern SPANISH = Pattern.compile("[6-9][0-9]{8}");
  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{9,14}");
  private static final int LONGEST = 200;

  /** The ways a guest is reached. */
  public enum Kind {
    PHONE,
    WHATSAPP,
    EMAIL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Of whatever kind the text is; empty for a text that is none.
   *
   * @param housePhone the house's own number, asked for when a number does not say its country
   */
  public static Optional<Address> of(String text, Supplier<String> housePhone) {
    if (text.contains("@")) {
      return email(text);
    }
    return phone(text, housePhone).or(() -> whatsapp(text, housePhone));
  }

  /**
   * What a guest gave over a channel, of whatever kind; an id that is no number says who it is only
   * where it came over WhatsApp.
   *
   * @param housePhone the house's own number, asked for when a number does not say its country
   */
  public static Optional<Address> of(String text, Channel over, Supplier<String> housePhone) {
    return of(text, housePhone)
        .filter(address -> address.kind() != Kind.WHATSAPP || over == Channel.WHATSAPP);
  }

  /**
   * A number with its country, or one of nine digits at a Spanish house.
   *
   * @param housePhone the house's own number, asked for when a number does not say its country
   */
  public static Optional<Address> phone(String text, Supplier<String> housePhone) {
    String said = text.strip();
    if (said.length() > LONGEST || !DIALLED.matcher(said).matches()) {
      return Optional.empty();
    }
    String number = said.replaceAll("[^0-9+]", "").replaceFirst("^00", "+");
    if (SPANISH.matcher(number).matches() && housePhone.get().startsWith("+34")) {
      number = "+34" + number;
    }
    return INTERNATIONAL.matcher(number).matches()
        ? Optional.of(new Address(Kind.PHONE, number))
        : Optional.empty();
  }

  /** A WhatsApp id that is a number is that number: who calls and who writes is one guest. */
  public static Optional<Address> whatsapp(String text, Supplier<String> housePhone) {
    String id = text.strip();
    if (id.isEmpty() || id.length() > LONGEST) {
      return Optional.empty();
    }
    return phone(DIGITS.matcher(id).matches() ? "+" + id : id, housePhone)
        .or(() -> Optional.of(new Address(Kind.WHATSAPP, id)));
  }

  public static Optional<Address> email(String text) {
    String email = text.strip().toLowerCase(Locale.ROOT);
    return email.length() <= LONGEST && EMAIL.matcher(email).matches()
        ? Optional.of(new Address(Kind.EMAIL, email))
        : Optional.empty();
  }
}
