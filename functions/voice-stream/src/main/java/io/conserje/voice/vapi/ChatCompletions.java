package io.conserje.voice.vapi;

import io.conserje.call.told.ToldCall;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.DatabaseAway;
import io.conserje.connectors.vapi.ChatCompletion;
import io.conserje.connectors.vapi.ChatProblem;
import io.conserje.connectors.vapi.ChatQuestion;
import io.conserje.names.Variable;
import io.conserje.voice.vapi.SpokenAnswers.Asked;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where VAPI, which hears and speaks, asks what to say; in OpenAI's form, so that any client of
 * that form may. What is thought and done is the house's own.
 */
@Controller("/vapi/chat/completions")
final class ChatCompletions {

  private static final Logger LOG = LoggerFactory.getLogger(ChatCompletions.class);
  private static final String BEARER = "bearer ";

  private final SpokenAnswers answers;
  private final Settings settings;
  private final OpenJson json;
  private final FunctionEnvironment environment;

  ChatCompletions(
      SpokenAnswers answers, Settings settings, OpenJson json, FunctionEnvironment environment) {
    this.answers = answers;
    this.settings = settings;
    this.json = json;
    this.environment = environment;
  }

  @Post(consumes = MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> complete(
      @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Header("X-Conversation-Id") @Nullable String conversation,
      @Body @Nullable byte[] body) {
    Instant asked = environment.clock().instant();
    try {
      return hasKey(authorization)
          ? answer(body, conversation == null ? "" : conversation, asked)
          : refused(ChatProblem.key());
    } catch (RuntimeException fault) {
      String why = DatabaseAway.isBehind(fault) ? "the database is away" : "a fault of ours";
      LOG.error("A chat was not completed ({}). Whoever asks again may be answered.", why, fault);
      return refused(ChatProblem.trouble());
    }
  }

  private HttpResponse<?> answer(@Nullable byte[] body, String conversation, Instant asked) {
    Optional<Part> read = Optional.ofNullable(body).flatMap(json::read);
    if (read.isEmpty()) {
      return refused(ChatProblem.wrong(null, "The body has to be a JSON object."));
    }
    ChatQuestion question = ChatQuestion.of(read.get(), conversation);
    Optional<ChatProblem> problem = question.problem();
    if (problem.isPresent()) {
      return refused(problem.get());
    }
    ToldCall told = question.told();
    return answers
        .house(told)
        .<HttpResponse<?>>map(house -> answer(new Asked(question, told, house, asked)))
        .orElseGet(() -> refused(ChatProblem.noHouse()));
  }

  private HttpResponse<?> answer(Asked asked) {
    ChatCompletion completion = new ChatCompletion(asked.question(), json, asked.at());
    if (asked.question().streams()) {
      return HttpResponse.ok(answers.stream(asked, completion))
          .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
          .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    return written(HttpStatus.OK, completion.of(answers.answer(asked)));
  }

  private HttpResponse<?> refused(ChatProblem problem) {
    LOG.warn("A chat was not completed: {} {}", problem.status(), problem.message());
    return written(HttpStatus.valueOf(problem.status()), problem.json());
  }

  private HttpResponse<?> written(HttpStatus status, Object content) {
    return HttpResponse.status(status)
        .body(json.write(content))
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private boolean hasKey(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return false;
    }
    byte[] given = bytes(authorization.substring(BEARER.length()).strip());
    return settings.requiredList(Variable.VAPI_LLM_KEY).stream()
        .map(ChatCompletions::bytes)
        .map(key -> MessageDigest.isEqual(key, given))
        .reduce(false, Boolean::logicalOr);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
