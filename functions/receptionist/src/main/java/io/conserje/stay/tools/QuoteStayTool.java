package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.Offer;
import io.conserje.stay.QuoteStay;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayAnswer.Offers;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayWish;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code quote_stay}: which rooms are free and what they cost. Nothing is kept. */
final class QuoteStayTool extends RoomTool {

  private static final Arguments<AskedStay> ASKED = Arguments.of(AskedStay.class);

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
    StayWish wish = ASKED.read(call).wish(context);
    Facts facts = new Facts(context);
    return Tool.result(
        call,
        switch (quote.quote(wish)) {
          case Offers offers -> offered(facts, offers);
          case No no -> facts.refused(no, wish.arrival());
        });
  }

  private static Map<String, Object> offered(Facts facts, Offers offers) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("status", "free");
    told.put("offers", offers.offers().stream().map((Offer o) -> facts.of(o)).toList());
    return told;
  }
}
