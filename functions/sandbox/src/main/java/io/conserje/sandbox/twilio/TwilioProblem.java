package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;

/** How Twilio says no. */
record TwilioProblem(int status, int code, String message) {

  static final TwilioProblem UNAUTHORIZED = new TwilioProblem(401, 20003, "Authenticate");
  static final TwilioProblem NOT_FOUND =
      new TwilioProblem(404, 20404, "The requested resource was not found");

  static TwilioProblem badRequest(int code, String message) {
    return new TwilioProblem(400, code, message);
  }

  /** A fault that was asked for. */
  static TwilioProblem ofStatus(int status) {
    return switch (status) {
      case 429 -> new TwilioProblem(429, 20429, "Too Many Requests");
      case 401 -> UNAUTHORIZED;
      case 404 -> NOT_FOUND;
      case 400 -> badRequest(21211, "The 'To' number is not a valid phone number.");
      case 503 -> new TwilioProblem(503, 20503, "Service unavailable");
      default -> new TwilioProblem(status, 20500, "Internal Server Error");
    };
  }

  String json() {
    ObjectNode json = Json.object();
    json.put("code", code);
    json.put("message", message);
    json.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    json.put("status", status);
    return Json.write(json);
  }
}
