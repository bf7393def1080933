package io.conserje.webhooks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.connectors.sqs.SqsClients;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedSqs;
import io.conserje.webhooks.meta.MetaWhatsApp;
import io.conserje.webhooks.telnyx.TelnyxEvents;
import io.conserje.webhooks.twilio.TwilioMessages;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A real handler, its queues on a real server of the SQS protocol. */
public final class WebhookUnderTest implements AutoCloseable {

  public static final String TWILIO_TOKEN = "test-twilio-auth-token-not-real";
  public static final String TWILIO_ACCOUNT = "AC00000000000000000000000000000001";
  public static final String META_SECRET = "test-meta-app-secret-not-real";
  public static final String TELNYX_PUBLIC_KEY = "jrMBoswHlhhVx2W2Www72WU/xn4UMpjreslD0m2u0qs=";
  public static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private final EmbeddedSqs server = EmbeddedSqs.start();
  private final Map<String, String> environment = new ConcurrentHashMap<>();
  private final SqsClient sqs;
  private final WebhookFunction function;
  private int generation;
  private volatile Instant now = NOW;

  private WebhookUnderTest(
      BiFunction<Map<String, String>, InstantSource, WebhookFunction> start,
      Map<String, String> settings) {
    environment.put(Variable.AWS_REGION, "eu-west-1");
    environment.put(Variable.AWS_ENDPOINT_URL_SQS, server.endpoint());
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    environment.putAll(settings);
    sqs = SqsClients.create(environment);
    freshQueues();
    function = start.apply(environment, () -> now);
  }

  public static WebhookUnderTest twilio() {
    return new WebhookUnderTest(
        TwilioMessages::new,
        Map.of(
            Variable.PUBLIC_BASE_URL, "https://api.example.com",
            Variable.TWILIO_AUTH_TOKEN, TWILIO_TOKEN,
            Variable.TWILIO_ACCOUNT_SID, TWILIO_ACCOUNT));
  }

  public static WebhookUnderTest meta() {
    return new WebhookUnderTest(
        MetaWhatsApp::new,
        Map.of(
            Variable.WHATSAPP_APP_SECRET,
            META_SECRET,
            Variable.WHATSAPP_VERIFY_TOKEN,
            "test-verify-token"));
  }

  public static WebhookUnderTest telnyx() {
    return new WebhookUnderTest(
        TelnyxEvents::new, Map.of(Variable.TELNYX_PUBLIC_KEY, TELNYX_PUBLIC_KEY));
  }

  /** From now on it is another time. */
  public void at(Instant other) {
    now = other;
  }

  WebhookFunction function() {
    return function;
  }

  /** New queues, which remember nothing of earlier events. */
  void freshQueues() {
    generation++;
    create(Queue.INBOUND, Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
    create(Queue.DELIVERY_STATUSES, Map.of());
    create(Queue.CALL_EVENTS, Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
  }

  private void create(Queue queue, Map<QueueAttributeName, String> attributes) {
    String name = generation + "-" + queue.name();
    String url = sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    environment.put(queue.urlVariable(), url);
  }

  public Map<String, String> environment() {
    return environment;
  }

  public APIGatewayV2HTTPResponse send(APIGatewayV2HTTPEvent event) {
    return function.handleRequest(event, new MockLambdaContext());
  }

  /** The bodies on a queue, taken off it. */
  public List<String> drain(Queue queue) {
    String url = environment.get(queue.urlVariable());
    List<String> bodies = new ArrayList<>();
    List<Message> some = receive(url);
    while (!some.isEmpty()) {
      for (Message message : some) {
        bodies.add(message.body());
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
      some = receive(url);
    }
    return bodies;
  }

  private List<Message> receive(String url) {
    return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
  }

  /** The queues fall silent. */
  public void stopQueues() {
    server.close();
  }

  @Override
  public void close() {
    function.getApplicationContext().close();
    sqs.close();
    server.close();
  }
}
