package io.conserje.console;

import io.conserje.call.RecordingLink;
import io.conserje.connectors.lambda.Problem;
import io.conserje.connectors.lambda.Settings;
import io.conserje.names.Variable;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * Everything needs the key but what stands here, however a path is written: two paths, and
 * addresses of recordings that nobody can guess.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ApiKeyFilter {

  private static final Set<String> OPEN = Set.of("/health", "/ready");
  private static final String RECORDING = RecordingLink.PATH + "[A-Za-z0-9_-]+";
  private static final String BEARER = "bearer ";

  private final Settings settings;

  ApiKeyFilter(Settings settings) {
    this.settings = settings;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    return isOpen(request.getPath()) || hasKey(request) ? null : refused();
  }

  private static boolean isOpen(String path) {
    return OPEN.contains(path) || path.matches(RECORDING);
  }

  private boolean hasKey(HttpRequest<?> request) {
    String key = settings.required(Variable.ADMIN_API_KEY);
    String given = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return given != null
        && given.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && same(key, given.substring(BEARER.length()).strip());
  }

  /** Hashed first, so that the time it takes tells neither content nor length. */
  private static boolean same(String key, String given) {
    return MessageDigest.isEqual(hash(key), hash(given));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<?> refused() {
    return Problem.of(
            HttpStatus.UNAUTHORIZED,
            "Send the header Authorization: Bearer <key>, with the key kept as ADMIN_API_KEY.")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"conserje\"");
  }
}
