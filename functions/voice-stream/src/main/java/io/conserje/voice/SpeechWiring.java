package io.conserje.voice;

import io.conserje.connectors.audio.voice.BuiltInDetector;
import io.conserje.connectors.azure.AzureAccount;
import io.conserje.connectors.azure.AzureVoice;
import io.conserje.connectors.azurerecognition.AzureRecognizer;
import io.conserje.connectors.azurerecognition.RecognitionAccount;
import io.conserje.connectors.deepgram.DeepgramAccount;
import io.conserje.connectors.deepgram.DeepgramRecognizer;
import io.conserje.connectors.elevenlabs.ElevenLabsAccount;
import io.conserje.connectors.elevenlabs.ElevenLabsHttpVoice;
import io.conserje.connectors.elevenlabs.ElevenLabsVoice;
import io.conserje.connectors.espeak.EspeakVoice;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.silero.SileroDetector;
import io.conserje.connectors.speechhttp.SpeechClients;
import io.conserje.connectors.websocket.ProviderSockets;
import io.conserje.names.Variable;
import io.conserje.speech.ChainOfRecognizers;
import io.conserje.speech.ChainOfVoices;
import io.conserje.speech.PhraseMemory;
import io.conserje.speech.RememberingVoice;
import io.conserje.speech.SpeechRecognizer;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.VoiceActivity;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.netty.channel.EventLoopGroupConfiguration;
import io.micronaut.http.netty.channel.EventLoopGroupFactory;
import io.micronaut.http.netty.channel.EventLoopGroupRegistry;
import io.micronaut.http.netty.channel.NettyChannelType;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Who hears and speaks in calls. */
@Factory
final class SpeechWiring {

  /** Bytes of sound that is said every day: ten minutes. */
  private static final long PHRASES = 5_000_000;

  private static final String ESPEAK = "espeak-ng";

  /** On the loops that carry the calls: a call and its providers share one. */
  @Singleton
  ProviderSockets providerSockets(EventLoopGroupRegistry loops, EventLoopGroupFactory transports) {
    EventLoopGroupConfiguration usual =
        loops.getEventLoopGroupConfiguration(EventLoopGroupConfiguration.DEFAULT).orElseThrow();
    return new ProviderSockets(
        loops.getDefaultEventLoopGroup(),
        transports.channelClass(NettyChannelType.CLIENT_SOCKET, usual));
  }

  @Singleton
  VoiceActivity.Detector detector(Settings settings) {
    return settings
        .find(Variable.SILERO_MODEL)
        .<VoiceActivity.Detector>map(model -> new SileroDetector(Path.of(model)))
        .orElseGet(BuiltInDetector::new);
  }

  @Singleton
  SpeechRecognizer recognizer(
      Settings settings, ProviderSockets sockets, FunctionEnvironment environment) {
    return new ChainOfRecognizers(
        List.of(
            new DeepgramRecognizer(() -> DeepgramAccount.from(settings::find), sockets),
            new AzureRecognizer(() -> RecognitionAccount.from(settings::find))),
        environment.clock());
  }

  /** Whoever can, in this order; the machine itself at last. */
  @Singleton
  SpeechVoice voice(
      Settings settings,
      ProviderSockets sockets,
      EventLoopGroupRegistry loops,
      FunctionEnvironment environment) {
    Supplier<ElevenLabsAccount> elevenLabs = () -> ElevenLabsAccount.from(settings::find);
    PhraseMemory memory = new PhraseMemory(PHRASES);
    Supplier<HttpClient> http = SupplierUtil.memoized(SpeechClients::create);
    return new ChainOfVoices(
        List.of(
            new RememberingVoice(new ElevenLabsVoice(elevenLabs, sockets), memory),
            new RememberingVoice(new ElevenLabsHttpVoice(elevenLabs, http), memory),
            new RememberingVoice(
                new AzureVoice(() -> AzureAccount.from(settings::find), http), memory),
            new EspeakVoice(() -> settings.find(Variable.ESPEAK_PROGRAM).orElse(ESPEAK))),
        ChainOfVoices.Patience.USUAL,
        loops.getDefaultEventLoopGroup(),
        environment.clock());
  }
}
