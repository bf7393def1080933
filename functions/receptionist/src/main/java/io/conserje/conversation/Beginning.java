package io.conserje.conversation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of an answer that are told before its end is known. Each part is written down before
 * anybody says it, so that what was said and what is known to have been said are the same, whatever
 * becomes of the rest.
 */
final class Beginning implements LanguageModel.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

  private final Turn turn;
  private final SavedTurns turns;
  private final InstantSource clock;
  private final String language;

  /** Null where only the whole answer is wanted. */
  private final Runnable partWritten;

  /** Null where the guest has finished. */
  private final Ahead ahead;

  /** The model's own words, as far as they were told. */
  private final StringBuilder told = new StringBuilder();

  private final List<String> parts = new ArrayList<>();
  private boolean over;

  Beginning(
      Turn turn,
      SavedTurns turns,
      InstantSource clock,
      String language,
      Runnable partWritten,
      Ahead ahead) {
    this.turn = turn;
    this.turns = turns;
    this.clock = clock;
    this.language = language;
    this.partWritten = partWritten;
    this.ahead = ahead;
    this.over = partWritten == null;
  }

  /** Once a part was not told, none after it is: the rest comes with the reply. */
  @Override
  public void text(String piece) {
    if (over) {
      return;
    }
    try {
      String words = Outgoing.text(piece, turn.channel(), language);
      over = !words.isBlank() && !turns.part(turn, words, clock.instant());
      if (over) {
        return;
      }
      told.append(piece);
      if (!words.isBlank()) {
        parts.add(words);
        partWritten.run();
      }
    } catch (SavedTurns.LeaseLost anotherRunAnswers) {
      over = true;
    } catch (RuntimeException fault) {
      over = true;
      LOG.warn("The beginning of an answer was not told; it is told with the whole.", fault);
    }
  }

  /** What was told stays told; the answer that comes now begins anew. */
  @Override
  public void discarded() {
    told.setLength(0);
    parts.clear();
  }

  @Override
  public void onceKnown(Consumer<Boolean> wanted) {
    if (ahead == null) {
      wanted.accept(true);
    } else {
      ahead.onceKnown(wanted);
    }
  }

  /** The answer's text as it leaves the house: what was told of it, word for word, and the rest. */
  String whole(ModelAnswer answer) {
    String text = answer.text();
    if (parts.isEmpty() || !text.startsWith(told.toString().strip())) {
      return Outgoing.text(text, turn.channel(), answer.language());
    }
    String rest = text.substring(Math.min(told.length(), text.length()));
    return String.join(" ", parts) + " " + Outgoing.text(rest, turn.channel(), language);
  }
}
