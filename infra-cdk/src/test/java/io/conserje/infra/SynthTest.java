package io.conserje.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.names.LambdaFunction;
import io.conserje.names.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

class SynthTest {

  @TempDir Path folder;

  /** A template that asks the account for something can only be made with an account. */
  @Test
  void synthNeedsNoAccount() throws IOException {
    synth(Map.of("stage", "test"));
    JsonNode manifest = new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile());
    assertFalse(manifest.has("missing"), "Context that only an account can give: " + manifest);
    for (String stack : new String[] {"conserje-test-state", "conserje-test-functions"}) {
      JsonNode artifact = manifest.get("artifacts").get(stack);
      assertEquals("aws://unknown-account/unknown-region", artifact.get("environment").asText());
    }
  }

  @Test
  void givenAddressReachesTheFunctionsAndTheOutputs() throws IOException {
    synth(Map.of("publicBaseUrl", "https://reception.example.com"));
    JsonNode template = template("conserje-prod-functions");
    assertEquals(
        "https://reception.example.com/whatsapp/webhook",
        template.get("Outputs").get("WhatsappWebhookUrl").get("Value").asText());
    long told =
        StreamSupport.stream(template.get("Resources").spliterator(), false)
            .map(resource -> resource.at("/Properties/Environment/Variables/PUBLIC_BASE_URL"))
            .filter(value -> value.asText().equals("https://reception.example.com"))
            .count();
    long wanted =
        LambdaFunction.all().stream()
            .filter(function -> function.environment().contains(Variable.PUBLIC_BASE_URL))
            .count();
    assertEquals(wanted, told);
  }

  @Test
  void alarmAddressIsSubscribed() throws IOException {
    synth(Map.of("alarmEmail", "ops@example.com"));
    String template = template("conserje-prod-functions").toString();
    assertTrue(template.contains("\"Endpoint\":\"ops@example.com\""));
  }

  @Test
  void missingPackageSaysWhatToRun() {
    App app = Synthesised.app(Map.of(), folder.resolve("out"));
    var missing =
        assertThrows(
            Packages.MissingPackage.class,
            () -> ConserjeApp.addStacks(app, Packages.in(folder.resolve("nothing"))));
    assertTrue(missing.getMessage().contains("webhooks.zip is missing"), missing.getMessage());
    assertTrue(missing.getMessage().contains("mvn package"), missing.getMessage());
  }

  private void synth(Map<String, String> context) {
    App app = Synthesised.app(context, folder.resolve("out"));
    ConserjeApp.addStacks(app, new Packages(Synthesised.packages(folder)));
    app.synth();
  }

  private JsonNode template(String stack) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(folder.resolve("out/" + stack + ".template.json")));
  }
}
