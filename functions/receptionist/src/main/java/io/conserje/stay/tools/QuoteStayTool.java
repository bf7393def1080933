package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.Offer;
import io.conserje.stay.QuoteStay;
import io.conserje.stay.QuoteStay.Together.NotAll;
import io.conserje.stay.QuoteStay.Together.Sum;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayAnswer.Offers;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayRefusal;
import io.conserje.stay.StayWish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    List<StayWish> others = OtherRooms.of(wish, asked.besides());
    Facts facts = new Facts(context);
    return Tool.result(
        call,
        switch (quote.quote(wish)) {
          case Offers offers -> offered(facts, offers, wish, others);
          case No no -> facts.refused(no, wish.arrival());
        });
  }

  private Map<String, Object> offered(
      Facts facts, Offers offers, StayWish wish, List<StayWish> others) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("status", "free");
    told.put("offers", offers.offers().stream().map((Offer o) -> facts.of(o)).toList());
    if (!others.isEmpty()) {
      String currency = offers.offers().getFirst().quote().currency();
      List<StayWish> all = Stream.concat(Stream.of(wish), others.stream()).toList();
      switch (quote.together(all)) {
        case Sum(long total) -> told.put("altogether", facts.money(total, currency));
        case NotAll(StayRefusal why) -> told.put("not_all", why.code());
      }
    }
    return told;
  }
}
