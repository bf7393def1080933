package io.conserje.connectors.telnyx;

import io.conserje.connectors.http.WholeAnswer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What Telnyx is told to do with a call ("call control"). The same command with the same id counts
 * once: Telnyx itself wants a command sent again at once where its answer stays away, and nobody
 * waits on the telephone until a queue brings it back.
 */
public final class TelnyxLine {

  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(250), Duration.ofMillis(500));
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** For one try; a caller hears nothing meanwhile. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** What one command can take with all its tries. */
  static final Duration LONGEST =
      PATIENCE.multipliedBy(PAUSES.size() + 1).plus(LONGEST_PAUSE.multipliedBy(PAUSES.size()));

  private static final String CALL_ENDED = "90018";

  private final TelnyxApi api;
  private final Consumer<Duration> pause;
  private final Duration patience;

  /**
   * @param pause waits
   */
  public TelnyxLine(TelnyxApi api, Consumer<Duration> pause) {
    this(api, pause, PATIENCE);
  }

  TelnyxLine(TelnyxApi api, Consumer<Duration> pause, Duration patience) {
    this.api = api;
    this.pause = pause;
    this.patience = patience;
  }

  /** What came of a command. */
  public sealed interface Told {

    record Done() implements Told {}

    /**
     * Another telephone rings.
     *
     * @param control under what it takes commands
     */
    record Rings(String control) implements Told {}

    /** There is no call any more, and so nothing left to do. */
    record Over() implements Told {}

    /** Never, in this call. */
    record Refused(String code, String reason) implements Told {}
  }

  /** Telnyx cannot be told now; whoever has the command brings it again later. */
  public static final class NotTold extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotTold(String command, String reason) {
      super("Telnyx was not told to " + command + " (" + reason + "). Tried again by the queue.");
    }
  }

  /**
   * One command.
   *
   * @param call Telnyx's {@code call_control_id}
   * @param name {@code answer}, {@code speak} …
   * @param id the same for every repetition
   */
  public record Command(String call, String name, UUID id, Map<String, Object> body) {

    public Command {
      Map<String, Object> all = new LinkedHashMap<>(body);
      all.put("command_id", id.toString());
      body = Map.copyOf(all);
    }
  }

  /**
   * Has another telephone ring. Asked once: nobody knows whether Telnyx would ring it twice. What
   * has no answer counts as refused.
   *
   * @param command its call and its name stand for nothing
   */
  public Told ring(Command command) {
    try {
      Reply reply = api.post("/calls", command.body(), patience);
      String control = reply.body().at("data").text("call_control_id");
      return reply.isYes() && !control.isEmpty()
          ? new Told.Rings(control)
          : new Told.Refused(reply.code(), reply.reason());
    } catch (WholeAnswer.NoAnswer none) {
      return new Told.Refused("", none.getMessage());
    }
  }

  public Told tell(Command command) {
    for (Duration usual : PAUSES) {
      Reply reply = tried(command).reply();
      if (reply != null && !reply.isPassing()) {
        return told(reply);
      }
      pause.accept(pause(usual, reply));
    }
    Try last = tried(command);
    if (last.reply() == null || last.reply().isPassing()) {
      throw new NotTold(command.name(), last.why());
    }
    return told(last.reply());
  }

  /**
   * @param reply null for none
   */
  private record Try(Reply reply, String why) {}

  private static Duration pause(Duration usual, Reply reply) {
    Duration asked = reply == null ? null : reply.askedToWait();
    return asked == null || asked.compareTo(LONGEST_PAUSE) > 0 ? usual : asked;
  }

  private Try tried(Command command) {
    String path = "/calls/" + TelnyxApi.segment(command.call()) + "/actions/" + command.name();
    try {
      Reply reply = api.post(path, command.body(), patience);
      return new Try(reply, reply.reason());
    } catch (WholeAnswer.NoAnswer none) {
      return new Try(null, none.getMessage());
    }
  }

  private static Told told(Reply reply) {
    if (reply.isYes()) {
      return new Told.Done();
    }
    return reply.code().equals(CALL_ENDED) || reply.status() == 404
        ? new Told.Over()
        : new Told.Refused(reply.code(), reply.reason());
  }
}
