package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.guest.AddNote;
import io.conserje.guest.EraseGuest;
import io.conserje.guest.ExportGuest;
import io.conserje.guest.FindGuest;
import io.conserje.guest.GuestAnswer;
import io.conserje.guest.GuestRecord;
import io.conserje.guest.Guests;
import io.conserje.guest.MergeGuests;
import io.conserje.guest.SetPreference;
import io.conserje.guest.SetTier;
import io.conserje.guest.Staff;
import io.conserje.venue.Venue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The guests of a house: found, remembered, merged, given their data and forgotten. */
@Controller("/api/guests")
final class GuestController {

  private static final String NO_SUCH_GUEST =
      "There is no such guest; GET /api/guests?venue= finds them by phone, whatsapp, email or"
          + " name.";

  /** Where a request does not say who it is from. */
  private static final String SOMEBODY = "api";

  private final Houses houses;
  private final Guests guests;
  private final FunctionEnvironment environment;

  GuestController(Houses houses, Guests guests, FunctionEnvironment environment) {
    this.houses = houses;
    this.guests = guests;
    this.environment = environment;
  }

  @Get
  Found find(
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String phone,
      @QueryValue @Nullable String whatsapp,
      @QueryValue @Nullable String email,
      @QueryValue @Nullable String name) {
    Venue house = houses.named(venue);
    FindGuest find = new FindGuest(guests);
    if (phone != null) {
      return Found.of(find.byPhone(house, Asked.address(phone, "phone"), now()));
    }
    if (whatsapp != null) {
      return Found.of(find.byWhatsapp(house, Asked.address(whatsapp, "whatsapp"), now()));
    }
    if (email != null) {
      return Found.of(find.byEmail(house, Asked.required("email", email), now()));
    }
    if (name != null) {
      return Found.of(find.byName(house, Asked.required("name", name), now()));
    }
    throw Refused.badRequest("Add phone, whatsapp, email or name to the query.");
  }

  @Get("/{id}")
  GuestView one(@PathVariable String id, @QueryValue @Nullable String venue) {
    Venue house = houses.named(venue);
    return guests
        .byId(house.id(), guest(id), now())
        .map(GuestView::of)
        .orElseThrow(() -> Refused.notFound(NO_SUCH_GUEST));
  }

  @Post("/{id}/notes")
  HttpResponse<?> note(
      @PathVariable String id,
      @Body NewNote note,
      @Header("Idempotency-Key") @Nullable String key) {
    Venue house = houses.named(note.venue);
    return answer(
        new AddNote(guests).add(house.id(), guest(id), note.note, Asked.key(key), staff(note.who)));
  }

  @Post("/{id}/preferences")
  HttpResponse<?> preference(@PathVariable String id, @Body NewPreference wish) {
    Venue house = houses.named(wish.venue);
    return answer(
        new SetPreference(guests)
            .set(house.id(), guest(id), wish.name, wish.value, staff(wish.who)));
  }

  @Post("/{id}/tier")
  HttpResponse<?> tier(@PathVariable String id, @Body NewTier said) {
    Venue house = houses.named(said.venue);
    return answer(new SetTier(guests).set(house.id(), guest(id), said.tier, staff(said.who)));
  }

  /** This guest becomes part of the other. */
  @Post("/{id}/merge")
  HttpResponse<?> merge(@PathVariable String id, @Body Merge merge) {
    Venue house = houses.named(merge.venue);
    UUID into = guest(Asked.required("into", merge.into));
    return answer(new MergeGuests(guests).merge(house.id(), guest(id), into, staff(merge.who)));
  }

  /** All that is stored about the guest; the log says that it was asked for. */
  @Get("/{id}/export")
  Map<String, Object> export(
      @PathVariable String id,
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String who) {
    Venue house = houses.named(venue);
    return new ExportGuest(guests)
        .export(house.id(), guest(id), staff(Asked.optional("who", who)))
        .orElseThrow(() -> Refused.notFound(NO_SUCH_GUEST));
  }

  @Delete("/{id}")
  HttpResponse<?> erase(
      @PathVariable String id,
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String who) {
    Venue house = houses.named(venue);
    return answer(
        new EraseGuest(guests).erase(house.id(), guest(id), staff(Asked.optional("who", who))));
  }

  private static HttpResponse<?> answer(GuestAnswer answer) {
    return switch (answer) {
      case GuestAnswer.Done(GuestRecord guest) -> HttpResponse.ok(GuestView.of(guest));
      case GuestAnswer.Erased() -> HttpResponse.noContent();
      case GuestAnswer.Refused(GuestAnswer.Reason reason, String words) ->
          throw switch (reason) {
            case UNKNOWN -> Refused.notFound(NO_SUCH_GUEST);
            case INVALID -> Refused.badRequest(words);
            case SAME_GUEST, ALREADY_MERGED, HAS_BOOKING -> Refused.conflict(words);
          };
    };
  }

  private Staff staff(String who) {
    return new Staff(who == null || who.isBlank() ? SOMEBODY : who.strip(), now());
  }

  private Instant now() {
    return environment.clock().instant();
  }

  private static UUID guest(String id) {
    return Asked.id(id, NO_SUCH_GUEST);
  }

  @Serdeable
  record Found(List<GuestView> guests) {
    static Found of(List<GuestRecord> found) {
      return new Found(found.stream().map(GuestView::of).toList());
    }
  }

  /**
   * @param who of the staff writes it
   */
  @Serdeable
  record NewNote(@Nullable String venue, @Nullable String note, @Nullable String who) {}

  /**
   * @param value empty or absent: takes it back
   */
  @Serdeable
  record NewPreference(
      @Nullable String venue,
      @Nullable String name,
      @Nullable String value,
      @Nullable String who) {}

  /**
   * @param tier absent: what the visits say
   */
  @Serdeable
  record NewTier(@Nullable String venue, @Nullable String tier, @Nullable String who) {}

  @Serdeable
  record Merge(@Nullable String venue, @Nullable String into, @Nullable String who) {}
}
