package io.conserje.connectors.elevenlabs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.websocket.ProviderSockets;
import io.conserje.simulated.speech.RequestHead;
import io.conserje.simulated.speech.SimulatedElevenLabs;
import io.conserje.simulated.speech.SpeechPort;
import io.conserje.simulated.speech.Trouble;
import io.conserje.simulated.speech.Trouble.Kind;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.SpeechVoice.Utterance;
import io.conserje.speech.SpeechVoice.Wishes;
import io.conserje.speech.TimedWord;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ElevenLabsVoiceTest {

  private static final String FIRST = "Buenas tardes, restaurante La Plaza.";
  private static final String SECOND = "¿En qué puedo ayudarle?";

  /** Of one character with the blank that is sent after each clause. */
  private static final int BYTES = 65 * 8;

  private static EventLoopGroup loops;

  private final SimulatedElevenLabs elevenLabs = new SimulatedElevenLabs("key");
  private final SpeechPort port = SpeechPort.open(0, elevenLabs);
  private final SpokenSoFar spoken = new SpokenSoFar();

  @BeforeAll
  static void start() {
    loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  }

  @BeforeEach
  void atOnce() {
    elevenLabs.speaksAfter(Duration.ofMillis(1));
  }

  @AfterEach
  void close() {
    port.close();
  }

  @AfterAll
  static void stop() {
    loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  @Test
  void speaksClauseByClause() {
    Utterance utterance = begin("key");
    utterance.say(FIRST);
    spoken.await("the first clause", s -> s.bytes() >= (FIRST.length() + 1) * BYTES);
    assertFalse(spoken.isDone());
    utterance.say(SECOND);
    utterance.end();
    spoken.await("the end", SpokenSoFar::isDone);
    assertEquals((FIRST.length() + SECOND.length() + 2) * BYTES, spoken.bytes());
    assertEquals(List.of("sound", "clause 0", "sound", "clause 1", "done"), spoken.order());
  }

  @Test
  void wordsHaveTheirTimes() {
    Utterance utterance = begin("key");
    utterance.say(FIRST);
    utterance.say(SECOND);
    utterance.end();
    spoken.await("the end", SpokenSoFar::isDone);
    List<TimedWord> words = spoken.words();
    assertEquals(
        List.of((FIRST + " " + SECOND).split(" ")), words.stream().map(TimedWord::text).toList());
    int at = (FIRST + " ").length() * 65;
    assertEquals(Duration.ofMillis(at), words.get(5).from());
    assertEquals(Duration.ofMillis(at + 3 * 65), words.get(5).to());
  }

  @Test
  void anotherSocketStandsReadyForTheNextUtterance() {
    SpeechVoice voice = voice("key");
    Utterance first = voice.begin(wishes(), new SpokenSoFar());
    first.say(FIRST);
    spoken.await("a second socket", s -> elevenLabs.visits().size() == 2);
    voice.begin(wishes(), spoken).say(SECOND);
    spoken.await("sound", s -> s.bytes() > 0);
    spoken.await("a third socket", s -> elevenLabs.visits().size() == 3);
  }

  /** Where its sound is read: a loop that is late is not the voice's silence. */
  @Test
  void itsSilenceIsLookedAtOnTheLoopOfItsSocket() {
    assertSame(loops.next(), begin("key").heardOn(GlobalEventExecutor.INSTANCE));
  }

  @Test
  void whatIsCancelledIsNotHeardOfAgain() {
    Utterance utterance = begin("key");
    utterance.say(FIRST);
    spoken.await("sound", s -> s.bytes() > 0);
    utterance.cancel();
    SpokenSoFar another = new SpokenSoFar();
    Utterance next = voice("key").begin(wishes(), another);
    next.say(SECOND);
    next.end();
    another.await("the end", SpokenSoFar::isDone);
    assertFalse(spoken.isDone());
    assertEquals(null, spoken.failure());
  }

  @Test
  void aLostSocketIsToldAndPasses() {
    elevenLabs.troubles().add(Trouble.after(Duration.ofMillis(500), Kind.LOST));
    Utterance utterance = begin("key");
    utterance.say(FIRST);
    spoken.await("a failure", s -> s.failure() != null);
    assertTrue(spoken.failure().passing());
    assertTrue(spoken.bytes() > 0);
  }

  @Test
  void anEmptyAccountIsForAPersonToPutRight() {
    elevenLabs.troubles().add(Trouble.after(Duration.ZERO, Kind.ERROR));
    begin("key").say(FIRST);
    spoken.await("a failure", s -> s.failure() != null);
    assertFalse(spoken.failure().passing());
    assertEquals("quota_exceeded", spoken.failure().reason());
  }

  @Test
  void soIsAWrongKey() {
    begin("another").say(FIRST);
    spoken.await("a failure", s -> s.failure() != null);
    assertFalse(spoken.failure().passing());
  }

  @Test
  void anAnswerWithNothingToSayEnds() {
    begin("key").end();
    spoken.await("the end", SpokenSoFar::isDone);
    assertEquals(0, spoken.bytes());
  }

  @Test
  void asksForTheTelephonesOwnSound() {
    begin("key");
    spoken.await("a visit", s -> !elevenLabs.visits().isEmpty());
    RequestHead head = elevenLabs.visits().getFirst();
    assertEquals("ulaw_8000", head.asked("output_format"));
    assertEquals("es", head.asked("language_code"));
    assertEquals("true", head.asked("auto_mode"));
    assertTrue(head.path().contains("/voice1/"));
  }

  private Utterance begin(String key) {
    return voice(key).begin(wishes(), spoken);
  }

  private static Wishes wishes() {
    return new Wishes(AudioFormat.MULAW_8000, Locale.forLanguageTag("es"), "");
  }

  private SpeechVoice voice(String key) {
    return new ElevenLabsVoice(
        () -> new ElevenLabsAccount(key, port.address().toString(), "eleven_flash_v2_5", "voice1"),
        new ProviderSockets(loops, NioSocketChannel.class));
  }
}
