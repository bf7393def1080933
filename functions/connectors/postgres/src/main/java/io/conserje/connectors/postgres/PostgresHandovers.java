package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.HandoverRows.Held;
import io.conserje.guest.Staff;
import io.conserje.handoff.HandoverAnswer;
import io.conserje.handoff.HandoverAnswer.Done;
import io.conserje.handoff.HandoverAnswer.Refused;
import io.conserje.handoff.HandoverAnswer.Written;
import io.conserje.handoff.Handovers;
import io.conserje.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Handovers as rows. Each verb locks the conversation first, as turns and senders do, so that all
 * three come one after the other.
 */
public final class PostgresHandovers implements Handovers {

  private final Sql sql;
  private final HandoverRows rows;
  private final PostgresAuditLog audit;

  public PostgresHandovers(Sql sql, Json json) {
    this.sql = sql;
    this.rows = new HandoverRows(sql);
    this.audit = new PostgresAuditLog(sql, json);
  }

  /** The id alone names no house; all else is done at its house. */
  private HandoverAnswer locked(UUID conversation, Function<Held, HandoverAnswer> work) {
    return sql.everywhere(() ->
        rows.lock(conversation)
            .map(held -> sql.at(new VenueId(held.venue()), () -> work.apply(held)))
            .orElseGet(HandoverAnswer.Unknown::new));
  }

  @Override
  public HandoverAnswer take(UUID conversation, Staff staff, String key, boolean regardless) {
    return locked(
        conversation,
        held -> {
          if (rows.known(held, "take-over", key) || held.isWith(staff.who())) {
            return now(conversation);
          }
          if (held.takenBy() != null) {
            return new Refused(held.takenBy());
          }
          if (!regardless && rows.onItsWay(held, staff.at())) {
            return new HandoverAnswer.OnItsWay();
          }
          rows.withdraw(held, staff.at());
          rows.take(held, staff);
          note(held, staff, "take-over", "conversation_taken", key);
          return now(conversation);
        });
  }

  @Override
  public HandoverAnswer giveBack(UUID conversation, Staff staff, String key) {
    return locked(
        conversation,
        held -> {
          if (rows.known(held, "hand-back", key) || !held.isWithAPerson()) {
            return now(conversation);
          }
          if (held.personAt() == null) {
            rows.sendAfterAll(held, staff.at());
          }
          rows.giveBack(held);
          note(held, staff, "hand-back", "conversation_handed_back", key);
          return now(conversation);
        });
  }

  @Override
  public HandoverAnswer giveUp(UUID conversation, String sentence, Staff staff, String key) {
    return locked(
        conversation,
        held -> {
          if (held.isWithAPerson() && held.takenBy() == null) {
            rows.notice(held, sentence, key, staff);
            rows.giveBack(held);
            note(held, staff, "hand-back", "conversation_given_up", key);
          }
          return now(conversation);
        });
  }

  @Override
  public HandoverAnswer say(UUID conversation, String text, Staff staff, String key) {
    return locked(
        conversation,
        held -> {
          Optional<Written> before = rows.written(held, key);
          if (before.isPresent()) {
            return before.get();
          }
          if (!held.isWithAPerson()) {
            return new Refused(null);
          }
          rows.withdraw(held, staff.at());
          rows.answered(held, staff.at());
          Written written = rows.write(held, text, key, staff);
          note(held, staff, "message", "person_wrote", key);
          return written;
        });
  }

  private Done now(UUID conversation) {
    Held held = rows.lock(conversation).orElseThrow();
    List<String> unsaid = held.isWithAPerson() ? rows.unsaid(held) : List.of();
    return new Done(
        conversation, held.owner(), held.takenBy(), held.takenAt(), unsaid, rows.waiting(held));
  }

  private void note(Held held, Staff staff, String verb, String what, String key) {
    rows.move(held, verb, key, staff);
    audit.write(new VenueId(held.venue()), staff, what, held.id(), Map.of());
  }
}
