package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.http.Form;

/**
 * One control.
 *
 * @param expected what its body or query looks like, for whoever got it wrong
 */
public record Control(String method, String path, String expected, Action action) {

  /** An {@link IllegalArgumentException} is the caller's mistake. */
  interface Action {
    Reply run(JsonNode body, Form query);
  }

  /** What is answered, as JSON. */
  record Reply(int status, Object body) {
    public static Reply ok(Object body) {
      return new Reply(200, body);
    }
  }
}
