package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.micronaut.serde.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqsRehearsalTest {

  /** Its host cannot exist, so getting an answer means that nobody was asked. */
  @Test
  void aMessageIsSentAndConfirmedWithoutANetwork() {
    try (ObjectMapper.CloseableObjectMapper mapper = ObjectMapper.create(Map.of())) {
      QueueJson json = new QueueJson(mapper);
      assertDoesNotThrow(() -> SqsRehearsal.put(Samples.message("SM0", "ensayo"), json, 2));
    }
  }
}
