package io.conserje.webhookload;

import io.conserje.names.LambdaFunction;
import io.conserje.testkit.coldstart.VapiScenario;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who ask whether there is a table, and then take it; evenings of most of a year. */
final class VapiToolsTraffic implements Traffic {

  private static final int EVENINGS = 300;

  private final LocalDate first = LocalDate.now(ZoneId.of("Europe/Madrid")).plusDays(2);
  private final AtomicInteger number = new AtomicInteger();

  @Override
  public String name() {
    return "vapi-tools";
  }

  @Override
  public LambdaFunction function() {
    return LambdaFunction.VAPI;
  }

  @Override
  public byte[] next() {
    int n = number.incrementAndGet();
    int caller = n / 2;
    String when =
        "\"date\":\"%s\",\"time\":\"%d:%s\",\"party_size\":2"
            .formatted(
                first.plusDays(caller % EVENINGS),
                20 + caller / EVENINGS % 3,
                caller / EVENINGS / 3 % 2 == 0 ? "00" : "30");
    return n % 2 == 0
        ? call(caller, "check_availability", when)
        : call(
            caller,
            "create_reservation",
            when + ",\"name\":\"Ana %d\",\"phone\":\"+3461%07d\"".formatted(caller, caller));
  }

  private static byte[] call(int caller, String tool, String arguments) {
    return VapiScenario.message(
        "tool-calls",
        "tools-" + caller,
        """
        ,"toolCallList":[{"id":"%s-%d","function":{"name":"%s","arguments":{%s}}}]\
        """
            .formatted(tool, caller, tool, arguments));
  }

  @Override
  public boolean answers(String answer) {
    return answer.contains("\"statusCode\":200") && answer.contains("\\\"result\\\"");
  }
}
