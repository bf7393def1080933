package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.knowledge.tools.KnowledgeTools;
import io.conserje.venue.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HouseInfoInTwoLanguagesTest {

  private static final KnownTopic PAGO = new KnownTopic("pago", "es", "Aceptamos tarjeta.", 1);
  private static final KnownTopic PAYMENT = new KnownTopic("payment", "en", "We take cards.", 1);
  private static final KnownTopic MENU =
      new KnownTopic("menú del día", "es", "Menú del día por 18 euros, con bebida y café.", 1);

  @Test
  void anAnswerIsInTheGuestsLanguageThoughItsWordsAreNot() {
    assertEquals(List.of("pago"), topics(ask("¿aceptan American Express?", "es")));
    assertEquals(List.of("payment"), topics(ask("do you take American Express?", "en")));
  }

  @Test
  void whatTheAnswerTellsIsNotUnknown() {
    ToolResult told = ask("¿el precio del menú del día? ¿incluye bebida?", "es");

    assertEquals(List.of("menú del día"), topics(told));
    assertFalse(told.content().containsKey("not_known"), told.content().toString());
  }

  private static List<Object> topics(ToolResult told) {
    return ((List<?>) told.content().get("topics"))
        .stream().<Object>map(topic -> ((Map<?, ?>) topic).get("topic")).toList();
  }

  private static List<KnownTopic> known(Question asked) {
    List<String> words = asked.words();
    if (words.contains("express")) {
      return List.of(PAYMENT);
    }
    return words.contains("pagar")
        ? List.of(PAGO)
        : words.contains("menu") ? List.of(MENU) : List.of();
  }

  private static ToolResult ask(String question, String language) {
    return KnowledgeTools.over((_, asked, _) -> known(asked), (_, _, _, _, _) -> {})
        .run(
            new ToolCall("1", "get_house_info", Map.of("question", question)),
            new Tool.Context(
                Houses.restaurant(),
                Channel.WEBCHAT,
                new Guest("", ""),
                null,
                Houses.NOON,
                Locale.of(language),
                "key"));
  }
}
