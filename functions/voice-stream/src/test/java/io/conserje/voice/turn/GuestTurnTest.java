package io.conserje.voice.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.OpenQuestion.ExpectedAnswer;
import io.conserje.voice.turn.Timeline.Group;
import io.conserje.voice.turn.Timeline.Spoken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuestTurnTest {

  private static final long MILLISECOND = 1_000_000;

  /** How soon a detector tells, and a recogniser. */
  private enum Recogniser {
    QUICK(150, 60),
    SLOW(300, 260),
    WITHOUT_PARTIALS(-1, 80);

    private final long partial;
    private final long settled;

    Recogniser(long partial, long settled) {
      this.partial = partial;
      this.settled = settled;
    }
  }

  private record Event(long at, Runnable what) {}

  private record Ended(String said, long at) {}

  private final GuestTurn turn = new GuestTurn();
  private long now;

  static Stream<Arguments> timelines() throws IOException {
    return Timeline.all().stream()
        .flatMap(one -> Stream.of(Recogniser.values()).map(ear -> Arguments.of(one, ear)));
  }

  @ParameterizedTest
  @MethodSource("timelines")
  void turnsEndWhereTheGuestEndsThem(Timeline timeline, Recogniser recogniser) {
    List<Ended> ended = play(timeline, recogniser);

    assertEquals(timeline.said(), ended.stream().map(Ended::said).toList());
    List<Long> lastWords = lastWords(timeline);
    for (int i = 0; i < ended.size(); i++) {
      long wait = ended.get(i).at() - lastWords.get(i);
      long told = 200 + recogniser.settled + 20;
      long within =
          recogniser.partial < 0 || recogniser == Recogniser.SLOW
              ? Math.max(timeline.within().toMillis(), told)
              : timeline.within().toMillis();
      assertTrue(wait <= within, "it ended %d ms after the last word".formatted(wait));
    }
  }

  private List<Ended> play(Timeline timeline, Recogniser recogniser) {
    PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
    for (Group group : timeline.groups()) {
      say(group, recogniser, events);
    }
    List<Ended> ended = new ArrayList<>();
    long end = timeline.groups().getLast().to() + 10_000;
    for (now = 0; now < end; now += 10) {
      while (!events.isEmpty() && events.peek().at() <= now) {
        events.poll().what().run();
      }
      if (turn.isSilent()) {
        turn.expect(timeline.asked());
      }
      if (turn.endsAt() <= now * MILLISECOND) {
        ended.add(new Ended(turn.finish(), now));
      }
    }
    return ended;
  }

  private void say(Group group, Recogniser recogniser, PriorityQueue<Event> events) {
    events.add(new Event(group.from() + 120, () -> turn.voiceBegan(group.from() * MILLISECOND)));
    long stopped = group.to() + 200;
    events.add(new Event(stopped, () -> turn.voiceEnded(group.to() * MILLISECOND)));
    StringBuilder said = new StringBuilder();
    for (Spoken word : group.words()) {
      String soFar = said.append(said.isEmpty() ? "" : " ").append(word.text()).toString();
      long told = word.to() + recogniser.partial;
      if (recogniser.partial >= 0 && told < stopped + recogniser.settled) {
        events.add(new Event(told, () -> turn.partial(soFar, told * MILLISECOND)));
      }
    }
    long settled = stopped + recogniser.settled;
    events.add(new Event(settled, () -> turn.words(said.toString(), settled * MILLISECOND)));
  }

  private static List<Long> lastWords(Timeline timeline) {
    List<Long> ends = new ArrayList<>();
    List<Group> groups = timeline.groups();
    for (int i = 0; i < groups.size(); i++) {
      boolean last =
          i == groups.size() - 1 || groups.get(i + 1).from() - groups.get(i).to() >= 5_000;
      if (last) {
        ends.add(groups.get(i).to());
      }
    }
    return ends;
  }

  @Test
  void aVoiceThatBringsNoMoreWordsDoesNotHoldTheTurn() {
    turn.expect(ExpectedAnswer.FREE);
    turn.voiceBegan(0);
    turn.partial("quiero una mesa", 2_000 * MILLISECOND);

    assertEquals(6_000 * MILLISECOND, turn.endsAt());
  }

  @Test
  void nobodySpeaksForEver() {
    turn.expect(ExpectedAnswer.FREE);
    turn.voiceBegan(0);
    for (int second = 1; second < 40; second++) {
      turn.partial("y entonces ".repeat(second), second * 1_000 * MILLISECOND);
    }

    assertEquals(31_000 * MILLISECOND, turn.endsAt());
  }

  @Test
  void aNoiseWithoutWordsIsNoTurn() {
    turn.expect(ExpectedAnswer.YES_OR_NO);
    turn.voiceBegan(0);
    turn.voiceEnded(400 * MILLISECOND);

    assertEquals(GuestTurn.NEVER, turn.endsAt());
  }

  @Test
  void aRecogniserThatIsSureIsBelievedExceptAboutFigures() {
    turn.expect(ExpectedAnswer.TELEPHONE);
    turn.words("seis cero cero", 1_000 * MILLISECOND);
    turn.voiceEnded(900 * MILLISECOND);
    turn.seemsOver(true);
    assertTrue(turn.endsAt() >= 3_000 * MILLISECOND);

    turn.finish();
    turn.expect(ExpectedAnswer.FREE);
    turn.words("quería una mesa para mañana", 6_000 * MILLISECOND);
    turn.voiceEnded(5_900 * MILLISECOND);
    turn.seemsOver(true);
    assertEquals(6_100 * MILLISECOND, turn.endsAt());
  }

  @Test
  void whatIsNotSettledIsTakenWhenTheRecogniserIsLost() {
    turn.expect(ExpectedAnswer.FREE);
    turn.partial("una mesa para cuatro", 1_000 * MILLISECOND);
    long whileItMayChange = turn.endsAt();
    turn.recogniserLost();

    assertTrue(turn.endsAt() < whileItMayChange);
    assertEquals("una mesa para cuatro", turn.finish());
  }
}
