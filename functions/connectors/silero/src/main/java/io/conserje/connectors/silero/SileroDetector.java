package io.conserje.connectors.silero;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.conserje.connectors.audio.voice.BuiltInDetector;
import io.conserje.speech.VoiceActivity;
import java.nio.file.Path;
import java.util.Set;

/** One model for all calls of the process; what differs between calls is theirs. */
public final class SileroDetector implements VoiceActivity.Detector, AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /**
   * Reads the model and tries it, so that a host with one it cannot use does not take calls.
   *
   * @throws IllegalArgumentException if it is none, or none that knows telephones
   */
  public SileroDetector(Path model) {
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OptLevel.ALL_OPT);
      session = environment.createSession(model.toString(), options);
    } catch (OrtException unreadable) {
      throw new IllegalArgumentException(
          "%s is no model that can be run: %s".formatted(model, unreadable.getMessage()));
    }
    if (!session.getInputNames().containsAll(Set.of("input", "state", "sr"))) {
      throw new IllegalArgumentException(
          "%s takes %s; a Silero model of version 5 or later takes input, state and sr"
              .formatted(model, session.getInputNames()));
    }
    try {
      ModelProbe.look(environment, session);
    } catch (OrtException | IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "%s is no voice detector for calls: %s".formatted(model, unfit.getMessage()));
    }
  }

  @Override
  public String name() {
    return "silero";
  }

  @Override
  public VoiceActivity begin(int rate, VoiceActivity.Thresholds thresholds) {
    VoiceActivity instead = new BuiltInDetector().begin(rate, thresholds);
    return new SileroVoice(model(rate), instead, rate, thresholds);
  }

  Model model(int rate) {
    return new SileroState(environment, session, rate);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
