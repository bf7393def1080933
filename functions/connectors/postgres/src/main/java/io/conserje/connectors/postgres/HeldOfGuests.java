package io.conserje.connectors.postgres;

import java.util.List;

/**
 * Where something about a guest is stored. One list for all that concerns the whole of it: what is
 * exported, what is erased, and what moves when two guests become one.
 *
 * @param found how its rows are found
 * @param order of the rows in an export
 * @param erase what takes from them whatever tells who it was
 */
record HeldOfGuests(String table, Found found, String order, String erase) {

  private static final String OF_STAFF =
      """
      CASE WHEN t.request IS NULL THEN '{venue}'::text[]
        ELSE '{venue,guest_address,about}'::text[] END
      """;

  /** The names with a colon are those of {@link EverythingOfGuest}. */
  enum Found {
    GUEST("guest = ANY(:guests)"),
    RESERVATION("reservation IN (SELECT id FROM reservations WHERE guest = ANY(:guests))"),
    STAY("stay IN (SELECT id FROM stays WHERE guest = ANY(:guests))"),
    CONVERSATION("conversation = ANY(:conversations)"),
    // What staff were told of them lies in conversations with staff.
    SENT("(conversation = ANY(:conversations) OR request IN (" + Found.REQUESTS + "))"),
    SAID(
        "(conversation = ANY(:conversations) OR (conversation, outbox) IN"
            + " (SELECT o.conversation, o.id FROM outbox o WHERE o.request IN ("
            + Found.REQUESTS
            + ")))"),
    CONVERSATION_ITSELF("id = ANY(:conversations)"),
    CALLED("call IN (SELECT id FROM calls WHERE conversation = ANY(:conversations))"),
    TURN("turn IN (SELECT id FROM turns WHERE conversation = ANY(:conversations))"),
    ASKED("(conversation = ANY(:conversations) OR guest_phone = ANY(:phones))"),
    OPTED_OUT("address = ANY(:phones)"),
    WAITED(
        "entry IN (SELECT id FROM waitlist"
            + " WHERE conversation = ANY(:conversations) OR guest_phone = ANY(:phones))");

    /** Before they are emptied themselves. */
    private static final String REQUESTS =
        "SELECT id FROM person_requests"
            + " WHERE conversation = ANY(:conversations) OR guest_phone = ANY(:phones)";

    private final String where;

    Found(String where) {
      this.where = where;
    }
  }

  /** In the order of erasing. */
  static List<HeldOfGuests> all() {
    return List.of(
        new HeldOfGuests("tool_results", Found.TURN, "at", "DELETE FROM tool_results"),
        new HeldOfGuests("turn_steps", Found.TURN, "saved_at", "DELETE FROM turn_steps"),
        new HeldOfGuests(
            "messages",
            Found.SAID,
            "position",
            "UPDATE messages SET body = '', media = '[]', replies_to = NULL, state = 'done'"),
        new HeldOfGuests(
            "spoken_replies", Found.CONVERSATION, "until", "DELETE FROM spoken_replies"),
        // The sound itself goes with the next run of the job that forgets recordings.
        new HeldOfGuests(
            "call_recordings",
            Found.CALLED,
            "announced_at",
            "UPDATE call_recordings SET erased = true"),
        // What the provider holds of it is the provider's to erase.
        new HeldOfGuests(
            "calls",
            Found.CONVERSATION,
            "began_at",
            """
            UPDATE calls SET guest_address = '', forwarded_to = '', transcript = '', summary = '',
              recording = '', success = '', outcome = NULL
            """),
        new HeldOfGuests(
            "outgoing_calls",
            Found.CONVERSATION,
            "ordered_at",
            """
            UPDATE outgoing_calls SET to_address = '', purpose = '', state = 'over', held_until = NULL
            """),
        new HeldOfGuests(
            "outbox",
            Found.SENT,
            "position",
            """
            UPDATE outbox SET body = '', choices = '{}', guest_address = '', about = NULL, error = NULL,
              earlier_ids = '{}',
              provider_message_id = encode(sha256(convert_to(provider_message_id, 'UTF8')), 'hex'),
              state = CASE WHEN state IN ('waiting', 'sending') THEN 'withdrawn' ELSE state END
            """),
        new HeldOfGuests(
            "handover_moves", Found.CONVERSATION, "number", "DELETE FROM handover_moves"),
        new HeldOfGuests(
            "reference_checks", Found.CONVERSATION, "number", "DELETE FROM reference_checks"),
        // A provider's id may be made of the guest's number; hashed, it still is one of a kind.
        new HeldOfGuests(
            "inbound_ledger",
            Found.CONVERSATION,
            "received_at",
            """
            UPDATE inbound_ledger SET correlation = '',
              event_id = encode(sha256(convert_to(event_id, 'UTF8')), 'hex')
            """),
        // The raised lease stops whoever is answering at this moment.
        new HeldOfGuests(
            "conversations",
            Found.CONVERSATION_ITSELF,
            "started_at",
            """
            UPDATE conversations SET guest_name = '', guest_address = 'erased:' || id, memory = '{}',
              lease = lease + 1, lease_until = NULL
            """),
        new HeldOfGuests(
            "waitlist_moves", Found.WAITED, "number", "UPDATE waitlist_moves SET why = ''"),
        new HeldOfGuests(
            "waitlist",
            Found.ASKED,
            "number",
            """
            UPDATE waitlist SET guest_name = '', guest_phone = '', notes = '', allergies = '',
              occasion = '', status = CASE WHEN status = 'waiting' THEN 'left' ELSE status END
            """),
        new HeldOfGuests(
            "person_requests",
            Found.ASKED,
            "asked_at",
            """
            UPDATE person_requests SET guest_name = '', guest_phone = '', notes = '', summary = '',
              done_at = coalesce(done_at, asked_at), done_by = coalesce(done_by, 'erased')
            """),
        new HeldOfGuests("stay_moves", Found.STAY, "number", "UPDATE stay_moves SET why = ''"),
        new HeldOfGuests(
            "stays",
            Found.GUEST,
            "arrival",
            "UPDATE stays SET guest_name = '', guest_phone = '', notes = ''"),
        new HeldOfGuests(
            "reservation_moves",
            Found.RESERVATION,
            "number",
            "UPDATE reservation_moves SET why = ''"),
        new HeldOfGuests(
            "reservations",
            Found.GUEST,
            "starts_at",
            """
            UPDATE reservations SET guest_name = '', guest_phone = '', notes = '', allergies = '',
              occasion = ''
            """),
        new HeldOfGuests("opt_outs", Found.OPTED_OUT, "since", "DELETE FROM opt_outs"),
        new HeldOfGuests("guest_notes", Found.GUEST, "number", "DELETE FROM guest_notes"),
        new HeldOfGuests(
            "guest_preferences", Found.GUEST, "number", "DELETE FROM guest_preferences"),
        new HeldOfGuests("guest_addresses", Found.GUEST, "since", "DELETE FROM guest_addresses"));
  }

  /** Who of the house was told of the guest is nothing of the guest's. */
  String export() {
    String hidden = found == Found.SENT ? OF_STAFF : "'{venue}'::text[]";
    return "SELECT coalesce(jsonb_agg(to_jsonb(t) - %s ORDER BY t.%s), '[]') AS rows FROM %s t WHERE %s"
        .formatted(hidden, order, table, found.where);
  }

  String erasure() {
    return erase + " WHERE " + found.where;
  }

  /** For what belongs to the guest itself. */
  String handOver() {
    return "UPDATE %s SET guest = ? WHERE guest = ?".formatted(table);
  }
}
