package io.conserje.call;

import io.conserje.call.CallWords.Answers;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.conversation.Ahead;
import io.conserje.conversation.Receptionist.Unforeseen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a guest has said when they pause, and the answer to it, which is made in the pause: kept
 * where they have finished indeed, undone where they go on. Whoever makes it waits; whoever has
 * ordered it and wants it no more does not.
 */
public final class Foresight implements Ahead {

  private static final Logger LOG = LoggerFactory.getLogger(Foresight.class);

  /** A pause that nobody tells the end of; others wait for the conversation meanwhile. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final String words;
  private final List<HeardLine> heard;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<Boolean> wanted = new CompletableFuture<>();
  private final CompletableFuture<Optional<Answers>> outcome = new CompletableFuture<>();

  /** Those of whoever makes it. */
  private final List<Consumer<Boolean>> counts = new ArrayList<>();

  /**
   * @param heard what had become of the lines before them
   */
  public Foresight(String words, List<HeardLine> heard) {
    this.words = words;
    this.heard = List.copyOf(heard);
  }

  public String words() {
    return words;
  }

  public List<HeardLine> heard() {
    return heard;
  }

  /** Whether it is what was said, after the same lines as far as they were heard. */
  public boolean isFor(String said, List<HeardLine> lines) {
    return words.equals(said) && heard.equals(lines);
  }

  /** The guest has finished: it is asked for as it is, or made anew. Waits for nobody. */
  public void want() {
    wanted.complete(true);
  }

  /** It is not wanted. */
  public void drop() {
    begun.set(true);
    wanted.complete(false);
  }

  /**
   * Makes it, unless it is wanted or dropped already, and waits until that is known.
   *
   * @param work asks {@link #isWanted} at its end, and undoes what it did where it is not
   */
  void make(Supplier<Answers> work) {
    if (!begun.compareAndSet(false, true)) {
      return;
    }
    boolean kept = false;
    try {
      outcome.complete(Optional.of(work.get()));
      kept = true;
    } catch (Unforeseen notWanted) {
      LOG.debug("An answer that was made ahead is not wanted, or could not be.");
    } catch (RuntimeException fault) {
      LOG.warn("An answer could not be made ahead; it is made when the guest has finished.", fault);
    } finally {
      outcome.complete(Optional.empty());
      tell(kept);
    }
  }

  private void tell(boolean kept) {
    counts.forEach(count -> count.accept(kept));
  }

  @Override
  public void onceKnown(Consumer<Boolean> wanted) {
    counts.add(wanted);
  }

  /** Waits until it is known. */
  boolean isWanted() {
    return wanted.completeOnTimeout(false, LONGEST.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** Waits for its end where it was begun; empty where there is nothing to be kept. */
  Optional<Answers> keep() {
    if (begun.compareAndSet(false, true)) {
      return Optional.empty();
    }
    want();
    return outcome.join();
  }
}
