package io.conserje.sandbox.voice;

import io.conserje.simulated.speech.SimulatedAzure;
import io.conserje.simulated.speech.SimulatedAzureEar;
import io.conserje.simulated.speech.SimulatedDeepgram;
import io.conserje.simulated.speech.SimulatedElevenLabs;
import io.conserje.simulated.speech.SpeechPort;

/** Who hears and speaks in calls, on a port of their own: they talk over WebSockets. */
public final class Speech implements AutoCloseable {

  public static final String DEEPGRAM_KEY = "test-deepgram-api-key-not-real";
  public static final String ELEVENLABS_KEY = "test-elevenlabs-api-key-not-real";
  public static final String AZURE_KEY = "test-azure-speech-key-not-real";

  private final SimulatedDeepgram deepgram = new SimulatedDeepgram(DEEPGRAM_KEY);
  private final SimulatedElevenLabs elevenLabs = new SimulatedElevenLabs(ELEVENLABS_KEY);
  private final SimulatedAzure azure = new SimulatedAzure(AZURE_KEY);
  private final SimulatedAzureEar azureEar = new SimulatedAzureEar(AZURE_KEY);
  private final SpeechPort port = SpeechPort.open(0, deepgram, elevenLabs, azure, azureEar);

  public String address() {
    return port.address().toString();
  }

  public SimulatedDeepgram deepgram() {
    return deepgram;
  }

  public SimulatedElevenLabs elevenLabs() {
    return elevenLabs;
  }

  public SimulatedAzure azure() {
    return azure;
  }

  public SimulatedAzureEar azureEar() {
    return azureEar;
  }

  /** Nothing goes wrong any more. */
  public void clear() {
    deepgram.troubles().clear();
    elevenLabs.troubles().clear();
    azure.troubles().clear();
    azureEar.troubles().clear();
  }

  @Override
  public void close() {
    port.close();
  }
}
