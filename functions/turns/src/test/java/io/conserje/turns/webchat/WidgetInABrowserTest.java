package io.conserje.turns.webchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guest at the widget on a house's page, in a browser that runs wherever tests do. */
class WidgetInABrowserTest {

  private static final String GREETING =
      "Hola, soy el asistente virtual de Casa Uno. ¿En qué puedo ayudarle?";

  private static Chat chat;

  private final List<Browser> browsers = new ArrayList<>();
  private Browser browser;

  @BeforeAll
  static void open() {
    chat = new Chat();
  }

  @AfterAll
  static void close() {
    chat.close();
  }

  @BeforeEach
  void begin() {
    chat.house.empty();
    chat.now = Instant.parse("2026-11-20T11:00:00Z");
    chat.house.environment.put(Variable.WEBCHAT_PER_MINUTE_CONVERSATION, "0");
    chat.house.environment.put(Variable.WEBCHAT_PER_MINUTE_ADDRESS, "0");
    chat.house.environment.put(Variable.WEBCHAT_LOOKS_PER_MINUTE_CONVERSATION, "0");
    chat.house.environment.put(Variable.WEBCHAT_LOOKS_PER_MINUTE_ADDRESS, "0");
    browser = browser("es");
  }

  @AfterEach
  void nothingWentWrongOnThePage() {
    browsers.forEach(Browser::leave);
    browsers.forEach(each -> assertEquals(List.of(), each.faults));
  }

  private Browser browser(String language) {
    browsers.add(new Browser(chat, language));
    return browsers.getLast();
  }

  private long guestsMessages() {
    return chat.house.count("messages WHERE sender = 'guest'");
  }

  private void answered(int lines) {
    browser.until(() -> browser.house().size() == lines + 1);
  }

  @Test
  void guestWritesAndReadsTheAnswer() {
    browser.open("");
    assertEquals(List.of(GREETING), browser.house());

    browser.say("¿dónde están?");
    answered(1);

    assertTrue(browser.house().getLast().contains("Plaza 1"), browser.house().toString());
    assertEquals(List.of("Usted: ¿dónde están?"), browser.texts(".conserje-line.guest"));
    assertEquals("", browser.find("#conserje-text").getTextContent());
    assertFalse(browser.shows(".conserje-trouble"));
  }

  @Test
  void conversationComesAlongToTheNextPage() {
    browser.open("");
    browser.say("¿dónde están?");
    answered(1);
    List<String> before = browser.texts(".conserje-line");
    browser.type("y otra co");

    browser.go("carta");
    answered(1);

    assertEquals(before, browser.texts(".conserje-line"));
    assertTrue(browser.shows(".conserje-window"));
    assertEquals("y otra co", browser.value("document.getElementById('conserje-text').value"));
    browser.click("#conserje-text");
    browser.say("sa");
    answered(2);
    assertEquals(1, chat.house.count("conversations"));
  }

  @Test
  void conversationOfYesterdayIsNotShownToWhoComesNext() {
    browser.open("");
    browser.say("hola");
    answered(1);

    browser.value(
        "var k = localStorage.key(0); var v = JSON.parse(localStorage.getItem(k));"
            + "v.at -= 25 * 3600 * 1000; localStorage.setItem(k, JSON.stringify(v))");
    browser.arrive("carta");

    assertEquals(List.of(GREETING), browser.house());
  }

  @Test
  void guestStartsOverWithTwoPresses() {
    browser.open("");
    browser.say("hola");
    answered(1);

    browser.click("[aria-label='Empezar de nuevo']");
    assertEquals(2, browser.house().size());
    browser.click("[aria-label='¿Borrar esta conversación?']");

    assertEquals(List.of(GREETING), browser.house());
    browser.say("hola");
    answered(1);
    assertEquals(2, chat.house.count("conversations"));
  }

  @Test
  void choicesAreButtonsThatSendTheirText() {
    browser.open("");
    assertEquals(3, browser.choices().size());
    browser.say("hola");
    answered(1);
    assertEquals(List.of(), browser.choices());
    chat.house.execute("UPDATE outbox SET choices = '{\"¿Dónde están?\",No}'");

    browser.go("carta");
    browser.until(() -> browser.choices().equals(List.of("¿Dónde están?", "No")));
    browser.click(".conserje-choices button");
    answered(2);

    assertEquals("Usted: ¿Dónde están?", browser.texts(".conserje-line.guest").getLast());
    assertTrue(browser.house().getLast().contains("Plaza 1"), browser.house().toString());
    assertEquals(List.of(), browser.choices());
  }

  @Test
  void whatAPersonWritesLaterIsShownAsTheirs() {
    browser.open("");
    browser.say("hola");
    answered(1);
    chat.house.execute("UPDATE conversations SET owner = 'person'");
    chat.house.execute(
        """
        INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address,
          body, state, due_at, written_at, changed_at)
        SELECT gen_random_uuid(), venue, conversation, 'person', channel, house_address,
          guest_address, 'Soy Marta, dígame', 'sent', due_at, written_at, changed_at FROM outbox
        """);

    answered(2);

    assertEquals(List.of("Equipo: Soy Marta, dígame"), browser.texts(".conserje-line.person"));
  }

