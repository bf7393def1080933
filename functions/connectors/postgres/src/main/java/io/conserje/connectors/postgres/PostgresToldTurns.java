package io.conserje.connectors.postgres;

import io.conserje.call.CallWords;
import io.conserje.call.Calls.Known;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.told.HeardPart;
import io.conserje.call.told.ToldCall;
import io.conserje.call.told.ToldTurns;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Told calls in Postgres. A question is known by its digest, in the ledger under its call; with it
 * stands how much had been said before, so that what was said since is known at the next one.
 */
public final class PostgresToldTurns implements ToldTurns {

  private static final String ASKED = "asked:";

  private final Sql sql;
  private final ToldRows rows;
  private final CallWords words;

  public PostgresToldTurns(Sql sql, Json json) {
    this.sql = sql;
    this.rows = new ToldRows(sql, json);
    this.words = new PostgresCallWords(sql);
  }

  @Override
  public long take(Venue venue, Known known, ToldCall told, Instant asked) {
    return sql.at(
        venue.id(),
        () -> {
          rows.lock(known.conversation());
          String event = ASKED + told.before().size() + ":" + told.digest();
          return rows.asked(told.place(), event)
              .or(() -> rows.askedAfter(told.place(), known.call(), asked))
              .orElseGet(() -> takeNew(venue, known, told, event, asked));
        });
  }

  private long takeNew(Venue venue, Known known, ToldCall told, String event, Instant now) {
    Optional<UUID> untold = reconcile(venue, known, told, now);
    rows.stopAnswering(known.conversation());
    long message = rows.ask(venue, known, told.words(), untold.orElse(null), now);
    rows.note(told.place(), event, venue, known, message, now);
    return message;
  }

  /** The line of what the guest must hear of answers that were not heard; empty for none. */
  private Optional<UUID> reconcile(Venue venue, Known known, ToldCall told, Instant now) {
    rows.wordsComeWithQuestions(known.call());
    rows.unanswered(told.place(), known.call()).forEach(question -> replace(question, told));
    List<String> untold =
        rows.unsettled(told.place(), known.call()).stream()
            .flatMap(said -> settle(venue, known, said, told, now).stream())
            .distinct()
            .toList();
    return untold.isEmpty()
        ? Optional.empty()
        : Optional.of(words.houseSays(venue, known, String.join(" ", untold), now).id());
  }

  /** What the guest must hear all the same of a line that was not heard to its end. */
  private List<String> settle(
      Venue venue, Known known, ToldRows.Said said, ToldCall told, Instant now) {
    String since =
        told.before().stream()
            .skip(said.question().before())
            .filter(line -> !line.byGuest())
            .map(ToldCall.Line::text)
            .collect(Collectors.joining(" "));
    String heard = HeardPart.of(said.text(), since);
    boolean whole = heard.length() == said.text().length();
    words.heard(venue, List.of(new HeardLine(said.id(), heard, whole)), now);
    if (whole) {
      return List.of();
    }
    UUID turn = said.question().turn();
    List<String> effects = said.again() ? List.of(said.text()) : rows.mustHear(turn);
    if (heard.isEmpty()) {
      replace(said.question(), told);
      if (effects.isEmpty()) {
        rows.forget(known.conversation(), turn);
      }
    }
    return effects.stream()
        .filter(effect -> HeardPart.of(effect, since).length() < effect.length())
        .toList();
  }

  /** What was only the beginning of what the guest says now, or was misheard, was not said. */
  private void replace(ToldRows.Question question, ToldCall told) {
    boolean stands =
        told.before().stream()
            .skip(question.before())
            .anyMatch(said -> said.byGuest() && HeardPart.begins(question.text(), said.text()));
    if (!stands) {
      rows.withdraw(question);
    }
  }

  @Override
  public Reply reply(Venue venue, Known known, long message, Instant now) {
    return sql.at(
        venue.id(),
        () -> {
          rows.lock(known.conversation());
          return rows.reply(known, message, now);
        });
  }
}
