package io.conserje.names;

import java.time.Duration;

/**
 * The queues between the functions. Every queue has a dead-letter queue named {@code <name>-dead}.
 *
 * @param name as in SQS, without stage; a FIFO queue's ends in {@code .fifo}
 * @param urlVariable the environment variable that carries the queue's address
 * @param visibility how long a received message stays hidden; at least six times the time-out of
 *     the function that reads it
 * @param attempts deliveries before a message goes to the dead letters
 * @param batch how many messages one invocation gets; one where each may have to wait for a
 *     provider, so that a slow one holds nobody else up
 */
public record Queue(String name, String urlVariable, Duration visibility, int attempts, int batch) {

  /** Verified guest messages, in order per conversation (FIFO, high-throughput mode). */
  public static final Queue INBOUND =
      new Queue("inbound.fifo", "INBOUND_QUEUE_URL", Duration.ofSeconds(180), 8, 10);

  /** "This conversation has something to answer", delayed so that quick messages are one turn. */
  public static final Queue TURN_DUE =
      new Queue("turn-due", "TURN_DUE_QUEUE_URL", Duration.ofSeconds(180), 8, 1);

  /** "Try to send this conversation's waiting replies", delayed by the back-off. */
  public static final Queue OUTBOX_DUE =
      new Queue("outbox-due", "OUTBOX_DUE_QUEUE_URL", Duration.ofSeconds(180), 8, 1);

  /** What providers report about messages we sent. */
  public static final Queue DELIVERY_STATUSES =
      new Queue("delivery-statuses", "DELIVERY_STATUSES_QUEUE_URL", Duration.ofSeconds(180), 8, 10);

  /**
   * What providers tell of telephone calls, in order per call. Its reader has the first tries
   * follow each other within seconds, so that there are some more.
   */
  public static final Queue CALL_EVENTS =
      new Queue("call-events.fifo", "CALL_EVENTS_QUEUE_URL", Duration.ofSeconds(180), 12, 1);

  /** Every queue, in the order a message passes them. */
  public static java.util.List<Queue> all() {
    return java.util.List.of(INBOUND, TURN_DUE, OUTBOX_DUE, DELIVERY_STATUSES, CALL_EVENTS);
  }

  public boolean fifo() {
    return name.endsWith(".fifo");
  }

  /** How a dead letter's queue is called in the API: {@code inbound} for {@code inbound.fifo}. */
  public String shortName() {
    return fifo() ? name.substring(0, name.length() - ".fifo".length()) : name;
  }

  /** The address of the dead letters, which stand beside the queue under their own name. */
  public String deadLettersUrl(String url) {
    if (!url.endsWith(name)) {
      throw new IllegalArgumentException(urlVariable + " does not end in " + name + ".");
    }
    return url.substring(0, url.length() - name.length()) + deadLetters();
  }

  /** The name of the queue that keeps what failed {@link #attempts} times. */
  public String deadLetters() {
    return fifo() ? name.replace(".fifo", "-dead.fifo") : name + "-dead";
  }
}
