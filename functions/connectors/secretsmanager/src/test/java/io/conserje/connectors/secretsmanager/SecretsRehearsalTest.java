package io.conserje.connectors.secretsmanager;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.serde.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsRehearsalTest {

  @Test
  void aMadeUpSecretIsReadWithoutANetwork() {
    try (ObjectMapper.CloseableObjectMapper mapper = ObjectMapper.create(Map.of())) {
      assertEquals(Map.of("NONE", "none"), SecretsRehearsal.read(mapper));
    }
  }
}
