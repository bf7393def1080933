package io.conserje.turns.webchat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.names.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A guest at the widget on a house's page, in a browser that runs wherever tests do. */
abstract class AtTheWidget {

  static Chat chat;

  private final List<Browser> browsers = new ArrayList<>();
  Browser browser;

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

  Browser browser(String language) {
    browsers.add(new Browser(chat, language));
    return browsers.getLast();
  }

  long guestsMessages() {
    return chat.house.count("messages WHERE sender = 'guest'");
  }

  void answered(int lines) {
    browser.until(() -> browser.house().size() == lines + 1);
  }
}
