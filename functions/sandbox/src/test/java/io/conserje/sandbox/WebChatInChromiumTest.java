package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.browser.Chromium;
import io.conserje.sandbox.browser.Tab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The chat on the houses' pages in a real browser, under a policy that allows nothing inline. What
 * it looks like is in {@code target/screenshots}.
 */
@ExtendWith(WhereChromiumIs.class)
@InSharedSandbox
class WebChatInChromiumTest {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  /** The chat's own tree in the page. */
  private static final String CHAT =
      "[...document.querySelectorAll('body > div')].map(one => one.shadowRoot).find(one => one)";

  /** What has the focus, also within the chat. */
  private static final String FOCUS =
      "(() => { let at = document.activeElement;"
          + " while (at && at.shadowRoot) { at = at.shadowRoot.activeElement; } return at; })()";

  @TempDir static Path profiles;

  private static Sandbox sandbox;
  private static Chromium chromium;

  private Tab page;

  @BeforeAll
  static void start(Sandbox shared) throws IOException {
    sandbox = shared;
    Files.createDirectories(SCREENSHOTS);
    Path profile = Files.createDirectory(profiles.resolve("profile"));
    chromium = Chromium.start(Chromium.installed().orElseThrow(), profile, "es");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void visit() {
    page = chromium.open();
    page.size(1200, 800, false);
    page.go(site("restaurante"));
    page.value("localStorage.clear()");
  }

  @AfterEach
  void leave() {
    page.close();
  }

  private static String site(String path) {
    return sandbox.simulators() + "/pages/" + path;
  }

  private void open(String path) {
    go(path);
    page.value(CHAT + ".querySelector('.conserje-launcher').click()");
    focused("TEXTAREA");
  }

  private void go(String path) {
    page.go(site(path));
    page.until(CHAT + " && " + CHAT + ".querySelector('.conserje-launcher') !== null");
  }

  private void focused(String tag) {
    page.until(FOCUS + ".tagName === '" + tag + "'");
  }

  private void say(String text) {
    page.write(text);
    page.press("Enter");
  }

  private void lines(int ofTheHouse) {
    page.until(CHAT + ".querySelectorAll('.conserje-line.house').length === " + (ofTheHouse + 1));
  }

  private List<String> texts(String selector) {
    JsonNode texts =
        page.value(
            "[...%s.querySelectorAll('%s')].map(one => one.textContent)".formatted(CHAT, selector));
    return StreamSupport.stream(texts.spliterator(), false).map(JsonNode::asText).toList();
  }

  private void shoot(String name) {
    page.until("document.getAnimations({subtree: true}).length === 0");
    page.screenshot(SCREENSHOTS.resolve(name + ".png"));
  }

  private static JsonNode reservations() throws Exception {
    URI address =
        URI.create(sandbox.gateway() + "/api/reservations?venue=restaurante&date=2026-11-21");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Authorization", "Bearer " + sandbox.settings().get(Variable.ADMIN_API_KEY))
              .build();
      return Json.read(http.send(request, BodyHandlers.ofString()).body()).path("reservations");
    }
  }

  @Test
  void whatIsSaidInAnotherTabStandsInThisOneToo() {
    open("restaurante");
    Tab first = page;
    try (Tab second = chromium.open()) {
      page = second;
      open("restaurante");
      say("¿cuál es la dirección?");
      lines(1);

      page = first;
      page.until(CHAT + ".querySelectorAll('.conserje-line.guest').length === 1");
      assertTrue(texts(".conserje-line.guest").getFirst().contains("¿cuál es la dirección?"));
      page.ask("Page.bringToFront", Map.of());
      lines(1);
    } finally {
      page = first;
    }
  }

