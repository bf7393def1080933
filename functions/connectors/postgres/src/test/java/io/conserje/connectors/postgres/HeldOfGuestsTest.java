package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.GuestBook.HOUSE;
import static io.conserje.connectors.postgres.GuestBook.LAST_MONTH;
import static io.conserje.connectors.postgres.GuestBook.MARTA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.guest.ExportGuest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a house holds of a guest: all of it is known, so all of it is exported and erased. */
class HeldOfGuestsTest extends WholeLife {

  /** Tables of a house in which nothing of a guest is written. */
  private static final Set<String> WITHOUT_GUESTS =
      Set.of(
          "venues",
          "channel_addresses",
          "dining_tables",
          "rooms",
          "table_claims",
          "house_counts",
          "token_use",
          "call_usage",
          "call_answers",
          "call_transfers",
          "turns",
          "room_claims",
          "type_nights",
          "knowledge_topics",
          "knowledge_names",
          "knowledge_words",
          "unanswered_questions");

  /** Columns beside those that are erased: keys, codes, figures and what the staff is called. */
  private static final Set<String> TELLS_NOBODY =
      Set.of(
          "venue",
          "channel",
          "house_address",
          "owner",
          "answered_by",
          "control",
          "language",
          "status",
          "reference",
          "kind",
          "state",
          "sender",
          "provider",
          "provider_message_id",
          "error_code",
          "event",
          "outcome",
          "who",
          "what",
          "subject",
          "details",
          "key",
          "zone",
          "verb",
          "room_type",
          "currency",
          "quote",
          "reason",
          "taken_by",
          "done_by",
          "said_by",
          "direction",
          "ended_reason",
          "carrier_call_id",
          "provider_call_id",
          "hearing",
          "digest");

  @Test
  void anExportHasEverythingOfTheGuestAndNothingOfOthers() {
    live();
    book.book(bystander, "finished", LAST_MONTH, "Bystander", "", null);

    Map<String, Object> export =
        new ExportGuest(book.guests).export(HOUSE, guest, MARTA).orElseThrow();

    Set<String> empty = new HashSet<>();
    export.forEach((table, rows) -> {
      if (((List<?>) rows).isEmpty()) {
        empty.add(table);
      }
    });
    assertEquals(Set.of(), empty);
    String text = book.database.json.write(export);
    for (String telling : TELLING) {
      assertTrue(text.contains(telling), telling);
    }
    assertTrue(!text.contains("Bystander"), text);
    assertTrue(!text.contains(STAFF), "nor of the house's people");
    assertEquals("guest_exported by Marta", book.audit(guest).getFirst());
  }

  @Test
  void everyTableAndColumnOfAHouseIsKnownToHoldSomethingOfAGuestOrNot() {
    List<String> unknown =
        book.database.list(
            """
            SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
            JOIN information_schema.columns v ON v.table_schema = c.table_schema
              AND v.table_name = c.table_name AND v.column_name = 'venue'
            WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'jsonb', 'ARRAY') ORDER BY 1
            """,
            row -> row.text("name"));

    unknown.removeIf(HeldOfGuestsTest::isKnown);

    assertEquals(
        List.of(),
        unknown,
        "add these to HeldOfGuests, or to the lists of what tells nobody in this test");
  }

  private static boolean isKnown(String name) {
    String table = name.substring(0, name.indexOf('.'));
    String column = name.substring(name.indexOf('.') + 1);
    if (WITHOUT_GUESTS.contains(table) || TELLS_NOBODY.contains(column)) {
      return true;
    }
    // Told by the id alone, and emptied by hand: the guest's own row.
    if (Set.of("guests", "audit_log").contains(table)) {
      return Set.of("name", "also_known_as", "tier").contains(column);
    }
    return HeldOfGuests.all().stream()
        .filter(held -> held.table().equals(table))
        .anyMatch(held -> held.erase().startsWith("DELETE") || sets(held.erase(), column));
  }

  private static boolean sets(String erase, String column) {
    Matcher set = Pattern.compile("\\b" + column + " = ").matcher(erase);
    return set.find();
  }
}
