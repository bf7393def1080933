package io.conserje.voice.socket;

import java.util.List;
import java.util.function.Function;

/** Where the sockets of one kind of carrier come in. */
public interface Door {

  /** Before the token, for example {@code /voice/twilio/stream/}. */
  String path();

  /** Who is let in; asks the database, and is therefore asked on a thread of its own. */
  Entry enter(Asked asked);

  /**
   * The wish to come in.
   *
   * @param path with the token
   * @param afterToken what the path has behind it and a slash; empty for nothing
   * @param headers what a header says, each time it comes
   */
  record Asked(
      String path, String token, String afterToken, Function<String, List<String>> headers) {

    public List<String> header(String name) {
      return headers.apply(name);
    }
  }

  /** What became of it. */
  sealed interface Entry {

    record Let(SocketLine line) implements Entry {}

    /**
     * @param status of HTTP
     * @param reason for the log and the answer: no secrets
     */
    record Refused(int status, String reason) implements Entry {}
  }
}