  @Test
  void aTableIsBookedByKeyboardAloneUnderAStrictPolicy() throws Exception {
    go("restaurante");
    shoot("closed");
    for (int i = 0; i < 4; i++) {
      page.press("Tab");
    }
    assertEquals("Abrir el chat con Restaurante La Plaza", page.text(FOCUS + ".ariaLabel"));
    page.press("Enter");
    focused("TEXTAREA");
    shoot("open");
    say("mesa para dos mañana a las 21:00, a nombre de Ana Gil, 611 22 33 44");
    lines(1);
    page.until(CHAT + ".querySelectorAll('.conserje-choices button').length === 3");
    shoot("asked");
    for (int i = 0; i < 3; i++) {
      page.pressWithShift("Tab");
    }
    assertEquals("Sí", page.text(FOCUS + ".textContent"));
    page.press("Enter");
    lines(2);
    focused("TEXTAREA");
    shoot("booked");
    page.press("Escape");
    page.until(FOCUS + ".ariaLabel === 'Abrir el chat con Restaurante La Plaza'");

    assertEquals("Ana Gil", reservations().path(0).path("guest").path("name").asText());
    assertEquals(List.of(), page.complaints);
  }

  @Test
  void conversationComesAlongWhenThePageChanges() {
    open("restaurante");
    say("¿dónde están?");
    lines(1);
    List<String> before = texts(".conserje-line");
    page.write("y otra cosa");

    go("restaurante/where");
    lines(1);

    assertEquals(before, texts(".conserje-line"));
    assertEquals("y otra cosa", page.text(CHAT + ".querySelector('textarea').value"));
    assertEquals("BODY", page.text("document.activeElement.tagName"));
    shoot("next-page");
    assertEquals(List.of(), page.complaints);
  }

  @Test
  void onAPhoneItFillsTheScreenAndKeepsTheFocusInEnglish() {
    page.size(390, 780, true);
    open("hotel/en");
    shoot("phone");

    JsonNode box =
        page.value(CHAT + ".querySelector('[role=dialog]').getBoundingClientRect().toJSON()");
    assertEquals(390, box.path("width").asInt());
    assertEquals(780, box.path("height").asInt());
    assertEquals("true", page.text(CHAT + ".querySelector('[role=dialog]').ariaModal"));
    page.press("Tab");
    page.press("Tab");
    assertEquals("Start over", page.text(FOCUS + ".ariaLabel"));
    page.pressWithShift("Tab");
    assertEquals("Send", page.text(FOCUS + ".ariaLabel"));
    page.pressWithShift("Tab");
    say("where are you?");
    lines(1);
    shoot("phone-answered");
    assertTrue(texts(".conserje-line.house").getLast().contains("We are at"));
    assertEquals(List.of(), page.complaints);
  }

  @Test
  void whoHearsThePageFindsEverythingByItsName() {
    open("restaurante");
    say("¿dónde están?");
    lines(1);

    List<String> heard =
        StreamSupport.stream(
                page.ask("Accessibility.getFullAXTree", Map.of()).path("nodes").spliterator(),
                false)
            .filter(node -> !node.path("ignored").asBoolean())
            .map(node -> node.at("/role/value").asText() + " " + node.at("/name/value").asText())
            .toList();

    for (String expected :
        List.of(
            "dialog Restaurante La Plaza",
            "heading Restaurante La Plaza",
            "log Conversación",
            "textbox Escriba su mensaje",
            "button Enviar",
            "button Cerrar el chat",
            "button Empezar de nuevo")) {
      assertTrue(heard.contains(expected), expected + " in " + heard);
    }
    assertTrue(heard.stream().anyMatch(one -> one.contains("Usted:")), heard.toString());
  }

  @Test
  void messageWrittenWithoutAConnectionGoesOutWhenThereIsOne() {
    open("restaurante");
    page.offline(true);
    say("¿dónde están?");
    page.until("!" + CHAT + ".querySelector('.conserje-trouble').hidden");
    assertTrue(texts(".conserje-trouble").getFirst().startsWith("No hay conexión"));
    shoot("offline");

    page.offline(false);
    lines(1);

    assertEquals(0, texts(".conserje-line.failed").size());
    assertTrue(page.value(CHAT + ".querySelector('.conserje-trouble').hidden").asBoolean());
  }

  @Test
  void nothingMovesForWhoWantsNoMotion() {
    page.ask(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    open("restaurante");

    assertEquals(
        "none",
        page.text(
            "getComputedStyle(%s.querySelector('.conserje-window')).animationName"
                .formatted(CHAT)));
  }
}
