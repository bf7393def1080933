package io.conserje.sandbox.gateway;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which function a request goes to, chosen as an HTTP API chooses: the most exact path first. */
final class Routes {

  private static final String GREEDY = "+}";

  private final List<Target> targets;

  Routes(List<LambdaFunction> functions) {
    targets =
        functions.stream()
            .flatMap(
                function -> function.routes().stream().map(route -> new Target(function, route)))
            .sorted(Comparator.comparingInt(Target::vagueness))
            .toList();
  }

  Optional<Match> find(String method, String path) {
    return targets.stream()
        .filter(target -> target.takes(method))
        .flatMap(target -> target.match(path).stream())
        .findFirst();
  }

  /**
   * A route that a request fits.
   *
   * @param parameters what stands in the path for {@code {name}} and {@code {proxy+}}, decoded
   */
  record Match(LambdaFunction function, Route route, Map<String, String> parameters) {}

  private record Target(LambdaFunction function, Route route) {

    int vagueness() {
      int variables = route.path().contains(GREEDY) ? 1000 : 0;
      variables += 2 * (int) route.path().chars().filter(c -> c == '{').count();
      return variables + (route.method().equals("ANY") ? 1 : 0);
    }

    boolean takes(String method) {
      return route.method().equals("ANY") || route.method().equals(method);
    }

    Optional<Match> match(String path) {
      String[] pattern = route.path().split("/", -1);
      String[] parts = path.split("/", -1);
      Map<String, String> parameters = new LinkedHashMap<>();
      for (int i = 0; i < pattern.length; i++) {
        if (i >= parts.length) {
          return Optional.empty();
        }
        if (pattern[i].endsWith(GREEDY)) {
          String rest = String.join("/", List.of(parts).subList(i, parts.length));
          parameters.put(pattern[i].substring(1, pattern[i].length() - 2), decode(rest));
          return rest.isEmpty() ? Optional.empty() : matched(parameters);
        }
        if (pattern[i].startsWith("{") && !parts[i].isEmpty()) {
          parameters.put(pattern[i].substring(1, pattern[i].length() - 1), decode(parts[i]));
        } else if (!pattern[i].equals(parts[i])) {
          return Optional.empty();
        }
      }
      return pattern.length == parts.length ? matched(parameters) : Optional.empty();
    }

    private Optional<Match> matched(Map<String, String> parameters) {
      return Optional.of(new Match(function, route, parameters));
    }

    private static String decode(String part) {
      try {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return part;
      }
    }
  }
}
