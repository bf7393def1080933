package io.conserje.call;

import io.conserje.call.Calls.Known;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.CallPerson.Called;
import io.conserje.handoff.HandoverWording;
import io.conserje.handoff.PersonRequest;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a caller through to a person, if the house has somebody there; else it is noted, and the
 * house calls back.
 */
public final class ForwardCall {

  private static final String NAME = "transfer_call";

  private final CallHouses houses;
  private final Calls calls;
  private final CallPerson person;
  private final InstantSource clock;

  public ForwardCall(CallHouses houses, Calls calls, CallPerson person, InstantSource clock) {
    this.houses = houses;
    this.calls = calls;
    this.person = person;
    this.clock = clock;
  }

  /** Where the call goes. */
  public sealed interface Forwarding {
    /**
     * @param words to the caller
     * @param summary to the person, before the caller is heard
     */
    record To(String number, String words, String summary) implements Forwarding {}

    /** The call stays; a message was taken. */
    record Nobody(String words) implements Forwarding {}
  }

  /**
   * @param id of the wish: the same wish again is answered the same and told staff once
   * @param about what the guest said last; may be empty
   */
  public Forwarding forward(CallPlace place, String id, String about) {
    Optional<Venue> house = houses.of(place);
    if (house.isEmpty()) {
      return new Forwarding.Nobody(CallWording.in(null).callUnknown());
    }
    Known known = calls.open(place, house.get(), CallState.IN_PROGRESS, clock.instant());
    ToolCall wish = new ToolCall(id, NAME, Map.of("about", about));
    ToolResult result =
        calls.once(
            house.get(),
            known,
            wish,
            place.provider(),
            _ -> decide(wish, house.get(), known, place, about),
            clock.instant());
    return told(result);
  }

  private ToolResult decide(
      ToolCall wish, Venue venue, Known known, CallPlace place, String about) {
    ZonedDateTime now = clock.instant().atZone(venue.zone());
    Called called = person.call(venue, request(known, about, now), now);
    Optional<String> number = PersonOnThePhone.of(venue, place, now);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", number.isPresent() ? "forwarded" : "noted");
    CallWording words = CallWording.in(known.language());
    number.ifPresent(to -> {
      content.put("number", to);
      content.put("summary", summary(venue, known, about));
    });
    LocalDateTime from = called.onDuty() ? null : called.from();
    String said =
        number.isPresent()
            ? words.transferring(venue.name())
            : HandoverWording.in(known.language()).nobodyThere(from);
    content.put("say", said);
    return new ToolResult(wish.id(), wish.name(), content, said);
  }

  private static String summary(Venue venue, Known known, String about) {
    Guest guest = known.guest();
    return CallWording.in(venue.language()).caller(venue.name(), guest.name(), about);
  }

  private static PersonRequest request(Known known, String about, ZonedDateTime now) {
    return new PersonRequest(
        Reason.WISH,
        null,
        null,
        0,
        known.guest(),
        "",
        known.conversation(),
        now.toInstant(),
        about);
  }

  private static Forwarding told(ToolResult result) {
    Map<String, Object> content = result.content();
    String said = String.valueOf(content.get("say"));
    return content.get("number") instanceof String number
        ? new Forwarding.To(number, said, String.valueOf(content.get("summary")))
        : new Forwarding.Nobody(said);
  }
}
