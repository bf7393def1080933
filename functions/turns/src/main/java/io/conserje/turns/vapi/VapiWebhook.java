package io.conserje.turns.vapi;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.Correlation;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Problem;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.sqs.SqsCallEvents;
import io.conserje.connectors.vapi.VapiMessage;
import io.conserje.connectors.vapi.VapiNews;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestAttribute;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What VAPI asks is answered at once; what it tells is on the queue before it hears that it was
 * taken.
 */
@Controller
final class VapiWebhook {

  private static final Logger LOG = LoggerFactory.getLogger(VapiWebhook.class);

  private final OpenJson json;
  private final VapiNews news;
  private final BeanProvider<VapiTalk> talk;
  private final BeanProvider<SqsCallEvents> queue;
  private final FunctionEnvironment environment;

  /**
   * @param talk made at the first real question: it wants the database
   */
  VapiWebhook(
      OpenJson json,
      VapiNews news,
      BeanProvider<VapiTalk> talk,
      BeanProvider<SqsCallEvents> queue,
      FunctionEnvironment environment) {
    this.json = json;
    this.news = news;
    this.talk = talk;
    this.queue = queue;
    this.environment = environment;
  }

  @Post(uri = "/vapi/webhook", consumes = MediaType.ALL, produces = MediaType.APPLICATION_JSON)
  HttpResponse<?> message(
      HttpRequest<?> request, @RequestAttribute(VapiFilter.BODY) byte[] verified) {
    String correlation = Correlation.of(RawRequest.of(request).event());
    Optional<VapiMessage> message =
        VapiMessage.read(verified, json, environment.clock().instant(), correlation);
    if (message.isEmpty()) {
      return Problem.of(
          HttpStatus.BAD_REQUEST, "Send {\"message\": {\"type\": …}}, as VAPI's servers do.");
    }
    try (var _ = MDC.putCloseable("channel", "voice");
        var _ = MDC.putCloseable("call", message.get().place().callId())) {
      HttpResponse<?> answer = answer(message.get());
      LOG.atInfo()
          .addKeyValue("type", message.get().type())
          .addKeyValue("status", answer.code())
          .log("A call was answered.");
      return answer;
    }
  }

  private HttpResponse<?> answer(VapiMessage message) {
    return switch (message.type()) {
      case "assistant-request" -> ok(talk.get().assistant(message));
      case "tool-calls" -> ok(talk.get().toolCalls(message));
      case "function-call" -> ok(talk.get().functionCall(message));
      case "transfer-destination-request" -> ok(talk.get().transfer(message));
      case "handoff-destination-request" -> ok(talk.get().handoff(message));
      case "knowledge-base-request" -> ok(talk.get().knowledge(message));
      default -> queued(message);
    };
  }

  private HttpResponse<?> queued(VapiMessage message) {
    try {
      news.of(message).ifPresent(event -> queue.get().put(event));
      return ok(Map.of());
    } catch (SdkException fault) {
      LOG.error("Not queued. Answered 503; VAPI tries again where its assistant says so.", fault);
      return Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The queue cannot be reached. Nothing was kept; send again.");
    }
  }

  private HttpResponse<String> ok(Map<String, Object> answer) {
    return HttpResponse.ok(json.write(answer)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
