package io.conserje.voice.call;

import io.conserje.call.HouseTalk;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A house that says what a test tells it to. */
public final class FakeHouse implements HouseTalk {

  public final Queue<String> said = new ConcurrentLinkedQueue<>();
  public final Queue<HeardLine> heard = new ConcurrentLinkedQueue<>();
  public volatile boolean left;
  private final String greeting;
  private final UnaryOperator<String> answer;

  public FakeHouse(String greeting, UnaryOperator<String> answer) {
    this.greeting = greeting;
    this.answer = answer;
  }

  @Override
  public Answer greet() {
    return Answer.saying(line(greeting));
  }

  @Override
  public Answer answer(String words) {
    List<Line> lines = line(answer.apply(words));
    said.add(words);
    return Answer.saying(lines);
  }

  private static List<Line> line(String text) {
    return List.of(new Line(UUID.randomUUID(), text));
  }

  @Override
  public void leave() {
    left = true;
  }

  @Override
  public void heard(List<HeardLine> lines) {
    heard.addAll(lines);
  }
}
