package io.conserje.connectors.deepgram;

import io.conserje.connectors.websocket.ProviderSockets;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechRecognizer;
import java.util.function.Supplier;

/** Deepgram's streaming recogniser ({@code /v1/listen}): one socket for each call. */
public final class DeepgramRecognizer implements SpeechRecognizer {

  public static final String NAME = "deepgram";

  private final Supplier<DeepgramAccount> account;
  private final ProviderSockets sockets;

  /**
   * @param account read for each call
   */
  public DeepgramRecognizer(Supplier<DeepgramAccount> account, ProviderSockets sockets) {
    this.account = account;
    this.sockets = sockets;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isThere() {
    return account.get().isThere();
  }

  @Override
  public boolean takes(AudioFormat format) {
    return true;
  }

  @Override
  public Session listen(Wishes wishes, Listener listener) {
    DeepgramSession session = new DeepgramSession(account.get(), wishes, listener, sockets);
    session.begin();
    return session;
  }
}
