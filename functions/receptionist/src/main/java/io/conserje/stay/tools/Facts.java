package io.conserje.stay.tools;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.stay.Offer;
import io.conserje.stay.Quote;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayState;
import io.conserje.stay.StayWording;
import io.conserje.stay.StayWordings;
import io.conserje.venue.NightsAllowed;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** How the book's answers about stays are told to a model: the same in every tool. */
record Facts(Tool.Context context) {

  private Venue venue() {
    return context.venue();
  }

  private StayWording words() {
    return StayWordings.in(context.language());
  }

  /**
   * What a verb answered, with what the guest has to be told of it.
   *
   * @param status of a yes; null for that of the stay
   */
  ToolResult result(
      ToolCall call,
      StayAnswer answer,
      String status,
      LocalDate arrival,
      BiFunction<Stay, StayWording, String> told) {
    return switch (answer) {
      case StayAnswer.Done(Stay stay) -> {
        String say = told.apply(stay, words());
        Map<String, Object> facts = of(stay);
        facts.put("status", status == null ? status(stay) : status);
        facts.put("say", say);
        yield new ToolResult(call.id(), call.name(), facts, say);
      }
      case No no -> Tool.result(call, refused(no, arrival));
    };
  }

  private static String status(Stay stay) {
    return stay.state() instanceof StayState.Confirmed ? "booked" : stay.state().code();
  }

  String booked(Stay stay, StayWording words) {
    return stay.state() instanceof StayState.Waiting
        ? words.kept(stay, venue())
        : words.booked(stay, venue());
  }

  Map<String, Object> of(Stay stay) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", stay.state().code());
    facts.put("reference", stay.reference());
    facts.put("name", stay.guest().name());
    facts.putAll(room(stay.type(), stay.nights().arrival(), stay.nights().departure()));
    facts.put("adults", stay.party().adults());
    facts.put("children", stay.party().children());
    facts.put("cots", stay.party().cots());
    facts.putAll(price(stay.quote()));
    if (stay.state() instanceof StayState.Waiting waiting) {
      facts.put("held_until", waiting.until().atZone(venue().zone()).toLocalDateTime().toString());
    }
    if (stay.state() instanceof StayState.Cancelled(long owed)) {
      facts.put("owed", money(owed, stay.quote().currency()));
    }
    return facts;
  }

  Map<String, Object> of(Offer offer) {
    Map<String, Object> facts =
        room(offer.type().name(), offer.nights().arrival(), offer.nights().departure());
    facts.putAll(price(offer.quote()));
    return facts;
  }

  private Map<String, Object> room(String type, LocalDate arrival, LocalDate departure) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("room_type", type);
    facts.put("called", venue().lodging().type(type).map(t -> t.called(language())).orElse(type));
    facts.put("arrival", arrival.toString());
    facts.put("departure", departure.toString());
    return facts;
  }

  private String language() {
    return context.language().getLanguage();
  }

  private Map<String, Object> price(Quote quote) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("total", money(quote.total(), quote.currency()));
    facts.put(
        "nights",
        quote.nights().stream()
            .map(n ->
                Map.of("night", n.night().toString(), "price", money(n.amount(), quote.currency())))
            .toList());
    quote.extras().forEach(e -> facts.put(e.what(), money(e.amount(), quote.currency())));
    facts.put("tourist_tax", money(quote.touristTax(), quote.currency()));
    facts.put("deposit", money(quote.deposit(), quote.currency()));
    facts.put(
        "cancellation",
        Map.of(
            "free_until",
            quote.freeUntil().atZone(venue().zone()).toLocalDateTime().toString(),
            "fee",
            money(quote.cancellationFee(), quote.currency())));
    return facts;
  }

  Map<String, Object> money(long amount, String currency) {
    Map<String, Object> money = new LinkedHashMap<>();
    money.put("amount", amount);
    money.put("currency", currency);
    money.put("text", words().money(amount, currency));
    return money;
  }

  /**
   * @param arrival the day that was wished for, or null
   */
  Map<String, Object> refused(No no, LocalDate arrival) {
    NightsAllowed nights =
        arrival == null ? venue().lodging().rules().nights() : venue().lodging().nights(arrival);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", "refused");
    facts.put("reason", no.why().code());
    facts.put("say", words().refused(no.why(), venue(), nights));
    facts.put("alternatives", alternatives(no.alternatives()));
    return facts;
  }

  private List<Map<String, Object>> alternatives(List<Offer> offers) {
    return offers.stream()
        .map(o -> {
          Map<String, Object> facts =
              room(o.type().name(), o.nights().arrival(), o.nights().departure());
          facts.put("total", money(o.quote().total(), o.quote().currency()));
          return facts;
        })
        .toList();
  }
}
