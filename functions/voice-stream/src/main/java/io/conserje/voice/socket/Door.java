package io.conserje.voice.socket;

import java.util.List;

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
   * @param signatures what the header in question says, each time it comes
   */
  record Asked(String path, String token, List<String> signatures) {}

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
