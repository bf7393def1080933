package io.conserje.connectors.azurerecognition;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechRecognizer;
import java.util.function.Supplier;

/**
 * Azure's recogniser. Its library brings native code; where that cannot be loaded it is simply not
 * there.
 */
public final class AzureRecognizer implements SpeechRecognizer {

  public static final String NAME = "azure";

  private final Supplier<RecognitionAccount> account;

  /** What the library needs cannot be loaded on this machine. */
  private volatile boolean absent;

  /**
   * @param account read for each call
   */
  public AzureRecognizer(Supplier<RecognitionAccount> account) {
    this.account = account;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isThere() {
    return !absent && account.get().isThere();
  }

  @Override
  public boolean takes(AudioFormat format) {
    return RecognitionAccount.takes(format);
  }

  @Override
  public Session listen(Wishes wishes, Listener listener) {
    AzureSession session =
        new AzureSession(() -> account.get().config(wishes), wishes, listener, () -> absent = true);
    session.begin();
    return session;
  }
}
