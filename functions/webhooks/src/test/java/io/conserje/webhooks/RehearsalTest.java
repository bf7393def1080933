package io.conserje.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What happens before a snapshot must leave no trace in it, and none outside. */
class RehearsalTest {

  private static final List<String> SECRET_OR_OLD =
      List.of(
          Variable.WHATSAPP_APP_SECRET,
          Variable.WHATSAPP_VERIFY_TOKEN,
          Variable.TWILIO_AUTH_TOKEN,
          Variable.TWILIO_ACCOUNT_SID,
          Variable.SECRETS_PREFIX,
          Queue.INBOUND.urlVariable(),
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY");

  @TestFactory
  Stream<DynamicTest> beforeTheFirstRequestNothingSecretOrOldIsReadAndNobodyCalled() {
    return each(this::staysByItself);
  }

  private void staysByItself(LambdaFunction which) throws Exception {
    try (ServerSocket aws = new ServerSocket(0)) {
      String endpoint = "http://127.0.0.1:" + aws.getLocalPort();
      Watched environment = new Watched();
      environment.put(Variable.AWS_ENDPOINT_URL_SQS, endpoint);
      environment.put(Variable.AWS_ENDPOINT_URL_SECRETS_MANAGER, endpoint);
      environment.put(Variable.SECRETS_PREFIX, "conserje/test");
      environment.put("AWS_ACCESS_KEY_ID", "test");
      environment.put("AWS_SECRET_ACCESS_KEY", "test");
      WebhookFunction function = EveryFunction.start(which, environment);
      function.snapshot().beforeCheckpoint(null);
      assertEquals(List.of(), environment.readOf(SECRET_OR_OLD));
      aws.setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, aws::accept);
      function.getApplicationContext().close();
    }
  }

  @TestFactory
  Stream<DynamicTest> aRestoreForgetsTheSecrets() {
    return each(this::forgets);
  }

  private void forgets(LambdaFunction which) {
    WebhookFunction function = EveryFunction.start(which, new Watched());
    assertTrue(function.getApplicationContext().containsBean(SecretsManagerSecrets.class));
    function.snapshot().afterRestore(null);
    function.getApplicationContext().close();
  }

  private interface Check {
    void of(LambdaFunction function) throws Exception;
  }

  private static Stream<DynamicTest> each(Check check) {
    return EveryFunction.all()
        .map(function -> DynamicTest.dynamicTest(function.name(), () -> check.of(function)));
  }

  /** An environment that notes which variables were asked for. */
  private static final class Watched extends ConcurrentHashMap<String, String> {

    private static final long serialVersionUID = 1;

    private final Map<String, Boolean> read = new ConcurrentHashMap<>();

    List<String> readOf(List<String> names) {
      return names.stream().filter(read::containsKey).toList();
    }

    Watched() {
      put(Variable.AWS_REGION, "eu-west-1");
    }

    @Override
    public String get(Object name) {
      read.put(name.toString(), true);
      return super.get(name);
    }

    @Override
    public String getOrDefault(Object name, String otherwise) {
      read.put(name.toString(), true);
      return super.getOrDefault(name, otherwise);
    }
  }
}
