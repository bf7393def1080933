package io.conserje.connectors.deepgram;

import io.conserje.connectors.json.Part;
import io.conserje.speech.SpeechRecognizer.Heard;
import java.time.Duration;
import java.util.List;

/**
 * What the messages of Flux ({@code /v2/listen}) mean. It tells turns, and with each message all
 * words of the turn so far; they are for good once the turn is over. It does not say when a word
 * was spoken.
 */
final class FluxMessages implements Messages {

  private final Duration offset;
  private final SpeechTold told;
  private String partial = "";
  private boolean thoughtFinished;

  FluxMessages(Duration offset, SpeechTold told) {
    this.offset = offset;
    this.told = told;
  }

  @Override
  public void take(Part message) {
    switch (message.text("type")) {
      case "TurnInfo" -> turn(message);
      case "Error" -> told.failed(message.text("code"));
      default -> {}
    }
  }

  private void turn(Part message) {
    String text = message.text("transcript").strip();
    switch (message.text("event")) {
      case "StartOfTurn" -> {
        told.heard(new Heard.Voice(seconds(message, "audio_window_start")));
        partial(text);
      }
      case "Update" -> partial(text);
      case "EagerEndOfTurn" -> {
        partial(text);
        thoughtFinished = true;
        told.heard(new Heard.TurnEnd(false));
      }
      case "TurnResumed" -> {
        goesOn();
        partial(text);
      }
      case "EndOfTurn" -> finished(text, seconds(message, "audio_window_end"));
      default -> {}
    }
  }

  private void partial(String text) {
    if (!text.equals(partial)) {
      goesOn();
      partial = text;
      told.heard(new Heard.Partial(text));
    }
  }

  private void goesOn() {
    if (thoughtFinished) {
      thoughtFinished = false;
      told.heard(new Heard.GoesOn());
    }
  }

  private void finished(String text, Duration upTo) {
    thoughtFinished = false;
    if (text.isEmpty()) {
      partial("");
    } else {
      partial = "";
      told.heard(new Heard.Words(text, List.of(), upTo));
      told.heard(new Heard.TurnEnd(true));
    }
    told.settled(upTo);
  }

  private Duration seconds(Part message, String name) {
    return offset.plus(Messages.seconds(message, name));
  }
}
