package io.conserje.voice.call;

import io.conserje.call.HouseTalk;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A house that says what a test tells it to. */
final class FakeHouse implements HouseTalk {

  final Queue<String> said = new ConcurrentLinkedQueue<>();
  final Queue<HeardLine> heard = new ConcurrentLinkedQueue<>();
  final Queue<String> own = new ConcurrentLinkedQueue<>();
  final Queue<String> aside = new ConcurrentLinkedQueue<>();
  final Queue<String> farewells = new ConcurrentLinkedQueue<>();
  private final String greeting;
  private final UnaryOperator<String> answer;
  private final Runnable beforeGreeting;

  FakeHouse(String greeting, UnaryOperator<String> answer, Runnable beforeGreeting) {
    this.greeting = greeting;
    this.answer = answer;
    this.beforeGreeting = beforeGreeting;
  }

  @Override
  public Answer greet() {
    beforeGreeting.run();
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
  public void leave() {}

  @Override
  public void heard(List<HeardLine> lines) {
    heard.addAll(lines);
  }

  @Override
  public void says(Line line) {
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
}
