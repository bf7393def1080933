package io.conserje.testkit.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A form as Twilio reads and signs it, written apart from what verifies it. What is no valid escape
 * stands for itself.
 *
 * @param all every field, the first of each name under its name
 */
public record TwilioForm(Map<String, String> all, Map<String, SortedSet<String>> signed) {

  private static final String BASE = "https://api.example.com";
  private static final int LONGEST = 100_000;
  private static final int LONGEST_TOLD = 500;
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  public static TwilioForm read(String form) {
    Map<String, String> all = new TreeMap<>();
    Map<String, SortedSet<String>> signed = new TreeMap<>(Comparator.naturalOrder());
    for (String pair : form.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = decoded(parts.length == 1 ? "" : parts[1]);
        all.putIfAbsent(decoded(parts[0]), value);
        signed.computeIfAbsent(decoded(parts[0]), _ -> new TreeSet<>()).add(value);
      }
    }
    return new TwilioForm(all, signed);
  }

  /** The first field of that name without NUL, as it is kept; empty for none. */
  public String text(String name) {
    return all.getOrDefault(name, "").replace("\0", "");
  }

  /** These as they are found afterwards; nothing where one is empty, or so long that it is cut. */
  public Set<String> told(String... names) {
    boolean whole =
        Stream.of(names)
            .map(this::text)
            .allMatch(text -> !text.isBlank() && text.getBytes(UTF_8).length <= LONGEST_TOLD);
    return whole
        ? Set.of(Stream.of(names).map(this::text).collect(Collectors.joining(" ")))
        : Set.of();
  }

  /** Whether each of these says something, in letters and signs that nobody reads otherwise. */
  public boolean says(String... names) {
    return Stream.of(names)
        .allMatch(name -> all.getOrDefault(name, "").matches("[\\x21-\\x7e]{1,200}"));
  }

  /** Whether it comes as Twilio sends forms: said to be one, and of a size that one may have. */
  public static boolean comes(Payload payload) {
    String type = payload.headers().getOrDefault("content-type", "").split(";", 2)[0];
    return type.strip().equalsIgnoreCase("application/x-www-form-urlencoded")
        && payload.body().length <= LONGEST
        && !isTornApart(payload.text());
  }

  /** Two names in a row without a value may be a field that was torn apart. */
  private static boolean isTornApart(String form) {
    Set<String> alone =
        Stream.of(form.split("&"))
            .filter(pair -> pair.indexOf('=') < 0)
            .map(TwilioForm::decoded)
            .collect(Collectors.toSet());
    List<String> names = List.copyOf(read(form).all().keySet());
    return IntStream.range(1, names.size())
        .anyMatch(i -> alone.contains(names.get(i - 1)) && alone.contains(names.get(i)));
  }

  /** The payload with the signature that Twilio would give it. */
  public static Payload sign(Payload payload, String token) {
    String fields =
        read(payload.text()).signed().entrySet().stream()
            .map(field -> joined(field.getKey(), field.getValue()))
            .collect(Collectors.joining());
    return payload.with("x-twilio-signature", hmac(BASE + payload.target() + fields, token));
  }

  private static String joined(String name, Collection<String> values) {
    return values.stream().map(value -> name + value).collect(Collectors.joining());
  }

  /** Byte by byte: an escape need not be a whole character. */
  private static String decoded(String text) {
    String bytes = new String(text.replace('+', ' ').getBytes(UTF_8), ISO_8859_1);
    String plain =
        ESCAPE
            .matcher(bytes)
            .replaceAll(escape ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    return new String(plain.getBytes(ISO_8859_1), UTF_8);
  }

  private static String hmac(String text, String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
