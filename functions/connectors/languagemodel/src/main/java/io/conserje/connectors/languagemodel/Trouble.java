package io.conserje.connectors.languagemodel;

import io.conserje.connectors.http.RetryAfter;
import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import io.conserje.conversation.Tokens;
import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Set;

/** What an answer that is none means: the one place that decides whether it may be tried again. */
final class Trouble {

  private static final Set<String> NO_MODEL = Set.of("model_not_found", "model_decommissioned");
  private static final String NO_QUOTA = "insufficient_quota";
  private static final String BAD_CALL = "tool_use_failed";
  private static final Duration SOON = Duration.ofMillis(500);

  private Trouble() {}

  /**
   * A request that failed.
   *
   * @param again after what time the same model may be asked once more; null: not in this turn
   */
  static final class Failed extends RuntimeException {
    private final transient ModelFailed failure;
    private final transient Duration again;

    Failed(ModelFailed failure, Duration again) {
      super(failure);
      this.failure = failure;
      this.again = again;
    }

    ModelFailed failure() {
      return failure;
    }

    Duration again() {
      return again;
    }
  }

  /** An answer with a status of trouble; {@code error} is its field of that name. */
  static Failed ofStatus(int status, JsonNode error, HttpHeaders headers) {
    String code = code(error);
    Why why = why(status, code);
    Duration asked = RetryAfter.of(headers);
    String reason = "status " + status + (code.isEmpty() ? "" : ", " + code);
    boolean never = headers.firstValue("x-should-retry").orElse("").equals("false");
    boolean heals = why == Why.DOWN || why == Why.BUSY || why == Why.BROKEN;
    Duration again = never || !heals ? null : asked == null ? SOON : asked;
    return new Failed(new ModelFailed(why, reason, asked, Tokens.NONE), again);
  }

  /** No connection, or one that ended before the answer began. */
  static Failed unanswered(Throwable cause) {
    String reason = "no connection: " + cause.getClass().getSimpleName();
    return new Failed(new ModelFailed(Why.DOWN, reason), Duration.ZERO);
  }

  /** An error in the middle of a reply that began well. */
  static ModelFailed midStream(JsonNode error, Tokens tokens) {
    String code = code(error);
    Why why =
        code.equals(NO_QUOTA) ? Why.QUOTA : code.contains("rate_limit") ? Why.BUSY : Why.BROKEN;
    return new ModelFailed(
        why, "an error in its middle" + (code.isEmpty() ? "" : ", " + code), null, tokens);
  }

  private static Why why(int status, String code) {
    if (code.equals(NO_QUOTA)) {
      return Why.QUOTA;
    }
    if (NO_MODEL.contains(code)) {
      return Why.MISCONFIGURED;
    }
    if (code.equals(BAD_CALL)) {
      return Why.BROKEN;
    }
    return switch (status) {
      case 401, 403, 404 -> Why.MISCONFIGURED;
      case 402 -> Why.QUOTA;
      case 408, 409 -> Why.DOWN;
      case 429, 498 -> Why.BUSY;
      default -> status >= 500 ? Why.DOWN : status < 400 ? Why.MISCONFIGURED : Why.REFUSED;
    };
  }

  /** The code, else the type; both are words of the provider's, never of a guest. */
  private static String code(JsonNode error) {
    String code = Fields.text(error, "code");
    String type = Fields.text(error, "type");
    if (NO_QUOTA.equals(type)) {
      return type;
    }
    String word = code == null ? type : code;
    return word == null || !word.matches("[\\w.-]{1,60}") ? "" : word;
  }
}
