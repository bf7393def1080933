package io.conserje.names;

/**
 * A route of the HTTP API; {@code path} may contain {@code {name}} parts and end in {@code
 * {proxy+}}.
 */
public record Route(String method, String path) {

  /** As API Gateway spells it: {@code POST /whatsapp/webhook}. */
  public String key() {
    return method + " " + path;
  }
}
