package io.conserje.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Variable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenSettingsTest {

  private static final String PRICES = "{\"currency\":\"EUR\",\"deepgram_seconds\":0.0001}";

  @TempDir Path output;

  @Test
  void everyFunctionAndTaskIsGivenWhatWasChosen() {
    Synthesised synthesised = Synthesised.choosing(Map.of(Variable.CALL_PRICES, PRICES));
    var functions = Resources.ofType(synthesised.functions, "AWS::Lambda::Function").values();
    long given =
        functions.stream()
            .map(function -> Resources.map(function.get("Environment")))
            .filter(environment ->
                PRICES.equals(
                    Resources.map(environment.get("Variables")).get(Variable.CALL_PRICES)))
            .count();
    assertEquals(io.conserje.names.LambdaFunction.all().size(), given);
    var task =
        Resources.ofType(synthesised.voice, "AWS::ECS::TaskDefinition").values().iterator().next();
    assertTrue(task.toString().contains(PRICES), task.toString());
  }

  @Test
  void secretsAndWhatTheStackKnowsAreNotChosenHere() {
    assertRefused("Secrets Manager", Variable.DEEPGRAM_API_KEY);
    assertRefused("Secrets Manager", Variable.TWILIO_AUTH_TOKEN);
    assertRefused("set by AWS", Variable.AWS_REGION);
    ChosenSettings level = chosen(Variable.LOG_LEVEL);
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> level.beside(Set.of(Variable.LOG_LEVEL)));
    assertTrue(refusal.getMessage().contains("LOG_LEVEL"), refusal.getMessage());
  }

  private void assertRefused(String words, String name) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> chosen(name));
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }

  private ChosenSettings chosen(String name) {
    return ChosenSettings.of(Synthesised.app(Map.of(name, "x"), output).getNode());
  }
}
