package io.conserje.webchat;

import io.conserje.conversation.Receptionist;
import io.conserje.conversation.Receptionist.Answer;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.outbound.DeliverReplies;
import io.conserje.venue.VenueId;
import io.conserje.webchat.ChatLog.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Answers a message while its writer waits, by whichever run gets the conversation. An answer that
 * takes longer is finished all the same, and fetched later.
 */
public final class AnswerAtOnce {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerAtOnce.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Receptionist receptionist;
  private final DeliverReplies deliver;
  private final Runnable afterwards;
  private final ChatLog log;
  private final Duration patience;

  /**
   * @param afterwards sees to what an answer left to be sent elsewhere
   * @param patience how long the writer waits at most, in the machine's own time
   */
  public AnswerAtOnce(
      Receptionist receptionist,
      DeliverReplies deliver,
      Runnable afterwards,
      ChatLog log,
      Duration patience) {
    this.receptionist = receptionist;
    this.deliver = deliver;
    this.afterwards = afterwards;
    this.log = log;
    this.patience = patience;
  }

  /** What the house says to the message at a position; not {@code done} when it took too long. */
  public Reply to(VenueId venue, UUID conversation, long message) {
    long deadline = System.nanoTime() + patience.toNanos();
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    Map<String, String> logged = MDC.getCopyOfContextMap();
    Thread.ofVirtual()
        .start(() -> {
          if (logged != null) {
            MDC.setContextMap(logged);
          }
          try {
            answer.complete(work(venue, conversation, message, deadline));
          } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
          }
        });
    return await(answer);
  }

  private Reply await(CompletableFuture<Reply> answer) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Reply(false, List.of());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply(false, List.of());
    }
  }

  private Reply work(VenueId venue, UUID conversation, long message, long deadline) {
    while (true) {
      boolean mine = answered(conversation);
      Reply reply = log.replyTo(venue, conversation, message);
      if (mine) {
        reply.lines().forEach(AnswerAtOnce::note);
      }
      if (reply.done() || System.nanoTime() - deadline > 0) {
        return reply;
      }
      if (!mine) {
        pause();
      }
    }
  }

  private static void note(ChatLine line) {
    LOG.atInfo().addKeyValue("provider", WebChat.PROVIDER).log("Reply {} is sent.", line.id());
  }

  private boolean answered(UUID conversation) {
    try {
      if (!(receptionist.answer(conversation, Long.MAX_VALUE) instanceof Answer.Answered)) {
        return false;
      }
      deliver.deliver(conversation, null);
      return true;
    } catch (LeaseLost e) {
      return false;
    } finally {
      afterwards.run();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
