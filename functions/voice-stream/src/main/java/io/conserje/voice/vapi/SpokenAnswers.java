package io.conserje.voice.vapi;

import io.conserje.call.CallWording;
import io.conserje.call.VoiceWording;
import io.conserje.call.told.AnswerToldCall;
import io.conserje.call.told.AnswerToldCall.Answer;
import io.conserje.call.told.AnswerToldCall.Answer.Says;
import io.conserje.call.told.AnswerToldCall.Then;
import io.conserje.call.told.ToldCall;
import io.conserje.connectors.vapi.ChatCompletion;
import io.conserje.connectors.vapi.ChatQuestion;
import io.conserje.conversation.Tokens;
import io.conserje.venue.Venue;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * What the house says, to be spoken by somebody else. An answer is made to its end even where
 * nobody listens any more: whoever asks the same again is given it.
 */
final class SpokenAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(SpokenAnswers.class);

  /** What VAPI's own tools answer where they have not done it. */
  private static final Pattern FAILED =
      Pattern.compile("fail|error|could not|unable", Pattern.CASE_INSENSITIVE);

  private final AnswerToldCall house;
  private final Duration silence;

  /**
   * @param silence after which the guest is asked for patience
   */
  SpokenAnswers(AnswerToldCall house, Duration silence) {
    this.house = house;
    this.silence = silence;
  }

  Optional<Venue> house(ToldCall told) {
    return house.house(told);
  }

  /**
   * A question to a house.
   *
   * @param at when it came
   */
  record Asked(ChatQuestion question, ToldCall told, Venue venue, Instant at) {}

  Says answer(Asked asked) {
    StringBuilder beginning = new StringBuilder();
    Says says = answer(asked, line -> beginning.append(line).append(' '));
    return new Says((beginning + says.text()).strip(), says.then(), says.tokens());
  }

  /**
   * @param early is told what may be said before the rest is there, and is not in what is returned
   */
  private Says answer(Asked asked, Consumer<String> early) {
    ToldCall told = asked.told();
    String done = asked.question().toolAnswer();
    if (done != null) {
      boolean failed = FAILED.matcher(done).find();
      String words = failed ? VoiceWording.in(asked.venue().language()).notReached() : "";
      return new Says(words, Then.GO_ON, Tokens.NONE);
    }
    long since = System.nanoTime();
    try (var _ = MDC.putCloseable("channel", "voice");
        var _ = MDC.putCloseable("call", told.place().callId())) {
      Says says = (Says) known(house.answer(told, asked.at(), early));
      LOG.atInfo()
          .addKeyValue("millis", Duration.ofNanos(System.nanoTime() - since).toMillis())
          .addKeyValue("then", says.then())
          .log("What to say in a call was answered.");
      return says;
    }
  }

  private static Answer known(Answer answer) {
    if (answer instanceof Answer.NoHouse) {
      throw new IllegalStateException("The house of a call has left meanwhile.");
    }
    return answer;
  }

  /** Events as they are to be sent, the first at once. */
  Flux<Event<String>> stream(Asked asked, ChatCompletion completion) {
    return Flux.create(sink ->
        Thread.ofVirtual()
            .name("chat-" + asked.told().place().callId())
            .start(() -> tell(asked, completion, sink)));
  }

  private void tell(Asked asked, ChatCompletion completion, FluxSink<Event<String>> sink) {
    BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    CompletableFuture<Says> answer = new CompletableFuture<>();
    answer.whenComplete((_, _) -> lines.add(Optional.empty()));
    Thread.ofVirtual().start(() -> complete(answer, asked, lines));
    sink.next(Event.of(completion.begin()));
    Optional<String> line =
        first(lines)
            .orElseGet(() -> {
              CallWording words = CallWording.in(asked.venue().language());
              sink.next(Event.of(completion.words(words.oneMoment() + " ")));
              return next(lines);
            });
    for (; line.isPresent(); line = next(lines)) {
      sink.next(Event.of(completion.words(line.get() + " ")));
    }
    completion.events(answer.join()).forEach(event -> sink.next(Event.of(event)));
    sink.complete();
  }

  /** Empty where nothing was said for so long that the guest is asked for patience. */
  private Optional<Optional<String>> first(BlockingQueue<Optional<String>> lines) {
    try {
      return Optional.ofNullable(lines.poll(silence.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Optional.empty());
    }
  }

  /** Empty where the answer is there. */
  private static Optional<String> next(BlockingQueue<Optional<String>> lines) {
    try {
      return lines.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The first event is out: what fails now is said to the guest, who would hear silence. */
  private void complete(
      CompletableFuture<Says> answer, Asked asked, BlockingQueue<Optional<String>> lines) {
    try {
      answer.complete(answer(asked, line -> lines.add(Optional.of(line))));
    } catch (RuntimeException | Error fault) {
      LOG.error("A guest in a call could not be answered and is told so.", fault);
      Venue venue = asked.venue();
      String words = CallWording.in(venue.language()).trouble(venue.phone());
      answer.complete(new Says(words, Then.GO_ON, Tokens.NONE));
    }
  }
}
