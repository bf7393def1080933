package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.knowledge.tools.KnowledgeTools;
import io.conserje.venue.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HouseInfoTest {

  private final List<Question> looked = new ArrayList<>();

  @Test
  void nothingIsLookedUpTwiceForOneQuestion() {
    ask("¿tenéis karaoke los viernes, y también bolera?");
    assertEquals(new HashSet<>(looked).size(), looked.size(), looked.toString());
  }

  @Test
  void whatIsMeantIsFoundWhereTheRestOfTheSentenceHidesIt() {
    assertEquals(
        "found", ask("viajo con mi perra, es un cielo, ¿os importa que duerma conmigo?").status());
  }

  @Test
  void whatIsToldBesideAQuestionIsNoSubjectOfIt() {
    assertEquals("unknown", ask("¿Y los domingos hasta cuándo se baja? Soy de dormir").status());
  }

  private ToolResult ask(String question) {
    return KnowledgeTools.over(
            (_, asked, _) -> {
              looked.add(asked);
              boolean pets = asked.words().equals(List.of("mascotas"));
              return pets ? List.of(new KnownTopic("mascotas", "es", "Se admiten.", 1)) : List.of();
            },
            (_, _, _, _, _) -> {})
        .run(
            new ToolCall("1", "get_house_info", Map.of("question", question)),
            new Tool.Context(
                Houses.hotel(),
                Channel.WHATSAPP,
                new Guest("", ""),
                null,
                Houses.NOON,
                Locale.of("es"),
                "key"));
  }
}
