package io.conserje.connectors.sqs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedSqs;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsClientsTest {

  @Test
  void aQueueThatCannotBeReachedIsAFault() {
    EmbeddedSqs gone = EmbeddedSqs.start();
    gone.close();
    try (SqsClient sqs = SqsClients.create(TestQueues.environment(gone.endpoint()))) {
      assertThrows(SdkException.class, sqs::listQueues);
    }
  }

  @Test
  void keysAreReadAtEachUse() {
    try (EmbeddedSqs server = EmbeddedSqs.start()) {
      Map<String, String> environment = new HashMap<>(TestQueues.environment(server.endpoint()));
      environment.remove("AWS_SECRET_ACCESS_KEY");
      try (SqsClient sqs = SqsClients.create(environment)) {
        assertThrows(SdkException.class, sqs::listQueues);
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        assertDoesNotThrow(() -> sqs.listQueues());
      }
    }
  }

  @Test
  void aMissingRegionIsNamed() {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> SqsClients.create(Map.of()));
    assertEquals(Variable.AWS_REGION + " is not set.", refused.getMessage());
  }
}
