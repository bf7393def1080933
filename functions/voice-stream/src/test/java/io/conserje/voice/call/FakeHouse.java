package io.conserje.voice.call;

import io.conserje.call.Foresight;
import io.conserje.call.HouseTalk;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A house that says what a test tells it to. */
public final class FakeHouse implements HouseTalk {

  public final Queue<String> said = new ConcurrentLinkedQueue<>();
  public final Queue<HeardLine> heard = new ConcurrentLinkedQueue<>();
  public volatile boolean left;
  public volatile boolean over;

  /** What is said before the answer is there; empty for nothing. */
  UnaryOperator<String> begins = _ -> "";

  /** Answers that were thought of before the guest had finished, and those of them that count. */
  final Queue<Foresight> foreseen = new ConcurrentLinkedQueue<>();

  final Queue<String> kept = new ConcurrentLinkedQueue<>();

  final Queue<String> own = new ConcurrentLinkedQueue<>();
  final Queue<String> aside = new ConcurrentLinkedQueue<>();
  final Queue<String> farewells = new ConcurrentLinkedQueue<>();
  boolean writes = true;

  /** Whether a person is to go on with the call, from the next answer on. */
  public volatile boolean toPerson;

  /** What is said before the greeting is made; empty for nothing. */
  String backAgain = "";

  volatile Duration lasted = Duration.ZERO;
  private final String greeting;
  private final UnaryOperator<String> answer;
  private final Runnable beforeGreeting;

  public FakeHouse(String greeting, UnaryOperator<String> answer) {
    this(greeting, answer, () -> {});
  }

  FakeHouse(String greeting, UnaryOperator<String> answer, Runnable beforeGreeting) {
    this.greeting = greeting;
    this.answer = answer;
    this.beforeGreeting = beforeGreeting;
  }

  @Override
  public Answer greet(Consumer<List<Line>> early) {
    if (!backAgain.isEmpty()) {
      early.accept(line(backAgain));
    }
    beforeGreeting.run();
    return Answer.saying(line(greeting));
  }

  @Override
  public void foresee(Foresight ahead) {
    foreseen.add(ahead);
  }

  @Override
  public Answer answer(Foresight words, Consumer<List<Line>> early) {
    if (foreseen.contains(words)) {
      kept.add(words.words());
    }
    return HouseTalk.super.answer(words, early);
  }

  @Override
  public Answer answer(String words, Consumer<List<Line>> early) {
    String beginning = begins.apply(words);
    if (!beginning.isEmpty()) {
      early.accept(line(beginning));
    }
    List<Line> lines = line(answer.apply(words));
    said.add(words);
    return new Answer(lines, toPerson);
  }

  static List<Line> line(String text) {
    return List.of(new Line(UUID.randomUUID(), text));
  }

  @Override
  public Duration lasted() {
    return lasted;
  }

  @Override
  public void leave() {
    left = true;
  }

  @Override
  public void heard(List<HeardLine> lines) {
    heard.addAll(lines);
  }

  @Override
  public void says(Line line) {
    if (!writes) {
      throw new IllegalStateException("a test");
    }
    own.add(line.text());
  }

  @Override
  public void overheard(String words) {
    aside.add(words);
  }

  @Override
  public void takesLeave(Farewell why, String open) {
    farewells.add(why + " " + open);
  }

  @Override
  public void over() {
    over = true;
  }
}
