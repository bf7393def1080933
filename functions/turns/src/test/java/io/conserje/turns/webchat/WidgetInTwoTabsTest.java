package io.conserje.turns.webchat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** HtmlUnit has one tab: what another one leaves in the drawer is put there by hand. */
class WidgetInTwoTabsTest extends AtTheWidget {

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
}
