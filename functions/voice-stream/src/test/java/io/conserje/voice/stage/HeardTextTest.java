package io.conserje.voice.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.TimedWord;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guest who interrupts at any moment: what the house believes they heard, and what they did. */
class HeardTextTest {

  private static final AudioFormat FORMAT = AudioFormat.MULAW_8000;
  private static final int PIECE = FORMAT.bytes(Duration.ofMillis(100));
  private static final Duration LEAD = Duration.ofMillis(400);
  private static final int CALLS = 500;
  private static final long MILLISECOND = 1_000_000;

  private static final List<String> CLAUSES =
      List.of(
          "Muy bien, una mesa para cuatro personas. ",
          "Mañana a las nueve de la noche está libre, y a las diez y media también. ",
          "En la terraza hay sitio si no llueve. ",
          "¿Se la reservo a las nueve?");

  /** What a voice tells besides its sound. */
  private enum Voice {
    TELLS_WORDS,
    TELLS_CLAUSES,
    TELLS_NOTHING
  }

  private record Mark(String name, long playedAt) {}

  @ParameterizedTest
  @EnumSource(Voice.class)
  void atMostOneWordIsTakenForHeardOrNotHeard(Voice voice) {
    List<Integer> errors = new ArrayList<>();
    for (int seed = 0; seed < CALLS; seed++) {
      errors.add(Math.abs(new Interrupted(voice, seed).error()));
    }
    errors.sort(null);
    int late = errors.get(CALLS * 95 / 100);
    assertTrue(
        late <= 1 && errors.getLast() <= 3, late + " words, " + errors.getLast() + " at most");
  }

  @ParameterizedTest
  @EnumSource(Voice.class)
  void whatIsHeardToItsEndIsHeardWhole(Voice voice) {
    Interrupted call = new Interrupted(voice, 1);
    call.until = call.made + 2_000;
    assertEquals(0, call.error());
    assertEquals(String.join("", CLAUSES).length(), call.line.heardCharacters());
  }

  private static final class Interrupted {

    private final Random random;
    private final LineSound line;
    private final PlayedClock clock = new PlayedClock(FORMAT);
    private final List<Long> ends = new ArrayList<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final long startDelay;
    private final long markDelay;

    /** In milliseconds of sound. */
    private long made;

    private long until;

    Interrupted(Voice voice, int seed) {
      random = new Random(seed);
      startDelay = random.nextInt(120);
      markDelay = random.nextInt(150);
      line = new LineSound(1, new LineText(FORMAT));
      speak(voice);
      until = startDelay + 200 + random.nextInt((int) made - 200);
    }

    private void speak(Voice voice) {
      int from = 0;
      int number = 0;
      List<TimedWord> words = new ArrayList<>();
      for (String clause : CLAUSES) {
        line.text().add(from, clause);
        from += clause.length();
        for (String word : clause.strip().split(" ")) {
          long begins = made;
          made += word.length() * (55L + random.nextInt(25)) + 40;
          ends.add(made);
          words.add(new TimedWord(word, Duration.ofMillis(begins), Duration.ofMillis(made)));
          made += word.matches(".*\\p{Punct}") ? 100 + random.nextInt(200) : 0;
        }
        line.add(new byte[(int) made * 8 - (int) line.made()]);
        if (voice == Voice.TELLS_CLAUSES) {
          line.text().clauseEnds(number++, line.made());
        }
      }
      if (voice == Voice.TELLS_WORDS) {
        line.text().wordsSound(words);
      }
      line.complete(true);
    }

    /** How many words more the house believes to have been heard than were. */
    int error() {
      long sentBefore = 0;
      for (long now = 0; now < until; now += 5) {
        long nanos = now * MILLISECOND;
        while (line.unsent() > 0 && clock.lead(nanos).compareTo(LEAD) < 0) {
          byte[] bytes = line.next(PIECE);
          sentBefore += bytes.length;
          String name = clock.sent(1, line.sent(), bytes, nanos);
          marks.add(new Mark(name, startDelay + sentBefore / 8));
        }
        while (!marks.isEmpty() && marks.peek().playedAt() + markDelay <= now) {
          PlayedClock.Place place = clock.marked(marks.poll().name(), nanos);
          line.heardUpTo(place.bytes());
        }
      }
      long played = Math.clamp(until - startDelay, 0, made);
      PlayedClock.Place place = clock.cleared(until * MILLISECOND);
      if (place != null) {
        line.heardUpTo(place.bytes());
      }
      String text = String.join("", CLAUSES).substring(0, line.heardCharacters()).strip();
      long believed = text.isEmpty() ? 0 : Arrays.stream(text.split("\\s+")).count();
      return (int) (believed - ends.stream().filter(end -> end <= played).count());
    }
  }
}
