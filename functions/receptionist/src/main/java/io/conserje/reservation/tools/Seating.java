package io.conserje.reservation.tools;

import io.conserje.conversation.Meaning;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** When a party comes, in the venue's own time, and how many they are. */
public record Seating(
    @Meaning("yyyy-mm-dd, local") LocalDate date,
    @Meaning("HH:mm, local, 24 hours") LocalTime time,
    @Meaning("how many people will sit") Integer partySize) {

  LocalDateTime at() {
    return date.atTime(time);
  }
}
