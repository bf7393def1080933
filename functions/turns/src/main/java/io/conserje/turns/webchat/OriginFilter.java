package io.conserje.turns.webchat;

import io.conserje.connectors.lambda.AllowedOrigins;
import io.conserje.connectors.lambda.Problem;
import io.conserje.connectors.lambda.Settings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;

/**
 * Only the house's own pages may chat from a browser: those in {@code ALLOWED_ORIGINS}, and those
 * this deployment serves itself. Programs that are no browser send no origin.
 */
@ServerFilter("/webchat/**")
final class OriginFilter {

  private static final String A_DAY = "86400";

  private final AllowedOrigins origins;

  OriginFilter(Settings settings) {
    this.origins = new AllowedOrigins(settings);
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> check(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null && !origins.allow(origin)) {
      return refusal(origin, request.getMethod());
    }
    return request.getMethod() == HttpMethod.OPTIONS ? preflight(origin) : null;
  }

  /** The widget may read why nothing is fetched; otherwise it would take it for a lost line. */
  private static HttpResponse<?> refusal(String origin, HttpMethod method) {
    MutableHttpResponse<?> refusal =
        Problem.of(
            HttpStatus.FORBIDDEN,
            "This page may not chat here. The house adds its address to ALLOWED_ORIGINS.");
    refusal.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    return method == HttpMethod.GET
        ? refusal.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        : refusal;
  }

  /** What a browser asks before it sends; {@link #allow} does not see what is answered here. */
  private static HttpResponse<?> preflight(@Nullable String origin) {
    MutableHttpResponse<?> answer =
        HttpResponse.noContent().header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    return origin == null
        ? answer
        : answer
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type")
            .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
  }

  @ResponseFilter
  void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    Optional.ofNullable(request.getHeaders().get(HttpHeaders.ORIGIN))
        .filter(origins::allow)
        .ifPresent(origin ->
            response
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER));
  }
}
