package io.conserje.console;

import io.conserje.guest.AuditEntry;
import io.conserje.guest.Guests;
import io.conserje.venue.Venue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/** Who did what with whose data. */
@Controller("/api/audit")
final class AuditController {

  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final Houses houses;
  private final Guests guests;

  AuditController(Houses houses, Guests guests) {
    this.houses = houses;
    this.guests = guests;
  }

  /**
   * The newest first.
   *
   * @param subject a guest's id; absent for all
   * @param before {@code next} of the page before
   */
  @Get
  Audit newest(
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String subject,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String before) {
    Venue house = houses.named(venue);
    int page = Asked.limit(limit, PAGE, LARGEST_PAGE);
    return Audit.page(
        guests.audit(house.id(), Asked.optional("subject", subject), place(before), page + 1),
        page);
  }

  private static Long place(String value) {
    String before = Asked.optional("before", value);
    if (before != null && !before.matches("\\d{1,18}")) {
      throw Refused.badRequest("Give before exactly as next of the page before.");
    }
    return before == null ? null : Long.valueOf(before);
  }

  /**
   * @param next to be given as {@code before} for the page after this one; null on the last
   */
  @Serdeable
  record Audit(List<Line> entries, String next) {
    static Audit page(List<AuditEntry> found, int size) {
      List<Line> lines = found.stream().limit(size).map(Line::of).toList();
      return new Audit(
          lines, found.size() > size ? String.valueOf(found.get(size - 1).number()) : null);
    }
  }

  @Serdeable
  record Line(String at, String who, String what, String subject, Map<String, Object> details) {
    static Line of(AuditEntry entry) {
      return new Line(
          entry.at().toString(), entry.who(), entry.what(), entry.subject(), entry.details());
    }
  }
}
