package io.conserje.turns.webchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.htmlunit.html.DomElement;
import org.junit.jupiter.api.Test;

/** Keyboard, language and colour: whoever comes can use the widget. */
class WidgetForEverybodyTest extends AtTheWidget {

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
