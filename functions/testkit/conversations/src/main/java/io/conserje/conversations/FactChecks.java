package io.conserje.conversations;

import io.conserje.conversations.facts.Bookings;
import io.conserje.conversations.facts.Facts;
import io.conserje.conversations.facts.Known;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Follows a conversation and holds every answer of the house against what it can know. */
final class FactChecks {

  private final World world;
  private final Scenario scenario;
  private final Road road;
  private final Venue venue;
  private final Known known;
  private final Map<String, Set<String>> signatures = new HashMap<>();
  private final Set<String> waitingBefore;
  private final List<String> wrong = new ArrayList<>();
  private Set<String> proved = Set.of();

  FactChecks(World world, Scenario scenario, Road road) {
    this.world = world;
    this.scenario = scenario;
    this.road = road;
    this.venue = world.ground.venue(scenario.house());
    this.known =
        new Known(LocalDate.ofInstant(world.clock.instant(), venue.zone()))
            .house(world.ground.document(scenario.house()));
    Book book = book();
    this.waitingBefore = ids(book);
    remember(book);
  }

  void guestSays(List<String> messages) {
    messages.forEach(known::guest);
    known.guest(String.join(" ", messages));
  }

  void houseSays(String text) {
    Book book = book();
    remember(book);
    UUID conversation = road.conversation();
    if (conversation != null) {
      results(conversation).forEach(result -> known.tool(Json.value(result)));
    }
    proved = conversation == null ? Set.of() : Set.copyOf(proved(conversation));
    List<Booking> own = book.bookings().values().stream().filter(this::isOwn).toList();
    own.forEach(b -> b.facts().values().stream().filter(v -> v != null).forEach(known::text));
    Facts.wrong(text, known, bookings(book, own))
        .forEach(fact -> wrong.add(fact + " in «" + text + "»"));
  }

  /** A line each. */
  List<String> wrong() {
    return wrong;
  }

  private Book book() {
    return Book.read(world.ground.sql, scenario.house(), venue.zone());
  }

  private void remember(Book book) {
    book.bookings()
        .values()
        .forEach(b ->
            signatures
                .computeIfAbsent(b.reference(), _ -> new HashSet<>())
                .add(b.signature() + b.facts().get("zone")));
  }

  private boolean isOwn(Booking booking) {
    UUID conversation = road.conversation();
    return conversation != null && conversation.toString().equals(booking.conversation())
        || proved.contains(booking.reference())
        || !scenario.from().isEmpty() && scenario.from().equals(booking.phone());
  }

  private Bookings bookings(Book book, List<Booking> own) {
    Set<String> codes = new HashSet<>();
    own.forEach(b -> codes.add(b.reference()));
    return new Bookings(
        codes,
        own.stream().anyMatch(Booking::stands),
        own.stream().anyMatch(Booking::cancelled),
        own.stream().anyMatch(b -> signatures.get(b.reference()).size() > 1),
        !waitingBefore.containsAll(ids(book)),
        book.bookings().values().stream()
            .filter(b -> !isOwn(b))
            .map(b -> new Bookings.Other(b.name(), b.phone()))
            .distinct()
            .toList());
  }

  private static Set<String> ids(Book book) {
    Set<String> ids = new HashSet<>();
    book.waiting().forEach(entry -> ids.add(entry.get("id")));
    return ids;
  }

  /** References of bookings made elsewhere that the guest told together with whose they are. */
  private List<String> proved(UUID conversation) {
    return world.ground.strings(
        "SELECT reference AS text FROM reference_checks WHERE conversation = ? AND passed",
        conversation);
  }

  private List<String> results(UUID conversation) {
    return world.ground.strings(
        """
        SELECT r.result::text AS text FROM tool_results r JOIN turns t ON t.id = r.turn
        WHERE t.conversation = ?
        """,
        conversation);
  }
}
