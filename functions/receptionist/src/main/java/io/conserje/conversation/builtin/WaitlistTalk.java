package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import java.util.List;
import java.util.Map;

/** The waitlist, for a guest whose wish is full and who takes nothing else. */
final class WaitlistTalk {

  private final Turn turn;
  private final Memory memory;
  private final BookCalls calls;
  private final Naming naming;

  WaitlistTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.calls = new BookCalls(turn);
    this.naming = new Naming(turn);
  }

  /** Whether the wish is one the book has just called full. */
  boolean possible() {
    return !memory.full.isEmpty() && memory.full.equals(calls.key(memory.wish));
  }

  /** Whether the guest has agreed to wait for it. */
  boolean agreed() {
    return memory.waits && possible();
  }

  Reply propose(String because) {
    memory.asked = Asked.WAITLIST;
    return Reply.say((because + " " + turn.say().askWaitlist()).strip());
  }

  /** Null if the answer is neither yes nor no. */
  Reply afterAsking(Understanding heard) {
    return switch (heard.answer()) {
      case YES -> join();
      case NO -> {
        memory.asked = Asked.OTHER_MOMENT;
        yield Reply.say(turn.say().otherDayOrTime());
      }
      case NEITHER -> null;
    };
  }

  Reply join() {
    memory.waits = true;
    Asked asked = memory.asked;
    if (memory.wish.name() == null) {
      naming.propose();
    }
    if (memory.wish.name() == null) {
      memory.asked = Asked.NAME;
      boolean agreed = asked == Asked.WAITLIST;
      String yes = agreed ? turn.say().fine() : turn.more().thereIsAWaitlist();
      return Reply.say(yes + " " + turn.say().askName());
    }
    PhoneTalk phones = new PhoneTalk(turn);
    return phones.missing() ? phones.ask(Task.TABLE) : calls.join();
  }

  /** Null if the guest does not want to be taken off the waitlist. */
  Reply leave(Understanding heard) {
    boolean off =
        heard.about(Topic.LEAVE_WAITLIST)
            || heard.about(Topic.WAITLIST)
                && !Waiting.wished(memory.text)
                && (heard.about(Topic.CANCEL) || heard.about(Topic.DROP));
    return off ? Reply.use(List.of(turn.call(0, "leave_waitlist", Map.of()))) : null;
  }

  /** Null if the result is another tool's. */
  Reply hear(ToolResult result) {
    return switch (result.name()) {
      case "join_waitlist" -> joined(result);
      case "leave_waitlist" -> left(result);
      default -> null;
    };
  }

  private Reply joined(ToolResult result) {
    if (result.status().equals("waiting")) {
      memory.dropWish();
      return Reply.say("");
    }
    memory.waits = false;
    memory.full = "";
    memory.asked = Asked.OTHER_MOMENT;
    return Reply.say(Facts.text(result.content(), "say") + " " + turn.say().otherDayOrTime());
  }

  private Reply left(ToolResult result) {
    return Reply.say(result.status().equals("left") ? "" : Facts.text(result.content(), "say"));
  }
}
