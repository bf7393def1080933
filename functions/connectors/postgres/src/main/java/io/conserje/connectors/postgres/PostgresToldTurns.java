package io.conserje.connectors.postgres;

import io.conserje.call.CallWords;
import io.conserje.call.Calls.Known;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.told.HeardPart;
import io.conserje.call.told.ToldCall;
import io.conserje.call.told.ToldTurns;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    rows.unanswered(told.place(), known.call())
        .forEach(question -> {
          if (!stands(question, told)) {
            rows.withdraw(question);
          }
        });
    rows.giveOut(told.place(), known.call(), now);
    List<String> untold =
        answers(told, known).stream()
            .flatMap(answer -> settle(venue, known, answer, told, now).stream())
            .distinct()
            .toList();
    return untold.isEmpty()
        ? Optional.empty()
        : Optional.of(words.houseSays(venue, known, String.join(" ", untold), now).id());
  }

  /** The lines of each answer of which nobody knows yet how far it was heard. */
  private Collection<List<ToldRows.Said>> answers(ToldCall told, Known known) {
    return rows.unsettled(told.place(), known.call()).stream()
        .collect(
            Collectors.groupingBy(
                said -> said.question().message(), LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /** What the guest must hear all the same of an answer that was not heard to its end. */
  private List<String> settle(
      Venue venue, Known known, List<ToldRows.Said> answer, ToldCall told, Instant now) {
    ToldRows.Question question = answer.getFirst().question();
    String since = saidSince(question, told);
    List<HeardLine> heard = answer.stream().map(said -> heard(said, since)).toList();
    words.heard(venue, heard, now);
    if (heard.stream().allMatch(HeardLine::whole)) {
      return List.of();
    }
    List<String> effects =
        answer.stream()
            .filter(said -> !heard(said, since).whole())
            .flatMap(said -> mustHear(said).stream())
            .distinct()
            .toList();
    if (heard.stream().allMatch(line -> line.text().isEmpty())) {
      unsay(known, question, effects.isEmpty(), told);
    }
    return effects.stream()
        .filter(effect -> HeardPart.of(effect, since).length() < effect.length())
        .toList();
  }

  private static String saidSince(ToldRows.Question question, ToldCall told) {
    return told.before().stream()
        .skip(question.before())
        .filter(line -> !line.byGuest())
        .map(ToldCall.Line::text)
        .collect(Collectors.joining(" "));
  }

  private static HeardLine heard(ToldRows.Said said, String since) {
    String heard = HeardPart.of(said.text(), since);
    return new HeardLine(said.id(), heard, heard.length() == said.text().length());
  }

  private List<String> mustHear(ToldRows.Said said) {
    return said.again() ? List.of(said.text()) : rows.mustHear(said.question().turn());
  }

  /**
   * Nothing of its answer was heard. What the guest had only begun to say, or what was misheard,
   * was not said; what was said is open still, and is answered with what they say now.
   *
   * @param nothingDone whether the answer changed nothing that the guest must hear of
   */
  private void unsay(Known known, ToldRows.Question question, boolean nothingDone, ToldCall told) {
    boolean stands = stands(question, told);
    if (nothingDone) {
      rows.forget(known.conversation(), question.turn());
    }
    if (!stands) {
      rows.withdraw(question);
    } else if (nothingDone) {
      rows.reopen(question);
    }
  }

  private static boolean stands(ToldRows.Question question, ToldCall told) {
    return told.before().stream()
        .skip(question.before())
        .anyMatch(said -> said.byGuest() && HeardPart.begins(question.text(), said.text()));
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
