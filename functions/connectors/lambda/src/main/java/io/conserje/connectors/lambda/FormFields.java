package io.conserje.connectors.lambda;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The decoded fields of a form or a query: in the order of their keys, with every value of a
 * repeated key.
 */
public final class FormFields {

  private final SequencedMap<String, List<String>> fields = new TreeMap<>();

  /** Keys that were written without a sign of equality. */
  private final Set<String> alone = new HashSet<>();

  private FormFields() {}

  public static FormFields none() {
    return new FormFields();
  }

  /** Decodes {@code a=1&b=2}; what is no valid escape stands for itself. */
  public static FormFields parse(String encoded) {
    FormFields form = new FormFields();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        form.add(decoded(key), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        if (equals < 0) {
          form.alone.add(decoded(key));
        }
      }
    }
    return form;
  }

  /**
   * Whether two keys that follow each other stand alone, without a sign of equality: one may have
   * been the other's value.
   */
  public boolean isTornApart() {
    boolean before = false;
    for (String key : fields.keySet()) {
      if (before && alone.contains(key)) {
        return true;
      }
      before = alone.contains(key);
    }
    return false;
  }

  public FormFields add(String key, String value) {
    fields.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    return this;
  }

  /** The first value of a key; empty when there is none. */
  public String text(String key) {
    return fields.containsKey(key) ? fields.get(key).getFirst() : "";
  }

  public boolean has(String key) {
    return !text(key).isBlank();
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Every key with its values, the keys in ordinal order. */
  public SequencedMap<String, List<String>> all() {
    return fields;
  }

  private static String decoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && i + 2 < bytes.length && hex(bytes, i + 1) >= 0) {
        plain.write(hex(bytes, i + 1));
        i += 2;
      } else {
        plain.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  /** The value of two hexadecimal digits, or less than 0. */
  private static int hex(byte[] bytes, int at) {
    int high = Character.digit(bytes[at], 16);
    int low = Character.digit(bytes[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
