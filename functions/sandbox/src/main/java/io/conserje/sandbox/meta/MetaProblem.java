package io.conserje.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;

/** How the Graph API says no. */
record MetaProblem(int status, int code, String message) {

  static final MetaProblem TOKEN =
      new MetaProblem(401, 190, "Error validating access token: the session is invalid.");
  static final MetaProblem UNKNOWN =
      new MetaProblem(400, 100, "Unsupported request. Object does not exist.");

  static MetaProblem wrong(String what) {
    return new MetaProblem(400, 100, "(#100) Invalid parameter: " + what);
  }

  /** A fault that was asked for: a status of HTTP, or a code of Meta's. */
  static MetaProblem asked(int status) {
    return switch (status) {
      case 401 -> TOKEN;
      case 429 -> new MetaProblem(429, 130429, "(#130429) Rate limit hit");
      case 500, 502, 503, 504 -> new MetaProblem(status, 131016, "(#131016) Service unavailable");
      default ->
          status < 1000
              ? new MetaProblem(status, 131000, "(#131000) Something went wrong")
              : new MetaProblem(400, status, "(#" + status + ") Refused");
    };
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    ObjectNode error = json.putObject("error");
    error.put("message", message).put("type", "OAuthException").put("code", code);
    error.putObject("error_data").put("messaging_product", "whatsapp").put("details", message);
    error.put("fbtrace_id", "AsimulatedTrace");
    return json;
  }
}