  @Test
  void textIsOnlyEverTextAndLinksAreSafe() {
    browser.open("");
    browser.say("hola");
    answered(1);
    chat.house.execute(
        """
        UPDATE outbox SET body = '<img src=x onerror=alert(1)> javascript:alert(2) '
          || 'vea https://example.com/a?b=1&c=2. Y (http://example.org)'
        """);

    browser.go("carta");
    answered(1);

    assertNull(browser.find(".conserje-line img"));
    List<String> links =
        browser.page.querySelectorAll(".conserje-line a").stream()
            .map(node -> ((HtmlAnchor) node).getHrefAttribute())
            .toList();
    assertEquals(List.of("https://example.com/a?b=1&c=2", "http://example.org"), links);
    HtmlAnchor link = (HtmlAnchor) browser.find(".conserje-line a");
    assertEquals("noopener noreferrer nofollow", link.getRelAttribute());
    assertTrue(browser.house().getLast().contains("<img src=x onerror=alert(1)>"));
  }

  @Test
  void messageWhoseAnswerWasLostIsSentAgainAndCountsOnce() {
    browser.open("");
    browser.lost = what -> what.startsWith("POST");
    browser.say("¿dónde están?");
    browser.until(() -> browser.shows(".conserje-trouble"));
    assertTrue(browser.find(".conserje-trouble").getTextContent().contains("No hay conexión"));
    assertEquals(1, browser.texts(".conserje-line.failed").size());

    browser.lost = _ -> false;
    browser.click(".conserje-trouble button");
    answered(1);

    assertFalse(browser.shows(".conserje-trouble"));
    assertEquals(0, browser.texts(".conserje-line.failed").size());
    assertEquals(1, guestsMessages());
  }

  @Test
  void unsentMessageIsStillThereOnTheNextPage() {
    browser.open("");
    browser.lost = what -> what.startsWith("POST");
    browser.say("¿dónde están?");
    browser.until(() -> browser.shows(".conserje-trouble"));

    browser.lost = _ -> false;
    browser.go("carta");
    browser.until(() -> browser.shows(".conserje-trouble"));
    assertEquals(List.of("Usted: ¿dónde están?"), browser.texts(".conserje-line.failed"));
    browser.click(".conserje-trouble button");
    answered(1);

    assertEquals(1, guestsMessages());
  }

  /** HtmlUnit has one tab: what another one leaves in the drawer is put there by hand. */
  @Test
  void whatAnotherTabSaysOrForgetsIsSoHere() {
    browser.open("");
    browser.say("¿dónde están?");
    answered(1);
    String talk = browser.value("localStorage.getItem(localStorage.key(0))").toString();

    anotherTabLeaves("JSON.stringify({conversation: null, own: [], draft: '', at: Date.now()})");
    browser.until(() -> browser.house().size() == 1);
    assertEquals(List.of(), browser.texts(".conserje-line.guest"));

    anotherTabLeaves(quoted(talk.replace("\"sent\"", "\"sending\"")));
    browser.until(() -> !browser.texts(".conserje-line.sending").isEmpty());
    anotherTabLeaves(quoted(talk));
    browser.until(() -> browser.texts(".conserje-line.sending").isEmpty());
    answered(1);
    assertEquals(List.of("Usted: ¿dónde están?"), browser.texts(".conserje-line.guest"));
    assertEquals(1, guestsMessages());
  }

