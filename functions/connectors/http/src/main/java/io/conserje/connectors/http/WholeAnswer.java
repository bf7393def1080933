package io.conserje.connectors.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One exchange within one time limit: the JDK's own ends with the headers. */
public final class WholeAnswer {

  private WholeAnswer() {}

  /**
   * The answer, whatever its status.
   *
   * @param within the whole exchange, body included
   * @throws NoAnswer when there is none; the provider may have acted all the same
   */
  public static <T> HttpResponse<T> of(
      HttpClient client, HttpRequest request, BodyHandler<T> body, Duration within)
      throws NoAnswer {
    CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswer("no answer within " + within.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new NoAnswer("no connection: " + cause.getClass().getSimpleName(), cause);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer("interrupted", e);
    }
  }

  /** Why there was no answer, in words that may stand in a log. */
  public static final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1;

    NoAnswer(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
