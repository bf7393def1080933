package io.conserje.conversation.builtin;

import java.time.LocalDateTime;
import java.time.LocalTime;

/** What this model says of a table that is being booked, beside its questions. */
interface TableSayings {

  static TableSayings in(Tongue tongue) {
    return tongue == Tongue.ENGLISH ? EnglishTable.INSTANCE : SpanishTable.INSTANCE;
  }

  /** There is a table. */
  String free(LocalDateTime at, int party, String zone);

  /** To a guest who says yes where a name was asked for. */
  String nameNeeded();

  /** The first or the last hour of the day that is spoken of, for who asks what it is. */
  String edge(Edge edge, LocalTime at);

  /** A wish beside the table was heard. */
  String noted();

  /** The calendar has no such day. */
  String noSuchDay();

  String dayIsPast();

  /** The number that is noted from now on, in place of another. */
  String phoneNoted(String phone);

  /** Whoever takes none of what is free may wait. */
  String mayWait();
}
