package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.conversation.builtin.Memory.Search;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A look into the book before a message is understood: "a las diez, mejor" changes the one booking
 * a guest has, and begins one where there is none.
 */
final class Glance {

  private static final Set<Intent> ELSEWHERE =
      EnumSet.of(
          Intent.CANCEL,
          Intent.CONFIRM,
          Intent.WAITLIST,
          Intent.PERSON,
          Intent.COMPLAINT,
          Intent.ABUSE);

  private final Turn turn;
  private final Memory memory;

  Glance(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** Null where it needs none. */
  Reply look(Understanding heard) {
    boolean idle =
        memory.asked == Asked.NOTHING && !memory.wish.begun() && memory.task == Task.TABLE;
    boolean looked = memory.standing != null || !memory.booked.isEmpty();
    if (turn.hasRooms() || !turn.knowsPhone() || !idle || looked || !worthIt(heard)) {
      return null;
    }
    memory.search = Search.GLANCE;
    return Reply.use(List.of(turn.call(0, "find_reservation", Map.of())));
  }

  private boolean worthIt(Understanding heard) {
    boolean names =
        heard.time() != null
            || heard.party() != null
            || heard.zone() != null
            || !memory.shift.none();
    boolean amends = names && Standing.speaks(memory.text);
    boolean other =
        ELSEWHERE.contains(heard.intent()) && !amends
            || heard.about(Topic.CANCEL)
            || heard.about(Topic.FIND)
            || heard.about(Topic.LEAVE_WAITLIST);
    boolean unsure = heard.intent() == Intent.CHANGE && WantsChange.whole(memory, heard);
    boolean already = heard.about(Topic.CHANGE) || heard.intent() == Intent.CHANGE && !unsure;
    boolean says = heard.wishes() || !memory.shift.none() || memory.edge != null;
    boolean whole = heard.day() != null && heard.time() != null && heard.party() != null;
    boolean asksHouse =
        !HouseQuestions.meant(memory.text).isEmpty()
            || heard.intent() == Intent.QUESTION
                && heard.notes() != null
                && heard.party() == null
                && !Standing.otherwise(memory.text);
    boolean perhaps = !whole && !asksHouse;
    boolean that = ofThatDay(heard) && !asksHouse && memory.toldOf.isEmpty();
    boolean may =
        unsure
            || !memory.shift.none()
            || Standing.speaks(memory.text)
            || that
            || perhaps && Standing.perhaps(memory.text);
    boolean asks =
        heard.question() && memory.shift.none() && !Standing.asks(memory.text) && !amends && !that;
    boolean another = Standing.another(memory.text) && !unsure;
    return says && may && !other && !already && !asks && !another;
  }

  /** A day and nothing that begins a table: something may stand on that day. */
  private static boolean ofThatDay(Understanding heard) {
    return heard.day() != null
        && heard.party() == null
        && !heard.about(Topic.BOOK)
        && !heard.about(Topic.HOURS);
  }

  /** Whether the result is what was looked for; the message is to be heard again then. */
  boolean hear(ToolResult result) {
    if (!result.name().equals("find_reservation") || memory.search != Search.GLANCE) {
      return false;
    }
    memory.search = Search.NONE;
    memory.standing = Found.in(result.content());
    String name = Facts.text(Facts.map(result.content(), "usual"), "name");
    memory.knownName = memory.knownName == null && !name.isEmpty() ? name : memory.knownName;
    return true;
  }
}
