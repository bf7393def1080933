package io.conserje.console;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that stand where a secret should: they count as missing. */
final class Placeholder {

  private static final Pattern STAND_IN =
      Pattern.compile(
          "<.*>|\\$\\{.*}|(change|replace|fill|insert|put)[-_ ]?(me|this|it|in).*|your[-_ ].*|dummy.*|placeholder.*"
              + "|to[-_ ]?do|tbd|none|null|x{3,}|\\*{3,}|\\.{3}");

  /** Values of the sandbox and of published samples: good there, no secret in production. */
  private static final Pattern SAMPLE =
      Pattern.compile("sandbox-.*|.*-not-real|test-.*|ac0{20,}\\d*");

  private static final Set<String> PRODUCTION = Set.of("prod", "production", "live");

  private Placeholder() {}

  static boolean forbidsSamples(String environment) {
    return PRODUCTION.contains(environment.toLowerCase(Locale.ROOT));
  }

  static boolean is(String value, boolean production) {
    String plain = value.strip().toLowerCase(Locale.ROOT);
    return STAND_IN.matcher(plain).matches() || (production && SAMPLE.matcher(plain).matches());
  }
}
