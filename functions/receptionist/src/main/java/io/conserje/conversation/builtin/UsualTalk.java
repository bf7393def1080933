package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.conversation.builtin.Memory.Search;
import io.conserje.text.FilteredPattern;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** "La mesa de siempre": what a guest who is known by the number had last time. */
final class UsualTalk {

  private static final FilteredPattern USUAL =
      FilteredPattern.compile(
          "\\b(?:de siempre|(?:como|donde|cuando|a la hora de) siempre|lo mismo que (?:la otra|la ultima|el otro)|lo mismo de (?:la otra|siempre|siempre)|como la (?:ultima|otra) vez"
              + "|igual que (?:la otra|la ultima|siempre)|same as (?:last time|usual|always|before)|the usual|my usual|our usual|usual table"
              + "|(?:teneis|tienen|tienes) mis datos|(?:got|have) my details|(?:sabeis|saben|sabes|sabe) (?:ya )?quien soy|(?:me|nos) (?:conoceis|conocen|conoces)\\b(?! (?:el|la|de))|you know (?:me|us|who i am)"
              + "|(?:mism[oa]s?|igual|como|same)\\b(?: \\w+){0,4} (?:que|de|as) (?:la |el |las |los |our |my )?(?:otr[oa]s? (?:dia|vez|veces|noche)|ultim[oa](?: vez)?|vez (?:anterior|pasada)|semana pasada|mes pasado|siempre|last (?:time|week|month)|before|usual|always|previous))\\b");

  private static final Set<Topic> GREETINGS = Set.of(Topic.GREETING, Topic.HOW_ARE_YOU);
  private static final int LONGEST_GREETING = 6;

  private final Turn turn;
  private final Memory memory;
  private final BookingTalk booking;

  UsualTalk(Turn turn, BookingTalk booking) {
    this.turn = turn;
    this.memory = turn.memory();
    this.booking = booking;
  }

  /** Null if the message does not speak of what was usual, or the guest is not known. */
  Reply hear(Understanding heard) {
    if (onlyGreets(heard)) {
      memory.search = Search.GREET;
      return Reply.use(List.of(turn.call(0, "find_reservation", Map.of())));
    }
    boolean says = USUAL.matcher(Tokens.plain(memory.text)).find();
    boolean lacks = memory.asked != Asked.CONFIRM && memory.task == Task.TABLE;
    if (!says || !lacks || !turn.knowsPhone()) {
      return null;
    }
    boolean more = heard.party() != null && heard.party().relative() && memory.wish.party() == null;
    memory.more = more ? heard.party().size() : 0;
    memory.wish = memory.wish.after(heard);
    memory.search = Search.USUAL;
    return Reply.use(List.of(turn.call(0, "find_reservation", Map.of())));
  }

  /** The first word of somebody whose number may be known. */
  private boolean onlyGreets(Understanding heard) {
    boolean first = turn.request().history().isEmpty() && memory.knownName == null;
    boolean idle = memory.asked == Asked.NOTHING && !memory.wish.begun();
    boolean greets =
        heard.about(Topic.GREETING)
            && GREETINGS.containsAll(heard.topics())
            && heard.name() == null
            && !heard.wishes()
            && !heard.question()
            && Words.of(memory.text).size() <= LONGEST_GREETING;
    return first && idle && greets && turn.knowsPhone();
  }

  private Reply greeted(ToolResult result) {
    memory.search = Search.NONE;
    String name = Facts.text(Facts.map(result.content(), "usual"), "name");
    if (name.isEmpty()) {
      return Reply.inPassing(turn.say().greeting(turn.venue().name()));
    }
    memory.knownName = name;
    return Reply.inPassing(turn.more().welcomeBack(first(name)) + " " + turn.say().howCanIHelp());
  }

  /** Null if the result is another's. */
  Reply hear(ToolResult result) {
    if (result.name().equals("find_reservation") && memory.search == Search.GREET) {
      return greeted(result);
    }
    if (!result.name().equals("find_reservation") || memory.search != Search.USUAL) {
      return null;
    }
    memory.search = Search.NONE;
    Map<String, Object> usual = Facts.map(result.content(), "usual");
    if (!usual.isEmpty()) {
      fill(usual);
      memory.addAside(turn.more().welcomeBack(first(Facts.text(usual, "name"))));
    }
    return booking.next();
  }

  private void fill(Map<String, Object> usual) {
    Wish wish = memory.wish;
    int party = Math.max(1, Facts.number(usual, "party_size") + memory.more);
    memory.more = 0;
    wish = wish.party() == null ? wish.withParty(party) : wish;
    if (wish.time() == null) {
      LocalTime time = LocalTime.parse(Facts.text(usual, "time"));
      boolean fits = wish.part() == null || wish.part().holds(time.getHour());
      wish = fits ? wish.withTime(TimeWish.exactly(time)) : wish;
    }
    boolean zone = wish.zone() == null && usual.containsKey("zone");
    wish = zone ? wish.in(Facts.text(usual, "zone")) : wish;
    memory.wish = wish.withName(Naming.fuller(wish.name(), Facts.text(usual, "name")));
  }

  private static String first(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }
}
