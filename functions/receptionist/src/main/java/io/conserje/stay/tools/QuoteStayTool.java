package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.Offer;
import io.conserje.stay.Party;
import io.conserje.stay.QuoteStay;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayAnswer.Offers;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayWish;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** {@code quote_stay}: which rooms are free and what they cost. Nothing is kept. */
final class QuoteStayTool extends RoomTool {

  private record Asked(
      AskedStay stay,
      @MayBeAbsent
          @Meaning(
              "further rooms for the same nights, each as type:adults:children, parted by"
                  + " semicolons; then room_type has to be given")
          String besides) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);
  private static final int PARTS = 3;

  private final QuoteStay quote;

  QuoteStayTool(StayBook book) {
    super(
        new ToolSpec(
            "quote_stay",
            "Says which rooms are free and what they cost, or why not and what is free instead.",
            ASKED));
    this.quote = new QuoteStay(book);
  }

  @Override
  public boolean onlyLooks(ToolCall call) {
    return true;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    StayWish wish = asked.stay().wish(context);
    Facts facts = new Facts(context);
    return Tool.result(
        call,
        switch (quote.quote(wish)) {
          case Offers offers -> offered(facts, offers, altogether(wish, offers, asked.besides()));
          case No no -> facts.refused(no, wish.arrival());
        });
  }

  /** What all of them come to; nothing where one of them cannot be had. */
  private OptionalLong altogether(StayWish wish, Offers offers, String besides) {
    if (besides.isEmpty() || wish.type().isBlank() || offers.offers().size() != 1) {
      return OptionalLong.empty();
    }
    long sum = offers.offers().getFirst().quote().total();
    for (String room : besides.split(";")) {
      String[] parts = room.strip().split(":");
      if (parts.length != PARTS || !parts[1].matches("\\d{1,2}") || !parts[2].matches("\\d{1,2}")) {
        return OptionalLong.empty();
      }
      Party party = new Party(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), 0);
      StayWish other =
          new StayWish(wish.venue(), wish.arrival(), wish.departure(), parts[0], party, wish.now());
      if (!(quote.quote(other) instanceof Offers free)) {
        return OptionalLong.empty();
      }
      sum += free.offers().getFirst().quote().total();
    }
    return OptionalLong.of(sum);
  }

  private static Map<String, Object> offered(Facts facts, Offers offers, OptionalLong altogether) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("status", "free");
    told.put("offers", offers.offers().stream().map((Offer o) -> facts.of(o)).toList());
    String currency = offers.offers().getFirst().quote().currency();
    altogether.ifPresent(sum -> told.put("altogether", facts.money(sum, currency)));
    return told;
  }
}
