package io.conserje.connectors.secretsmanager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.connectors.lambda.MissingSetting;
import io.conserje.connectors.lambda.Settings;
import io.conserje.names.Variable;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsManagerSecretsTest {

  private static final String NAME = "conserje/test/twilio";

  private final ObjectMapper.CloseableObjectMapper json = ObjectMapper.create(Map.of());
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T11:00:00Z"));
  private final Map<String, String> environment = new HashMap<>();
  private StandInSecretsManager manager;
  private SecretsManagerClient client;
  private SecretsManagerSecrets secrets;

  @BeforeEach
  void start() throws IOException {
    manager = new StandInSecretsManager();
    manager.put(NAME, "{\"TWILIO_AUTH_TOKEN\":\"one\"}");
    environment.put(Variable.AWS_REGION, "eu-west-1");
    environment.put(Variable.AWS_ENDPOINT_URL_SECRETS_MANAGER, manager.endpoint());
    environment.put(Variable.SECRETS_PREFIX, "conserje/test");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    client = SecretsManagerClients.create(environment);
    secrets = new SecretsManagerSecrets(environment, now::get, () -> client, json);
  }

  @AfterEach
  void stop() {
    client.close();
    manager.close();
    json.close();
  }

  @Test
  void aSecretIsReadAtItsFirstUseAndNotBefore() {
    assertEquals(List.of(), manager.asked());
    assertEquals(Map.of("TWILIO_AUTH_TOKEN", "one"), secrets.of("twilio"));
    assertEquals(List.of(NAME), manager.asked());
  }

  @Test
  void itIsKeptFiveMinutes() {
    secrets.of("twilio");
    manager.put(NAME, "{\"TWILIO_AUTH_TOKEN\":\"two\"}");
    pass(Duration.ofMinutes(5).minusMillis(1));
    assertEquals("one", secrets.of("twilio").get("TWILIO_AUTH_TOKEN"));
    pass(Duration.ofMillis(1));
    assertEquals("two", secrets.of("twilio").get("TWILIO_AUTH_TOKEN"));
    assertEquals(2, manager.asked().size());
  }

  @Test
  void afterARestoreItIsReadAgain() {
    secrets.of("twilio");
    manager.put(NAME, "{\"TWILIO_AUTH_TOKEN\":\"two\"}");
    secrets.forget();
    assertEquals("two", secrets.of("twilio").get("TWILIO_AUTH_TOKEN"));
  }

  @Test
  void whileItCannotBeReadAgainTheLastKnownValueIsUsed() {
    secrets.of("twilio");
    manager.failWith(500);
    pass(Duration.ofMinutes(6));
    assertEquals("one", secrets.of("twilio").get("TWILIO_AUTH_TOKEN"));
    manager.failWith(0);
    manager.put(NAME, "{\"TWILIO_AUTH_TOKEN\":\"two\"}");
    pass(Duration.ofSeconds(30));
    assertEquals("two", secrets.of("twilio").get("TWILIO_AUTH_TOKEN"));
  }

  @Test
  void aFailedRefreshIsNotRepeatedAtEveryRequest() {
    secrets.of("twilio");
    manager.failWith(500);
    pass(Duration.ofMinutes(6));
    secrets.of("twilio");
    int asked = manager.asked().size();
    pass(Duration.ofSeconds(29));
    assertEquals("one", secrets.of("twilio").get("TWILIO_AUTH_TOKEN"));
    assertEquals(asked, manager.asked().size());
  }

  @Test
  void aFailedFirstReadIsRepeatedAtTheNextUse() {
    manager.failWith(500);
    assertEquals(Map.of(), secrets.of("twilio"));
    manager.failWith(0);
    assertEquals("one", secrets.of("twilio").get("TWILIO_AUTH_TOKEN"));
  }

  @Test
  void whatIsNoJsonIsAFailureLikeAnother() {
    manager.put(NAME, "hunter2");
    assertEquals(Map.of(), secrets.of("twilio"));
  }

  @Test
  void aMissingSecretIsEmpty() {
    assertEquals(Map.of(), secrets.of("console"));
  }

  @Test
  void placeholdersAreNoValues() {
    manager.put(
        NAME,
        "{\"A\":\"dummy\",\"B\":\"\",\"C\":\"CHANGE_ME\",\"D\":\" \",\"E\":null,\"F\":\"Dummy\","
            + "\"G\":\"real\",\"H\":5432}");
    assertEquals(Map.of("G", "real", "H", "5432"), secrets.of("twilio"));
  }

  @Test
  void withoutAPrefixOnlyTheEnvironmentCounts() {
    environment.put(Variable.SECRETS_PREFIX, "");
    assertEquals(Map.of(), secrets.of("twilio"));
    assertEquals(List.of(), manager.asked());
  }

  @Test
  void settingsTakeTheEnvironmentFirstAndThenTheSecret() {
    Settings settings = new Settings(environment, secrets);
    assertEquals("one", settings.required(Variable.TWILIO_AUTH_TOKEN));
    environment.put(Variable.TWILIO_AUTH_TOKEN, "from the environment");
    assertEquals("from the environment", settings.required(Variable.TWILIO_AUTH_TOKEN));
    MissingSetting missing =
        assertThrows(MissingSetting.class, () -> settings.required(Variable.TWILIO_ACCOUNT_SID));
    assertFalse(missing.getMessage().isBlank());
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
