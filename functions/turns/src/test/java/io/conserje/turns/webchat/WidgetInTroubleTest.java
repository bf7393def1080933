package io.conserje.turns.webchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Variable;
import java.time.Duration;
import java.util.List;
import org.htmlunit.html.HtmlAnchor;
import org.junit.jupiter.api.Test;

/** What a guest is shown when a message does not get through. */
class WidgetInTroubleTest extends AtTheWidget {

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
}
