package io.conserje.call;

import io.conserje.call.Calls.Known;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a caller through to a person, if the house has somebody there; else it is noted, and the
 * house calls back.
 */
public final class ForwardCall {

  private static final String NAME = "transfer_call";
  private static final int LONGEST_BRIEF = 240;

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
     * @param others whom to try next, one after the other
     */
    record To(String number, String words, String summary, List<String> others)
        implements Forwarding {

      /** All of them in their order. */
      public List<String> numbers() {
        return Stream.concat(Stream.of(number), others.stream()).toList();
      }
    }

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
    ZonedDateTime now = clock.instant().atZone(house.get().zone());
    List<String> numbers = PersonOnThePhone.all(house.get(), place, now, houses::areAt);
    ToolResult result =
        calls.once(
            house.get(),
            known,
            wish,
            place.provider(),
            _ -> decide(wish, house.get(), known, about, numbers, now),
            clock.instant());
    return told(result);
  }

  private ToolResult decide(
      ToolCall wish,
      Venue venue,
      Known known,
      String about,
      List<String> numbers,
      ZonedDateTime now) {
    Called called = person.call(venue, request(known, about, now), now);
    Optional<String> number = numbers.stream().findFirst();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", number.isPresent() ? "forwarded" : "noted");
    CallWording words = CallWording.in(known.language());
    number.ifPresent(to -> {
      content.put("number", to);
      content.put("others", numbers.subList(1, numbers.size()));
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

  /** Short enough to be listened to. */
  private String summary(Venue venue, Known known, String about) {
    String said = about.isBlank() ? person.about(venue, known.conversation()) : about;
    String brief = said.length() > LONGEST_BRIEF ? said.substring(0, LONGEST_BRIEF) + "…" : said;
    return CallWording.in(venue.language()).caller(venue.name(), known.guest().name(), brief);
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

  private static List<String> others(Map<String, Object> content) {
    return content.get("others") instanceof List<?> others
        ? others.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Forwarding told(ToolResult result) {
    Map<String, Object> content = result.content();
    String said = String.valueOf(content.get("say"));
    return content.get("number") instanceof String number
        ? new Forwarding.To(number, said, String.valueOf(content.get("summary")), others(content))
        : new Forwarding.Nobody(said);
  }
}
