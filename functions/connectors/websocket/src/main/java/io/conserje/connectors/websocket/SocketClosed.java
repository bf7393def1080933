package io.conserje.connectors.websocket;

import java.util.Map;

/**
 * Why a socket is no more.
 *
 * @param status what the provider answered instead of opening it; 0 where it did not answer, or the
 *     socket had been open
 * @param code of RFC 6455, 7.4; {@link #NONE} where nobody said goodbye
 * @param reason as far as it was said, cut short; nothing of a guest
 * @param headers of an answer with a status, their names in lower case
 */
public record SocketClosed(int status, int code, String reason, Map<String, String> headers) {

  /** The connection was lost, or there never was one. */
  public static final int NONE = 1006;

  public static SocketClosed lost(String reason) {
    return new SocketClosed(0, NONE, reason, Map.of());
  }

  /** For a log. */
  public String told() {
    String kind = status > 0 ? "refused with " + status : "closed with " + code;
    return reason.isBlank() ? kind : kind + ": " + reason;
  }
}