  /** It had read the drawer while this page's message was on its way, and writes only now. */
  @Test
  void whatAnotherTabHadReadTooEarlyUndoesNothing() {
    browser.open("");
    browser.say("¿dónde están?");
    answered(1);
    String talk = browser.value("localStorage.getItem(localStorage.key(0))").toString();

    anotherTabLeaves(
        quoted(
            talk.replace("\"sent\"", "\"sending\"")
                .replaceFirst("\"conversation\":\"[^\"]*\"", "\"conversation\":null")));

    assertEquals(0, browser.texts(".conserje-line.sending").size());
    answered(1);
    browser.say("¿hay aparcamiento?");
    answered(2);
    assertEquals(1, chat.house.count("conversations"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void anotherTabLeaves(String kept) {
    browser.value(
        """
        (function () {
          var event = document.createEvent('Event');
          event.initEvent('storage', false, false);
          event.key = localStorage.key(0);
          localStorage.setItem(event.key, %s);
          window.dispatchEvent(event);
        })()
        """
            .formatted(kept));
  }

  @Test
  void whoWritesTooMuchIsToldHowLongToWait() {
    chat.house.environment.put(Variable.WEBCHAT_PER_MINUTE_ADDRESS, "1");
    chat.now = chat.now.plus(Duration.ofDays(3));
    browser.open("");
    browser.say("hola");
    answered(1);
    browser.say("¿dónde están?");
    browser.until(() -> browser.shows(".conserje-trouble"));
    assertTrue(browser.find(".conserje-trouble").getTextContent().contains("en 60 segundos"));

    chat.now = chat.now.plus(Duration.ofMinutes(2));
    browser.click(".conserje-trouble button");
    answered(2);

    assertEquals(2, guestsMessages());
  }

  @Test
  void houseThatCannotAnswerSaysSoWithItsNumber() {
    browser.open("");
    String key = chat.house.environment.remove(Variable.SESSION_SECRET_KEY);
    try {
      browser.say("hola");
      browser.until(() -> browser.shows(".conserje-trouble"));
    } finally {
      chat.house.environment.put(Variable.SESSION_SECRET_KEY, key);
    }

    assertTrue(browser.find(".conserje-trouble").getTextContent().contains("+34600000998"));
    assertEquals(
        "tel:+34600000998", ((HtmlAnchor) browser.find(".conserje-trouble a")).getHrefAttribute());
    browser.click(".conserje-trouble button");
    answered(1);
  }

  @Test
  void conversationThatIsOverGoesOnAsANewOne() {
    browser.open("");
    browser.say("hola");
    answered(1);
    chat.now = chat.now.plus(Duration.ofDays(91));

    browser.say("¿dónde están?");
    answered(2);

    assertTrue(browser.find(".conserje-trouble").getTextContent().contains("esta es nueva"));
    assertEquals(2, chat.house.count("conversations"));
    assertEquals(2, guestsMessages());
  }

  @Test
  void pageThatMayNotChatShowsNothing() {
    String allowed = chat.house.environment.put(Variable.ALLOWED_ORIGINS, "https://example.net");
    try {
      browser.go("");
      browser.until(() -> browser.asked.contains("GET /webchat/house"));
      browser.until(() -> browser.find(".conserje-launcher") == null);
    } finally {
      chat.house.environment.put(Variable.ALLOWED_ORIGINS, allowed);
    }
  }

  @Test
  void keyboardOpensWritesAndCloses() {
    browser.arrive("");
    DomElement launcher = browser.find(".conserje-launcher");
    assertEquals("Abrir el chat con Casa Uno", launcher.getAttribute("aria-label"));
    assertEquals("false", launcher.getAttribute("aria-expanded"));

    browser.click(launcher);
    assertEquals("conserje-text", browser.page.getFocusedElement().getId());
    DomElement dialog = browser.find("[role=dialog]");
    assertEquals(
        "Casa Uno", browser.find("#" + dialog.getAttribute("aria-labelledby")).getTextContent());
    assertEquals("polite", browser.find("[role=log]").getAttribute("aria-live"));
    assertEquals("Escriba su mensaje", browser.find("label[for=conserje-text]").getTextContent());

    browser.value(
        "document.activeElement.dispatchEvent("
            + "new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))");
    assertFalse(browser.shows(".conserje-window"));
    assertEquals(launcher, browser.page.getFocusedElement());
  }

  @Test
  void languageIsThatOfTheScriptThenThePageThenTheBrowser() {
    assertEquals("es", language("es", "", "en"));
    assertEquals("en", language("en-GB", "", "es"));
    assertEquals("en", language("es", "data-language=en", "es"));
    assertEquals("en", language("", "", "en"));
    assertEquals("en", language("fr", "", "en"));
    assertEquals("es", language("fr", "", "fr"));
  }

  private String language(String page, String attributes, String ofBrowser) {
    browser = browser(ofBrowser);
    browser.lang = page;
    browser.attributes = attributes;
    browser.open("");
    String greeting = browser.house().getFirst();
    assertEquals(greeting.startsWith("Hello"), browser.choices().getFirst().startsWith("I want"));
    return browser.find(".conserje").getAttribute("lang");
  }

  @Test
  void bothLanguagesSayTheSame() {
    browser.go("");
    String words = WidgetFile.part("words");

    Object es = browser.value(names(words, "es"));
    Object en = browser.value(names(words, "en"));

    assertTrue(es.toString().contains("trouble.offline"), es.toString());
    assertEquals(es, en);
  }

  private static String names(String words, String language) {
    return """
    (function () { %s
      function names(of, path) {
        return typeof of === 'object' && !Array.isArray(of)
          ? Object.keys(of).map(function (key) { return names(of[key], path + '.' + key); }).join(' ')
          : path + ':' + typeof of + ':' + of.length;
      }
      return names(WORDS.%s, '').replace(/:string:\\d+/g, '');
    })()
    """
        .formatted(words, language);
  }

  /** White or black on the house's colour, and its darker shade on white, whatever colour it is. */
  @Test
  void whatStandsOnAnyColorCanBeRead() {
    browser.go("");

    Object worst =
        browser.value(
            """
            (function () { %s
              var worst = 21;
              for (var i = 0; i < 4096; i++) {
                var color = '#' + (0x1000 + i).toString(16).slice(1).replace(/./g, '$&$&');
                var paint = palette(color);
                worst = Math.min(worst, contrast(paint.house, paint.ink), contrast(paint.strong, '#ffffff'));
              }
              return worst;
            })()
            """
                .formatted(WidgetFile.part("look")));

    assertTrue(((Number) worst).doubleValue() >= 4.5, worst.toString());
  }
}
