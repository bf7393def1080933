package io.conserje.connectors.speechhttp;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * An utterance of a voice that is asked for each clause by a request of its own, and answers with
 * sound that is told as it comes. Nothing waits on a thread.
 */
public final class ClauseByClause implements SpeechVoice.Utterance {

  private final HttpClient client;
  private final Provider provider;
  private final AudioFormat format;
  private final SpeechVoice.Listener listener;
  private final Queue<String> clauses = new ArrayDeque<>();

  /** Null while none is asked for. */
  private CompletableFuture<?> asked;

  private String before = "";
  private byte[] half = new byte[0];
  private int number;
  private boolean ended;
  private boolean over;

  /** How one provider is asked. */
  public interface Provider {

    /**
     * @param before what was said just before; empty for nothing
     */
    HttpRequest request(String clause, String before);

    /** Why it is not said. */
    SpeechFailure refused(int status, String body);
  }

  public ClauseByClause(
      HttpClient client, Provider provider, AudioFormat format, SpeechVoice.Listener listener) {
    this.client = client;
    this.provider = provider;
    this.format = format;
    this.listener = listener;
  }

  @Override
  public synchronized void say(String clause) {
    if (!over && !ended && !clause.isBlank()) {
      clauses.add(clause.strip());
      next();
    }
  }

  @Override
  public synchronized void end() {
    if (!over && !ended) {
      ended = true;
      next();
    }
  }

  @Override
  public synchronized void cancel() {
    over = true;
    if (asked != null) {
      asked.cancel(true);
    }
  }

  private void next() {
    if (asked != null || over) {
      return;
    }
    String clause = clauses.poll();
    if (clause != null) {
      ask(clause);
    } else if (ended) {
      over = true;
      listener.done();
    }
  }

  private void ask(String clause) {
    CompletableFuture<HttpResponse<Optional<String>>> answer =
        client.sendAsync(provider.request(clause, before), soundOrReason());
    asked = answer;
    before = clause;
    answer.whenComplete((whole, fault) -> answered(answer, whole, fault));
  }

  /** Of what is no sound the text; sound is told while it comes, and leaves nothing. */
  private BodyHandler<Optional<String>> soundOrReason() {
    return head ->
        head.statusCode() == 200
            ? BodySubscribers.mapping(
                BodyHandlers.ofByteArrayConsumer(piece -> piece.ifPresent(this::sound)).apply(head),
                nothing -> Optional.<String>empty())
            : BodySubscribers.mapping(BodyHandlers.ofString().apply(head), Optional::of);
  }

  private synchronized void sound(byte[] piece) {
    byte[] all = Arrays.copyOf(half, half.length + piece.length);
    System.arraycopy(piece, 0, all, half.length, piece.length);
    int whole = all.length - all.length % format.encoding().bytes();
    half = Arrays.copyOfRange(all, whole, all.length);
    if (!over && whole > 0) {
      listener.sound(whole == all.length ? all : Arrays.copyOf(all, whole));
    }
  }

  private synchronized void answered(
      CompletableFuture<?> from, HttpResponse<Optional<String>> whole, Throwable fault) {
    if (over || from != asked) {
      return;
    }
    asked = null;
    half = new byte[0];
    if (fault != null) {
      fail(SpeechFailure.passing("no answer: " + cause(fault)));
    } else if (whole.body().isPresent()) {
      fail(provider.refused(whole.statusCode(), whole.body().get()));
    } else {
      listener.clauseDone(number++);
      next();
    }
  }

  private static String cause(Throwable fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    return cause.getClass().getSimpleName();
  }

  private void fail(SpeechFailure why) {
    over = true;
    listener.failed(why);
  }
}
