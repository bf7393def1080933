package io.conserje.turns.webchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a page loads before anybody says a word. */
class WidgetTest {

  private static final int LARGEST = 40_000;
  private static final int LARGEST_ZIPPED = 14_000;

  private static final String PAGE = "https://www.example.com";
  private static final String FOREIGN = "https://www.example.net";

  private static Chat chat;

  @BeforeAll
  static void open() {
    chat = new Chat();
  }

  @AfterAll
  static void close() {
    chat.close();
  }

  private static APIGatewayV2HTTPResponse widget(Map<String, String> headers) {
    return chat.get(WidgetFile.PATH, Map.of(), headers);
  }

  @Test
  void anyPageMayLoadTheScriptAndCachesMayKeepIt() {
    APIGatewayV2HTTPResponse file = widget(Map.of("origin", FOREIGN));

    assertEquals(200, file.getStatusCode());
    assertEquals("text/javascript; charset=utf-8", file.getHeaders().get("Content-Type"));
    assertEquals("*", file.getHeaders().get("Access-Control-Allow-Origin"));
    assertEquals("nosniff", file.getHeaders().get("X-Content-Type-Options"));
    assertTrue(file.getHeaders().get("Cache-Control").startsWith("public, max-age="));
    assertFalse(file.getIsBase64Encoded());
    assertTrue(file.getBody().length() < LARGEST);
  }

  @Test
  void whoHasItIsToldSoAndNothingElse() {
    String tag = widget(Map.of()).getHeaders().get("ETag");

    assertTrue(widget(Map.of()).getBody().contains(tag.replaceAll("W/|\"", "")));
    for (String known : new String[] {tag, tag.substring(2), "\"other\", " + tag}) {
      APIGatewayV2HTTPResponse same = widget(Map.of("if-none-match", known));
      assertEquals(304, same.getStatusCode());
      assertNull(same.getBody());
      assertEquals(tag, same.getHeaders().get("ETag"));
    }
    assertEquals(200, widget(Map.of("if-none-match", "W/\"other\"")).getStatusCode());
  }

  @Test
  void itComesCompressedToWhoReadsThat() throws IOException {
    APIGatewayV2HTTPResponse zipped = widget(Map.of("accept-encoding", "br, gzip"));

    assertTrue(zipped.getIsBase64Encoded());
    assertEquals("gzip", zipped.getHeaders().get("Content-Encoding"));
    byte[] bytes = Base64.getDecoder().decode(zipped.getBody());
    assertTrue(bytes.length < LARGEST_ZIPPED);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(widget(Map.of()).getBody(), text);
    }
  }

  /** What a strict page's policy would refuse is not in it. */
  @Test
  void itNeedsNothingThatAPagesPolicyForbids() {
    String script = widget(Map.of()).getBody();

    for (String forbidden :
        new String[] {
          "innerHTML",
          "outerHTML",
          "insertAdjacentHTML",
          "document.write",
          "eval(",
          "new Function",
          "cssText",
          "'style',",
          ".onclick",
          "javascript:",
          "srcdoc"
        }) {
      assertFalse(script.contains(forbidden), forbidden);
    }
  }

  @Test
  void aHouseShowsItsNameAndItsColor() {
    chat.house.execute(
        """
        UPDATE venues SET house = house || '{"webchat": {"color": "#7a1f2b"}}', version = version + 1
        WHERE id = 'otra'
        """);

    APIGatewayV2HTTPResponse house =
        chat.get("/webchat/house", Map.of("venue", "otra"), Map.of("origin", PAGE));

    assertEquals(200, house.getStatusCode());
    assertEquals(
        Map.of(
            "venue", "otra",
            "name", "Otra",
            "kind", "restaurant",
            "language", "es",
            "phone", "+34600000997",
            "color", "#7a1f2b"),
        chat.read(house));
    assertEquals("public, max-age=300", house.getHeaders().get("Cache-Control"));
    assertEquals(PAGE, house.getHeaders().get("Access-Control-Allow-Origin"));
  }

  @Test
  void aHouseThatNamesNoColorHasNone() {
    Map<String, Object> house =
        chat.read(chat.get("/webchat/house", Map.of("venue", "restaurante"), Map.of()));

    assertTrue(house.containsKey("color"));
    assertNull(house.get("color"));
  }

  @Test
  void aBrowserMayAskBeforeItSendsFromTheHousesPagesOnly() {
    APIGatewayV2HTTPResponse own = chat.preflight(PAGE);
    APIGatewayV2HTTPResponse foreign = chat.preflight(FOREIGN);

    assertEquals(204, own.getStatusCode());
    assertEquals(PAGE, own.getHeaders().get("Access-Control-Allow-Origin"));
    assertEquals("GET, POST", own.getHeaders().get("Access-Control-Allow-Methods"));
    assertEquals("content-type", own.getHeaders().get("Access-Control-Allow-Headers"));
    assertEquals("Origin", own.getHeaders().get("Vary"));
    assertEquals(403, foreign.getStatusCode());
    assertNull(foreign.getHeaders().get("Access-Control-Allow-Origin"));
  }

  @Test
  void aPageCanReadHowLongToWait() {
    APIGatewayV2HTTPResponse house =
        chat.get("/webchat/house", Map.of("venue", "restaurante"), Map.of("origin", PAGE));

    assertEquals("Retry-After", house.getHeaders().get("Access-Control-Expose-Headers"));
  }
}
