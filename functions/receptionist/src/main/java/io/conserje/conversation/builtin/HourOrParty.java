package io.conserje.conversation.builtin;

import java.time.LocalTime;
import java.util.Set;

/**
 * A bare number for something that stands: of a table for two at eight, {@code make that 9} is the
 * hour.
 *
 * @param party how many it is for
 * @param at its hour
 */
record HourOrParty(int party, LocalTime at) {

  private static final int NEAR = 2;
  private static final Set<String> LEAD =
      Set.of(
          "no",
          "actually",
          "ok",
          "okay",
          "pues",
          "bueno",
          "it",
          "that",
          "mejor",
          "pon",
          "ponla",
          "ponlo",
          "ponga",
          "ponedla",
          "final");

  /** As people say it, from one to twelve. */
  int hour() {
    return at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
  }

  /** Whether a number is its hour and not how many it is for. */
  boolean isHour(int said) {
    return said > 0 && said != party && said % 12 == at.getHour() % 12;
  }

  /** Whether it is far nearer to the hour than to how many come. */
  boolean hour(Words words, Hit<Integer> number) {
    int said = number.value();
    int hour = hour();
    boolean clock = said >= 1 && said <= 12 && (said != hour || at.getMinute() != 0);
    int end =
        words.is(number.to(), "then", "instead", "entonces", "mejor")
            ? number.to() + 1
            : number.to();
    boolean alone = words.opens(end) && (number.from() == 0 || words.opens(number.from()));
    boolean led = alone || LEAD.contains(words.plain(number.from() - 1));
    return clock && led && Math.abs(said - hour) <= NEAR && Math.abs(said - party) > NEAR;
  }
}
