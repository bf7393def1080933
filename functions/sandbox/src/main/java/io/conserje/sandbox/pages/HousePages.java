package io.conserje.sandbox.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.http.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The web site of each seeded house, two pages in two languages with the chat on them: on another
 * origin than the API, as a house's own pages are, and with a strict content security policy.
 */
public final class HousePages implements HttpHandler {

  public static final String PATH = "/pages";

  private static final Pattern PAGE = Pattern.compile("/pages/(restaurante|hotel)(/en)?(/where)?");

  private static final Map<String, String> NAMES =
      Map.of("restaurante", "Restaurante La Plaza", "hotel", "Hotel La Plaza");

  private final URI api;

  /**
   * @param api where the chat's functions are
   */
  public HousePages(URI api) {
    this.api = api;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Matcher page = PAGE.matcher(path);
      if (path.equals("/pages/page.css")) {
        Answers.text(exchange, 200, "text/css; charset=utf-8", file("page.css"));
      } else if (page.matches()) {
        exchange.getResponseHeaders().set("Content-Security-Policy", policy());
        html(exchange, 200, page(page.group(1), page.group(2) != null, page.group(3) != null));
      } else {
        html(exchange, 404, "<!doctype html><title>404</title><p>/pages/restaurante, /pages/hotel");
      }
    }
  }

  /** Nothing inline, nothing from elsewhere: what docs/web-chat.md tells owners to allow. */
  private String policy() {
    return String.join(
        "; ",
        List.of(
            "default-src 'none'",
            "script-src " + api,
            "connect-src " + api,
            "style-src 'self'",
            "require-trusted-types-for 'script'",
            "base-uri 'none'",
            "form-action 'none'"));
  }

  private String page(String venue, boolean english, boolean second) {
    String house = "/pages/" + venue;
    String home = house + (english ? "/en" : "");
    String text = file(english ? "page.en.html" : "page.es.html");
    return text.replace("{name}", NAMES.get(venue))
        .replace(
            "{title}", second ? (english ? "Where we are" : "Dónde estamos") : NAMES.get(venue))
        .replace("{venue}", venue)
        .replace("{home}", home)
        .replace("{house}", house)
        .replace("{api}", api.toString());
  }

  private static void html(HttpExchange exchange, int status, String text) throws IOException {
    Answers.text(exchange, status, "text/html; charset=utf-8", text);
  }

  private static String file(String name) {
    try (InputStream file = HousePages.class.getResourceAsStream("/pages/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
