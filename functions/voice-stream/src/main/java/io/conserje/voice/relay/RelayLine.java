package io.conserje.voice.relay;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.voice.call.CallPipeline;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.CallThread;
import io.conserje.voice.call.Signal;
import io.conserje.voice.carrier.WordLine;
import io.conserje.voice.socket.CallOnSocket;
import io.conserje.voice.socket.CarrierMessage;
import io.conserje.voice.socket.SocketLine;
import io.conserje.voice.twilio.TwilioDoor;
import java.time.Duration;
import java.util.List;

/**
 * A call in which Twilio hears and speaks (ConversationRelay): words come and go.
 *
 * @see <a href="https://www.twilio.com/docs/voice/conversationrelay/websocket-messages">Twilio:
 *     ConversationRelay</a>
 */
final class RelayLine implements SocketLine, WordLine {

  private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();

  private final CallOnSocket call;
  private final String account;
  private final Crew crew;

  /**
   * @param account empty for any
   */
  RelayLine(CallOnSocket call, String account, Crew crew) {
    this.call = call;
    this.account = account;
    this.crew = crew;
  }

  @Override
  public void opened(Out out, CallThread thread) {
    call.opened(out, thread);
  }

  @Override
  public void text(byte[] message) {
    call.read(() -> take(CarrierMessage.read(message)));
  }

  private void take(CarrierMessage message) {
    switch (message.text("type")) {
      case "setup" -> setUp(message);
      case "prompt" -> prompt(message);
      case "interrupt" -> call.hand(new Signal.CutShort(message.text("utteranceUntilInterrupt")));
      case "dtmf" -> key(message.text("digit"));
      case "error" -> call.tally().count("carrier_complains");
      default -> {}
    }
  }

  private void setUp(CarrierMessage setup) {
    if (call.hasBegun()) {
      call.tally().count("frame_out_of_order");
      return;
    }
    boolean ours =
        setup.text("callSid").equals(call.callId())
            && (account.isEmpty() || setup.text("accountSid").equals(account));
    if (!ours) {
      call.refuse("a relay of another call or account.");
      return;
    }
    call.begin(() -> CallPipeline.ofWords(session(), crew));
  }

  private CallSession session() {
    return new CallSession(
        call.callId(), call.language(), call.thread(), this, call.house(), call.tally());
  }

  /** One that the guest may still go on with says so. */
  private void prompt(CarrierMessage prompt) {
    if (!prompt.text("last").equals("false")) {
      String words = prompt.text("voicePrompt");
      call.hand(new Signal.Heard(new Heard.Words(words, List.of(), Duration.ZERO)));
    }
  }

  private void key(String digit) {
    if (digit.length() == 1) {
      call.hand(new Signal.Key(digit.charAt(0)));
    }
  }

  @Override
  public void closed(String reason) {
    call.closed(reason);
  }

  @Override
  public String name() {
    return TwilioDoor.PROVIDER;
  }

  @Override
  public void say(String text) {
    call.send("{\"type\":\"text\",\"token\":\"" + quoted(text) + "\",\"last\":true}");
  }

  private static String quoted(String text) {
    return new String(JSON.quoteAsString(text));
  }

  /** Why is noted where Twilio's next question is answered: nothing of it goes through Twilio. */
  @Override
  public void hangUp() {
    call.leave(() -> call.send("{\"type\":\"end\"}"));
  }
}
