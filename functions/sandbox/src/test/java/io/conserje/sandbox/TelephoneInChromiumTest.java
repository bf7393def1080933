package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Variable;
import io.conserje.sandbox.browser.Chromium;
import io.conserje.sandbox.browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The telephone page in a real browser, whose microphone hears a beep each second. What it looks
 * like is in {@code target/screenshots}.
 */
@ExtendWith(WhereChromiumIs.class)
@InSharedSandbox
class TelephoneInChromiumTest {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final String STATE = "document.getElementById('state').textContent";

  /** What the page tells the house from now on, by the kind of message, and its microphone. */
  private static final String LISTEN =
      """
      window.told = {media: 0, mark: 0, dtmf: 0};
      (() => {
        const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (data) {
          window.told[JSON.parse(data).event]++;
          return send.call(this, data);
        };
        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wish) => {
          const sound = await ask(wish);
          window.microphone = sound.getTracks()[0];
          return sound;
        };
      })()
      """;

  @TempDir static Path profiles;

  private static Sandbox sandbox;
  private static Chromium chromium;

  private Tab page;

  @BeforeAll
  static void start(Sandbox shared) throws IOException {
    sandbox = shared;
    sandbox.carryCalls();
    Files.createDirectories(SCREENSHOTS);
    Path profile = Files.createDirectory(profiles.resolve("profile"));
    chromium =
        Chromium.start(
            Chromium.installed().orElseThrow(),
            profile,
            "es",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream");
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
  }

  @AfterEach
  void leave() {
    page.close();
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, null);
    sandbox.carryCalls();
  }

  private void visit(int width, int height, boolean phone) {
    page.size(width, height, phone);
    page.go(sandbox.simulators() + "/telephone");
    page.value(LISTEN);
  }

  private void shoot(String name) {
    page.screenshot(SCREENSHOTS.resolve("telephone-" + name + ".png"));
  }

  private void tab(int times) {
    for (int i = 0; i < times; i++) {
      page.press("Tab");
    }
  }

  /** By keyboard alone. */
  private void call() {
    tab(2);
    assertEquals("Llamar", page.text("document.activeElement.textContent"));
    page.press("Enter");
    page.until("!document.getElementById('hang-up').hidden");
    assertEquals("Hable con normalidad. Puede interrumpir.", page.text(STATE));
    assertEquals("Colgar", page.text("document.activeElement.textContent"));
  }

  private static String last(String column) {
    return sandbox
        .database()
        .strings(
            "SELECT %s FROM calls WHERE provider = 'browser' ORDER BY began_at DESC LIMIT 1"
                .formatted(column))
        .getFirst();
  }

  private static List<String> said() {
    return sandbox
        .database()
        .strings(
            "SELECT sender || ': ' || body FROM messages WHERE call::text = '%s' ORDER BY position"
                .formatted(last("id::text")));
  }

  @Test
  void onAPhoneTheHouseIsHeardUnderstandsKeysAndLeavesOnceItWasHeard() {
    visit(390, 780, true);
    shoot("phone");
    call();
    page.until("told.mark >= 10 && told.media >= 50");
    shoot("phone-talking");
    assertTrue(
        page.value("document.documentElement.scrollWidth <= 390").asBoolean(),
        "nothing is cut off");

    tab(11);
    assertEquals("0", page.text("document.activeElement.textContent"));
    page.press("Enter");
    page.until(STATE + " === 'La llamada ha terminado.'");
    shoot("phone-over");

    assertEquals(1, page.value("told.dtmf").asInt());
    assertEquals("ended", page.text("microphone.readyState"));
    assertEquals("Llamar", page.text("document.activeElement.textContent"));
    assertTrue(said().contains("guest: Quiero hablar con una persona."), said().toString());
    assertEquals(List.of(), page.complaints);
  }

  @Test
  void whoHangsUpIsToldSoInTheirLanguage() {
    visit(1200, 800, false);
    shoot("wide");
    call();
    page.until("told.mark >= 3");
    shoot("wide-talking");
    page.press("Enter");
    page.until(STATE + " === 'La llamada ha terminado.'");
    page.value("document.getElementById('language').click()");
    assertEquals("The call is over.", page.text(STATE));
    shoot("wide-over");

    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(1)));
    assertEquals("ended hung-up", last("state || ' ' || ended_reason"));
    assertEquals(List.of(), page.complaints);
  }

  @Test
  void whereNobodyCanTakeTheCallTheMicrophoneIsGivenBack() {
    sandbox.settings().set(Variable.PUBLIC_VOICE_URL, null);
    visit(390, 780, true);
    tab(2);
    page.press("Enter");
    page.until(STATE + ".startsWith('Ahora nadie puede coger el teléfono')");
    shoot("phone-nobody");

    assertEquals("ended", page.text("microphone.readyState"));
    assertTrue(page.value("!document.getElementById('call').disabled").asBoolean());
  }
}
