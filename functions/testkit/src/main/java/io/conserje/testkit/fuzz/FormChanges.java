package io.conserje.testkit.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A form with one thing in it that the provider never said would be so. */
final class FormChanges {

  private static final List<String> RAW =
      List.of(
          "%",
          "%z",
          "%zz",
          "%0",
          "%00",
          "%ff",
          "%ED%A0%80",
          "%C0%80",
          "%F4%90%80%80",
          "%u00e9",
          "+",
          "%2B",
          "%26",
          "%3D",
          "%25",
          "%250a",
          ";",
          "=",
          "á",
          "%EF%BF%BE",
          "%0d%0a");

  private static final int MANY_FIELDS = 5_000;

  private FormChanges() {}

  static String change(String form, Random random) {
    List<String> pairs = new ArrayList<>(Arrays.asList(form.split("&", -1)));
    int at = random.nextInt(pairs.size());
    String pair = pairs.get(at);
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> pairs.set(at, name + "=" + encoded(OddValues.text(random)));
      case 3 -> pairs.set(at, name + "=" + value + OddValues.one(RAW, random));
      case 4 -> pairs.remove(at);
      case 5 -> pairs.add(random.nextInt(pairs.size()), pair);
      case 6 ->
          pairs.add(random.nextInt(pairs.size()), name + "=" + encoded(OddValues.text(random)));
      case 7 -> pairs.set(at, otherName(name, random) + "=" + value);
      case 8 -> Collections.shuffle(pairs, random);
      case 9 -> pairs.set(at, random.nextBoolean() ? name : "=" + value);
      case 10 -> pairs.add(random.nextInt(8) == 0 ? many() : "&&a[b][]=1&=&%00=%00");
      default -> exchange(pairs, at, random.nextInt(pairs.size()));
    }
    return String.join("&", pairs);
  }

  private static String otherName(String name, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> name.toLowerCase(java.util.Locale.ROOT);
      case 1 -> encoded(OddValues.text(random));
      case 2 -> name + OddValues.one(RAW, random);
      default -> name + "[]";
    };
  }

  /** Each has the other's value. */
  private static void exchange(List<String> pairs, int one, int other) {
    String[] first = pairs.get(one).split("=", 2);
    String[] second = pairs.get(other).split("=", 2);
    if (first.length == 2 && second.length == 2) {
      pairs.set(one, first[0] + "=" + second[1]);
      pairs.set(other, second[0] + "=" + first[1]);
    }
  }

  private static String many() {
    StringBuilder fields = new StringBuilder("f=0");
    for (int i = 1; i < MANY_FIELDS; i++) {
      fields.append("&f").append(i).append('=').append(i);
    }
    return fields.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
