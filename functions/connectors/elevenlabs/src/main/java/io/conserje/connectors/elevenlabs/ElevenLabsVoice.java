package io.conserje.connectors.elevenlabs;

import io.conserje.connectors.websocket.ProviderSockets;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechVoice;
import java.util.function.Supplier;

/**
 * ElevenLabs' streaming voice ({@code stream-input}): one socket for each utterance, kept ready.
 */
public final class ElevenLabsVoice implements SpeechVoice {

  public static final String NAME = "elevenlabs";

  private final Supplier<ElevenLabsAccount> account;
  private final ReadySockets sockets;

  /**
   * @param account read for each utterance
   */
  public ElevenLabsVoice(Supplier<ElevenLabsAccount> account, ProviderSockets sockets) {
    this.account = account;
    this.sockets = new ReadySockets(sockets);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isThere() {
    ElevenLabsAccount now = account.get();
    return now.isThere() && now.takesSockets();
  }

  @Override
  public boolean speaks(AudioFormat format) {
    return ElevenLabsAccount.speaks(format);
  }

  @Override
  public Utterance begin(Wishes wishes, Listener listener) {
    ElevenLabsUtterance utterance =
        new ElevenLabsUtterance(account.get(), wishes, listener, sockets);
    utterance.begin();
    return utterance;
  }
}
