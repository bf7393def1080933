package io.conserje.connectors.vapi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a chat is not completed, in OpenAI's form.
 *
 * @param status of HTTP
 * @param param which field it is about; null for none
 * @param code null for none
 */
public record ChatProblem(int status, String type, String param, String code, String message) {

  public static ChatProblem wrong(String param, String message) {
    return new ChatProblem(400, "invalid_request_error", param, null, message);
  }

  public static ChatProblem key() {
    return new ChatProblem(
        401,
        "invalid_request_error",
        null,
        "invalid_api_key",
        "Send Authorization: Bearer, with the key kept as VAPI_LLM_KEY.");
  }

  public static ChatProblem noHouse() {
    return new ChatProblem(
        404,
        "invalid_request_error",
        "model",
        "model_not_found",
        "What was called is in no house file, and model names no house.");
  }

  public static ChatProblem trouble() {
    return new ChatProblem(
        503, "server_error", null, null, "The house cannot be reached at the moment. Ask again.");
  }

  public Map<String, Object> json() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("type", type);
    error.put("param", param);
    error.put("code", code);
    return Map.of("error", error);
  }
}
