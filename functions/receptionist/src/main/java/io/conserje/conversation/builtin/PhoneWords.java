package io.conserje.conversation.builtin;

import io.conserje.guest.Address;
import io.conserje.text.FilteredPattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds a phone number: in one piece, in groups, or said in words, as {@code seis cero cero…}. */
final class PhoneWords {

  private static final int SHORTEST = 9;
  private static final int LONGEST = 15;
  private static final int SPANISH_WITH_COUNTRY = 11;
  private static final FilteredPattern GROUPS = FilteredPattern.compile("[0-9]+([.-][0-9]+)*");
  private static final Map<String, Integer> HUNDREDS = new HashMap<>();

  static {
    String[] hundreds = {
      "ciento",
      "doscientos",
      "trescientos",
      "cuatrocientos",
      "quinientos",
      "seiscientos",
      "setecientos",
      "ochocientos",
      "novecientos"
    };
    for (int i = 0; i < hundreds.length; i++) {
      HUNDREDS.put(hundreds[i], (i + 1) * 100);
    }
    HUNDREDS.put("cien", 100);
  }

  private final Words words;
  private final Tongue tongue;
  private final String housePhone;

  private PhoneWords(Words words, Tongue tongue, String housePhone) {
    this.words = words;
    this.tongue = tongue;
    this.housePhone = housePhone;
  }

  /**
   * The number as E.164, the last if it was corrected, its words taken out; null if there is none.
   */
  static String in(Words words, Tongue tongue, String housePhone) {
    PhoneWords phones = new PhoneWords(words, tongue, housePhone);
    Hit<String> meant = null;
    for (int i = 0; i < words.size(); i++) {
      Hit<String> phone = phones.at(i);
      if (phone != null && (meant == null || Meant.corrected(words, meant, phone))) {
        words.use(phone);
        meant = phone;
        i = phone.to() - 1;
      }
    }
    return meant == null ? null : meant.value();
  }

  private Hit<String> at(int i) {
    boolean plus = plus(i);
    StringBuilder digits = new StringBuilder();
    Hit<String> found = null;
    int part = 0;
    for (int at = plus ? i + 1 : i; at < words.size(); ) {
      boolean pause = words.opens(at) && digits.length() >= SHORTEST;
      Hit<String> group = pause ? null : group(at);
      int again = group == null && !pause ? takenBack(at) : at;
      if (again > at && digits.length() > part) {
        digits.setLength(part);
        at = again;
        continue;
      }
      part = words.opens(at) ? digits.length() : part;
      if (group == null || digits.length() + group.value().length() > LONGEST) {
        break;
      }
      digits.append(group.value());
      Hit<String> phone = number(i, group.to(), plus, digits.toString());
      found = phone != null ? phone : found;
      if (found != null && complete(found.value())) {
        break;
      }
      at = words.is(group.to(), "y", "guion", "dash") ? group.to() + 1 : group.to();
    }
    return found;
  }

  /** {@code cero cero, no, perdón, cero uno}: where what was meant begins. */
  private int takenBack(int i) {
    int at = i;
    while (words.is(
        at, "no", "perdon", "perdona", "perdone", "digo", "sorry", "wait", "espera", "bueno",
        "uy")) {
      at++;
    }
    return at;
  }

  private boolean plus(int i) {
    boolean sign = i < words.size() && words.said(i, i + 1).equals("+");
    return sign || words.is(i, "plus", "mas") && group(i + 1) != null;
  }

  private boolean complete(String number) {
    return number.startsWith("+34") && number.length() > SPANISH_WITH_COUNTRY;
  }

  private Hit<String> number(int from, int to, boolean plus, String digits) {
    boolean country = plus || digits.length() >= SPANISH_WITH_COUNTRY && !digits.startsWith("0");
    String dialled =
        country ? "+" + digits : british(digits) ? "+44" + digits.substring(1) : digits;
    boolean enough = digits.length() >= SHORTEST;
    Optional<Address> address =
        enough ? Address.phone(dialled, () -> housePhone) : Optional.empty();
    return address.map(a -> new Hit<>(from, to, a.value())).orElse(null);
  }

  private boolean british(String digits) {
    return tongue == Tongue.ENGLISH && digits.startsWith("07") && digits.length() == 11;
  }

  /** The digits that one group says: {@code 11}, {@code treinta y cuatro}, {@code double three}. */
  private Hit<String> group(int i) {
    if (i >= words.size() || words.used(i)) {
      return null;
    }
    String plain = words.plain(i);
    if (GROUPS.matcher(plain).matches()) {
      return new Hit<>(i, i + 1, plain.replaceAll("[.-]", ""));
    }
    int times = words.is(i, "double", "doble") ? 2 : words.is(i, "triple") ? 3 : 1;
    if (times > 1) {
      Hit<String> again = words.opens(i + 1) ? null : group(i + 1);
      return again == null || again.value().length() > 1
          ? null
          : new Hit<>(i, again.to(), again.value().repeat(times));
    }
    boolean among =
        words.is(i - 1, "double", "triple", "oh", "o")
            || i > 0 && Numbers.at(words, i - 1, tongue) != null
            || words.is(i, "oh") && Numbers.at(words, i + 1, tongue) != null;
    if (words.is(i, "oh", "o") && among) {
      return new Hit<>(i, i + 1, "0");
    }
    return said(i);
  }

  private Hit<String> said(int i) {
    Integer hundred = HUNDREDS.get(words.plain(i));
    if (hundred != null) {
      Hit<Integer> rest = words.opens(i + 1) ? null : Numbers.at(words, i + 1, tongue);
      boolean joins = rest != null && hundred % 100 == 0 && rest.value() < 100;
      return joins && !Numbers.digits(words.plain(i + 1))
          ? new Hit<>(i, rest.to(), Integer.toString(hundred + rest.value()))
          : new Hit<>(i, i + 1, Integer.toString(hundred));
    }
    Hit<Integer> number = Numbers.at(words, i, tongue);
    return number == null ? null : new Hit<>(i, number.to(), number.value().toString());
  }
}
