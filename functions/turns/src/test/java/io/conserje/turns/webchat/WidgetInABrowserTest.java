package io.conserje.turns.webchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.htmlunit.html.HtmlAnchor;
import org.junit.jupiter.api.Test;

/** A guest writes and reads, on one page after the other. */
class WidgetInABrowserTest extends AtTheWidget {

  private static final String GREETING =
      "Hola, soy el asistente virtual de Casa Uno. ¿En qué puedo ayudarle?";

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
}
