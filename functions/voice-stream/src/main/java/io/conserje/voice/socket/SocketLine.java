package io.conserje.voice.socket;

import io.conserje.voice.call.CallThread;

/** What one call's socket brings. Everything comes on the call's thread. */
public interface SocketLine {

  void opened(Out out, CallThread thread);

  /**
   * @param message its own from now on
   */
  void text(byte[] message);

  /** The last thing, however it came about. */
  void closed(String reason);

  /** The way back. On the call's thread only; a socket that is closed swallows everything. */
  interface Out {

    void text(String message);

    void close();
  }
}
