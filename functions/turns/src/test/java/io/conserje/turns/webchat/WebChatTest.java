package io.conserje.turns.webchat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebChatTest {

  private static final String ID = "5b0c4b5e-3a1f-4a0e-9d43-0c7a5c1e4c1e";

  private static Chat chat;

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
  }

  private static Map<String, Object> message(String text, Object... more) {
    Map<String, Object> message = new HashMap<>(Map.of("venue", "restaurante", "text", text));
    for (int i = 0; i < more.length; i += 2) {
      message.put((String) more[i], more[i + 1]);
    }
    return message;
  }

  @Test
  void firstMessageIsAnsweredAndBeginsAConversation() {
    Map<String, Object> answer = chat.answered(message("hola"));

    assertEquals(false, answer.get("pending"));
    Map<String, Object> line = Chat.lines(answer).getFirst();
    assertEquals("house", line.get("from"));
    assertFalse(line.get("text").toString().isBlank());
    assertEquals("2026-11-20T11:00:00Z", line.get("at"));
    assertEquals(1, chat.house.count("inbound_ledger WHERE provider = 'webchat'"));
    assertEquals(1, chat.house.count("outbox WHERE state = 'sent' AND provider = 'webchat'"));
    assertEquals(0, chat.house.waiting(Queue.TURN_DUE));
  }

  @Test
  void secondMessageGoesOnWhereTheFirstEnded() {
    Object conversation = chat.answered(message("hola")).get("conversation");

    Map<String, Object> answer =
        chat.answered(message("¿dónde estáis?", "conversation", conversation));

    assertEquals(conversation, answer.get("conversation"));
    assertEquals(1, Chat.lines(answer).size());
    assertEquals(1, chat.house.count("conversations"));
    assertEquals(2, chat.house.count("messages WHERE sender = 'guest'"));
  }

  @Test
  void repeatedMessageGetsTheSameAnswerAndCountsOnce() {
    Object conversation = chat.answered(message("hola")).get("conversation");
    Map<String, Object> message =
        message("¿dónde estáis?", "conversation", conversation, "messageId", "2");

    Map<String, Object> once = chat.answered(message);
    chat.now = chat.now.plus(Duration.ofHours(2));
    Map<String, Object> again = chat.answered(message);

    assertEquals(once, again);
    assertEquals(2, chat.house.count("messages WHERE sender = 'guest'"));
  }

  @Test
  void pageThatNeverGotItsFirstAnswerFindsTheConversationAgain() {
    Map<String, Object> once = chat.answered(message("hola", "messageId", ID));
    Map<String, Object> again = chat.answered(message("hola", "messageId", ID));

    assertEquals(Chat.lines(once), Chat.lines(again));
    assertEquals(1, chat.house.count("conversations"));
  }

  /** Two pages may both number their messages from 1. */
  @Test
  void firstMessageWithAShortIdIsNobodyElses() {
    chat.answered(message("hola", "messageId", "1"));
    chat.answered(message("hola", "messageId", "1"));

    assertEquals(2, chat.house.count("conversations"));
  }

  @Test
  void whatMayBeAnsweredWithOneTouchIsToldNowAndLater() {
    Map<String, Object> first = chat.answered(message("hola", "messageId", ID));
    assertFalse(Chat.lines(first).getFirst().containsKey("choices"));
    chat.house.execute("UPDATE outbox SET choices = '{Sí,\"No, gracias\"}'");

    String conversation = first.get("conversation").toString();
    for (APIGatewayV2HTTPResponse later :
        List.of(chat.news(conversation, null), chat.say(message("hola", "messageId", ID)))) {
      Map<String, Object> line = Chat.lines(chat.read(later)).getFirst();
      assertEquals(List.of("Sí", "No, gracias"), line.get("choices"));
    }
  }

  @Test
  void tokenOfAnotherHouseOpensNothing() {
    Object conversation = chat.answered(message("hola")).get("conversation");

    Map<String, Object> elsewhere = message("hola", "conversation", conversation);
    elsewhere.put("venue", "otra");

    assertEquals(401, chat.say(elsewhere).getStatusCode());
  }

  @Test
  void tokenWithOneCharacterChangedOpensNothing() {
    String conversation = chat.answered(message("hola")).get("conversation").toString();

    for (int at = 0; at < conversation.length(); at++) {
      char other = conversation.charAt(at) == 'A' ? 'B' : 'A';
      String altered = conversation.substring(0, at) + other + conversation.substring(at + 1);
      assertEquals(401, chat.news(altered, null).getStatusCode(), "position " + at);
    }
    assertEquals(200, chat.news(conversation, null).getStatusCode());
  }

  @Test
  void tokenIsGoodForNinetyDays() {
    var began = chat.now;
    String conversation = chat.answered(message("hola")).get("conversation").toString();

    chat.now = began.plus(Duration.ofDays(89));
    assertEquals(200, chat.news(conversation, null).getStatusCode());
    chat.now = began.plus(Duration.ofDays(91));
    assertEquals(401, chat.news(conversation, null).getStatusCode());
  }

  @Test
  void newsAreWhatCameAfterTheLastLineThePageHas() {
    Map<String, Object> first = chat.answered(message("hola"));
    String conversation = first.get("conversation").toString();
    Map<String, Object> second =
        chat.answered(message("¿dónde estáis?", "conversation", conversation));

    String last = Chat.lines(first).getLast().get("id").toString();
    Map<String, Object> news = chat.read(chat.news(conversation, last));

    assertEquals(Chat.lines(second), Chat.lines(news));
    assertEquals(2, Chat.lines(chat.read(chat.news(conversation, null))).size());
    assertEquals(false, news.get("pending"));
  }

  @Test
  void whilePersonAnswersNobodyIsKeptWaiting() {
    Object conversation = chat.answered(message("hola")).get("conversation");
    chat.house.execute("UPDATE conversations SET owner = 'person'");

    Map<String, Object> answer =
        chat.answered(message("¿hay alguien?", "conversation", conversation));

    assertEquals(List.of(), answer.get("messages"));
    assertEquals(false, answer.get("pending"));
  }

  @Test
  void messagesSentAtTheSameTimeAreEachAnsweredOnce() throws Exception {
    Object conversation = chat.answered(message("hola")).get("conversation");
    List<Future<APIGatewayV2HTTPResponse>> answers = new ArrayList<>();
    try (ExecutorService pages = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        Map<String, Object> message =
            message("¿dónde estáis?", "conversation", conversation, "messageId", "m" + i);
        answers.add(pages.submit(() -> chat.say(message)));
      }
    }
    for (Future<APIGatewayV2HTTPResponse> answer : answers) {
      assertEquals(false, chat.read(answer.get()).get("pending"));
      assertFalse(Chat.lines(chat.read(answer.get())).isEmpty());
    }
    assertEquals(7, chat.house.count("messages WHERE sender = 'guest' AND state = 'done'"));
    assertEquals(
        chat.house.count("turns"), chat.house.count("messages WHERE sender = 'assistant'"));
  }

  @Test
  void tooManyFromOneAddressAreRefusedUntilTheNextMinute() {
    chat.house.environment.put(Variable.WEBCHAT_PER_MINUTE_ADDRESS, "3");
    chat.now = chat.now.plus(Duration.ofDays(1));
    for (int i = 0; i < 3; i++) {
      assertEquals(200, chat.say(message("hola"), Map.of(), "203.0.113.99").getStatusCode());
    }

    APIGatewayV2HTTPResponse refused = chat.say(message("hola"), Map.of(), "203.0.113.99");
    assertEquals(429, refused.getStatusCode());
    assertEquals("60", refused.getHeaders().get("Retry-After"));
    assertEquals(200, chat.say(message("hola"), Map.of(), "203.0.113.98").getStatusCode());
    chat.now = chat.now.plus(Duration.ofMinutes(2));
    assertEquals(200, chat.say(message("hola"), Map.of(), "203.0.113.99").getStatusCode());
  }

  @Test
  void tooManyInOneConversationAreRefusedAndARepeatedOneIsNot() {
    chat.house.environment.put(Variable.WEBCHAT_PER_MINUTE_CONVERSATION, "2");
    chat.now = chat.now.plus(Duration.ofDays(2));
    Object conversation = chat.answered(message("hola")).get("conversation");
    Map<String, Object> second =
        message("hola", "conversation", conversation, "messageId", "second");
    assertEquals(200, chat.say(second).getStatusCode());

    Map<String, Object> third = message("hola", "conversation", conversation, "messageId", "third");
    assertEquals(429, chat.say(third).getStatusCode());
    assertEquals(200, chat.say(second).getStatusCode());
    assertEquals(2, chat.house.count("messages WHERE sender = 'guest'"));
  }

  @Test
  void whoAsksForNewsTooOftenIsRefusedUntilTheNextMinute() {
    chat.now = chat.now.plus(Duration.ofDays(4));
    String conversation = chat.answered(message("hola")).get("conversation").toString();
    String another = chat.answered(message("hola")).get("conversation").toString();
    chat.house.environment.put(Variable.WEBCHAT_LOOKS_PER_MINUTE_CONVERSATION, "2");
    assertEquals(200, chat.news(conversation, null).getStatusCode());
    assertEquals(200, chat.news(conversation, null).getStatusCode());

    APIGatewayV2HTTPResponse refused = chat.news(conversation, null);
    assertEquals(429, refused.getStatusCode());
    assertEquals("60", refused.getHeaders().get("Retry-After"));
    assertEquals(200, chat.news(another, null).getStatusCode());
    chat.now = chat.now.plus(Duration.ofMinutes(1));
    assertEquals(200, chat.news(conversation, null).getStatusCode());
  }

  @Test
  void anAddressThatAsksTooOftenIsRefusedWhateverItAsks() {
    chat.now = chat.now.plus(Duration.ofDays(5));
    String conversation = chat.answered(message("hola")).get("conversation").toString();
    chat.house.environment.put(Variable.WEBCHAT_LOOKS_PER_MINUTE_ADDRESS, "2");
    assertEquals(200, house("restaurante"));
    assertEquals(401, chat.news("nonsense", null).getStatusCode());

    assertEquals(429, house("restaurante"));
    assertEquals(429, chat.news("nonsense", null).getStatusCode());
    assertEquals(429, chat.news(conversation, null).getStatusCode());
    chat.now = chat.now.plus(Duration.ofMinutes(1));
    assertEquals(200, chat.news(conversation, null).getStatusCode());
  }

  private static int house(String name) {
    return chat.get("/webchat/house", Map.of("venue", name), Map.of()).getStatusCode();
  }

  @Test
  void whileRedisIsAwayItAnswersAndCountsForItself() {
    Map<String, String> settings =
        Map.of(
            Variable.REDIS_URL, "redis://127.0.0.1:1",
            Variable.WEBCHAT_PER_MINUTE_ADDRESS, "2",
            Variable.WEBCHAT_LOOKS_PER_MINUTE_CONVERSATION, "2");
    try (Chat alone = new Chat(settings)) {
      Map<String, Object> first = alone.answered(message("hola"));
      assertFalse(Chat.lines(first).isEmpty());
      assertEquals(200, alone.say(message("hola")).getStatusCode());
      assertEquals(429, alone.say(message("hola")).getStatusCode());

      String conversation = first.get("conversation").toString();
      assertEquals(200, alone.news(conversation, null).getStatusCode());
      assertEquals(200, alone.news(conversation, null).getStatusCode());
      assertEquals(429, alone.news(conversation, null).getStatusCode());
    }
  }

  @Test
  void aHouseIsFoundByTheNamesItGaveItsPages() {
    chat.house.execute(
        "INSERT INTO channel_addresses VALUES ('webchat', 'casa-uno.example', 'restaurante')");
    try {
      Map<String, Object> named = message("hola", "venue", "casa-uno.example");
      Object conversation = chat.answered(named).get("conversation");
      Map<String, Object> byItsOwnName = message("¿dónde estáis?", "conversation", conversation);

      assertEquals(200, house("casa-uno.example"));
      assertEquals(404, house("casa-dos.example"));
      assertEquals(1, Chat.lines(chat.answered(byItsOwnName)).size());
      assertEquals(1, chat.house.count("conversations WHERE venue = 'restaurante'"));
      assertEquals(2, chat.house.count("messages WHERE sender = 'guest'"));
    } finally {
      chat.house.execute("DELETE FROM channel_addresses WHERE channel = 'webchat'");
    }
  }

  @Test
  void languageOfThePageIsTheFirstGuess() {
    chat.answered(message("1", "language", "en"));

    assertEquals(1, chat.house.count("conversations WHERE language = 'en'"));
  }

  @Test
  void onlyTheHousesOwnPagesMayChatFromABrowser() {
    APIGatewayV2HTTPResponse own =
        chat.say(message("hola"), Map.of("origin", "https://www.example.com"), "203.0.113.7");
    APIGatewayV2HTTPResponse deployed =
        chat.say(message("hola"), Map.of("origin", "https://api.example.com"), "203.0.113.7");
    APIGatewayV2HTTPResponse foreign =
        chat.say(message("hola"), Map.of("origin", "https://api.example.co"), "203.0.113.7");

    assertEquals("https://www.example.com", own.getHeaders().get("Access-Control-Allow-Origin"));
    assertEquals(200, deployed.getStatusCode());
    assertEquals(403, foreign.getStatusCode());
    assertNull(foreign.getHeaders().get("Access-Control-Allow-Origin"));
    assertEquals(2, chat.house.count("conversations"));
  }

  @Test
  void withoutItsKeyItSaysThatASettingIsMissingAndKeepsNothing() {
    String key = chat.house.environment.remove(Variable.SESSION_SECRET_KEY);
    try {
      assertEquals(503, chat.say(message("hola")).getStatusCode());
      assertEquals(0, chat.house.count("messages"));
    } finally {
      chat.house.environment.put(Variable.SESSION_SECRET_KEY, key);
    }
  }

  @Test
  void anotherKeyEndsEveryConversation() {
    String conversation = chat.answered(message("hola")).get("conversation").toString();
    String key = chat.house.environment.put(Variable.SESSION_SECRET_KEY, "another");
    try {
      assertEquals(401, chat.news(conversation, null).getStatusCode());
      assertNotEquals(conversation, chat.answered(message("hola")).get("conversation"));
    } finally {
      chat.house.environment.put(Variable.SESSION_SECRET_KEY, key);
    }
  }

  @Test
  void afterALineThatIsNoneComesEverything() {
    String conversation = chat.answered(message("hola")).get("conversation").toString();

    for (String after : List.of("\u0000", "x", "5b0c4b5e-3a1f-4a0e-9d43-0c7a5c1e4c1e")) {
      assertEquals(1, Chat.lines(chat.read(chat.news(conversation, after))).size());
    }
  }

  @Test
  void whatNoHouseCanBeCalledIsNotLookedFor() {
    for (String venue : List.of("rest\u0000aurante", " ", "la casa", "x".repeat(41))) {
      Map<String, Object> message = message("hola");
      message.put("venue", venue);
      assertEquals(400, chat.say(message).getStatusCode(), venue);
      assertEquals(
          400, chat.get("/webchat/house", Map.of("venue", venue), Map.of()).getStatusCode(), venue);
    }
  }

  @Test
  void aBodyWhereNoneBelongsIsNotRead() {
    Map<String, String> form = Map.of("content-type", "application/x-www-form-urlencoded");
    APIGatewayV2HTTPEvent event = Chat.event("GET", "/webchat/house", form, "203.0.113.7");
    event.setQueryStringParameters(new HashMap<>(Map.of("venue", "restaurante")));
    event.setBody("%\u00000=%");

    assertEquals(200, chat.call(event).getStatusCode());
  }

  @Test
  void whatTheDatabaseCannotKeepIsLeftOut() {
    assertTrue(chat.say(message("ho\u0000la\u0007")).getStatusCode() == 200);
    assertEquals(1, chat.house.count("messages WHERE body = 'hola' AND sender = 'guest'"));
  }
}
