package io.conserje.voice.stage;

import io.conserje.call.HouseTalk.Line;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the house says of itself in a call. It is said at once and written down meanwhile: whatever
 * is slow or broken, the guest does not hear silence.
 */
final class OwnWords {

  private static final Logger LOG = LoggerFactory.getLogger(OwnWords.class);

  private final CallSession call;
  private final Stage.Next next;

  OwnWords(CallSession call, Stage.Next next) {
    this.call = call;
    this.next = next;
  }

  void say(String words) {
    Line line = new Line(UUID.randomUUID(), words);
    away(() -> call.house().says(line));
    next.hand(new Signal.Say(call.spoken().addOwn(line), words));
  }

  /** Does what waits for the book, on a thread of its own. */
  void away(Runnable work) {
    Thread.ofVirtual()
        .name("call-own-words")
        .start(() -> {
          try {
            work.run();
          } catch (RuntimeException fault) {
            call.tally().count("own_words_fault");
            LOG.atError()
                .setCause(fault)
                .addKeyValue("call", call.id())
                .log("What the house said of itself is not written down; the call goes on.");
          }
        });
  }
}
