package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.ConversationFile.Turn;
import io.conserje.venue.Venue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Prints how long an answer takes, over the conversations of the tests: first in a cold process,
 * then warm.
 */
final class AnswerTimes {

  private AnswerTimes() {}

  public static void main(String[] arguments) {
    List<ConversationFile> files = ConversationFile.all();
    print("cold, each once", play(files));
    for (int i = 0; i < 200; i++) {
      play(files);
    }
    List<Long> warm = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      warm.addAll(play(files));
    }
    print("warm", warm);
  }

  private static List<Long> play(List<ConversationFile> files) {
    List<Long> times = new ArrayList<>();
    for (ConversationFile file : files) {
      Venue venue = Houses.restaurant();
      Player player = file.player(file.house(venue), venue);
      for (Turn turn : file.turns()) {
        player.turn(turn.guest(), turn.meanwhile());
      }
      times.addAll(player.times);
    }
    return times;
  }

  private static void print(String when, List<Long> times) {
    Collections.sort(times);
    System.out.printf(
        "%s: %d answers, p50 %.3f ms, p99 %.3f ms, longest %.3f ms%n",
        when, times.size(), at(times, 0.50), at(times, 0.99), at(times, 1.0));
  }

  private static double at(List<Long> times, double share) {
    int index = (int) Math.ceil(share * times.size()) - 1;
    return times.get(index) / 1e6;
  }
}
