package io.conserje.speech;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several recognisers as one: when one is lost the next hears what it had not settled, within the
 * same sentence. Who is known to be in trouble is left out, unless nobody else is there.
 */
public final class ChainOfRecognizers implements SpeechRecognizer {

  private static final Logger LOG = LoggerFactory.getLogger(ChainOfRecognizers.class);

  private final List<SpeechRecognizer> recognizers;
  private final Circuits circuits;

  /**
   * @param recognizers in their order
   */
  public ChainOfRecognizers(List<SpeechRecognizer> recognizers, InstantSource clock) {
    this.recognizers = List.copyOf(recognizers);
    this.circuits = new Circuits(clock);
  }

  /** The first that is there; of whom words come is not told. */
  @Override
  public String name() {
    return recognizers.stream()
        .filter(SpeechRecognizer::isThere)
        .findFirst()
        .map(SpeechRecognizer::name)
        .orElse("none");
  }

  @Override
  public boolean isThere() {
    return recognizers.stream().anyMatch(SpeechRecognizer::isThere);
  }

  @Override
  public boolean takes(AudioFormat format) {
    return recognizers.stream().anyMatch(one -> one.isThere() && one.takes(format));
  }

  @Override
  public Session listen(Wishes wishes, Listener listener) {
    List<SpeechRecognizer> able =
        recognizers.stream().filter(one -> one.isThere() && one.takes(wishes.format())).toList();
    InTurn<SpeechRecognizer> turns = new InTurn<>(able, SpeechRecognizer::name, circuits);
    ChainedSession session = new ChainedSession(turns, wishes, listener, this::judge);
    session.begin();
    return session;
  }

  private void judge(String name, SpeechFailure failure) {
    if (failure == null) {
      circuits.answered(name);
    } else {
      circuits.failed(name, failure);
      LOG.warn("{} hears no more ({}); the next one listens.", name, failure.reason());
    }
  }
}
