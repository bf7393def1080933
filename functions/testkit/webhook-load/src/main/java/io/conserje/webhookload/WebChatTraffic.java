package io.conserje.webhookload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.names.LambdaFunction;
import io.conserje.testkit.coldstart.ApiGatewayEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guests on the house's page, each from an address of their own: half of the messages begin a
 * conversation, the others go on with one that was answered.
 */
final class WebChatTraffic implements Traffic {

  private static final Pattern CONVERSATION =
      Pattern.compile("\\\\\"conversation\\\\\":\\\\\"([^\\\\]+)\\\\\"");
  private static final int EVENINGS = 300;

  private final LocalDate first = LocalDate.now(ZoneId.of("Europe/Madrid")).plusDays(2);
  private final AtomicInteger number = new AtomicInteger();
  private final Queue<String> answered = new ConcurrentLinkedQueue<>();

  @Override
  public String name() {
    return "webchat";
  }

  @Override
  public LambdaFunction function() {
    return LambdaFunction.WEBCHAT;
  }

  @Override
  public byte[] next() {
    int n = number.incrementAndGet();
    String conversation = n % 2 == 0 ? answered.poll() : null;
    return conversation == null
        ? message(n, "¿Tenéis mesa para dos el %s a las nueve?".formatted(day(n)), "")
        : message(n, "¿Y a las diez?", ",\"conversation\":\"" + conversation + "\"");
  }

  private String day(int n) {
    LocalDate day = first.plusDays(n % EVENINGS);
    return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
  }

  private static byte[] message(int n, String text, String more) {
    String body =
        "{\"venue\":\"restaurante\",\"text\":\"%s\",\"messageId\":\"m%d\"%s}"
            .formatted(text, n, more);
    byte[] event =
        ApiGatewayEvent.post(
            "/webchat/messages", "application/json", Map.of(), body.getBytes(UTF_8));
    String from = "10.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255);
    return new String(event, UTF_8).replace("203.0.113.10", from).getBytes(UTF_8);
  }

  @Override
  public boolean answers(String answer) {
    Matcher conversation = CONVERSATION.matcher(answer);
    if (answer.contains("\\\"pending\\\":false") && conversation.find()) {
      answered.add(conversation.group(1));
      return true;
    }
    return false;
  }
}
