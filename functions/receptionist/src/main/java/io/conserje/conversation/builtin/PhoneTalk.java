package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** The guest's number, where the channel does not tell it. */
final class PhoneTalk {

  private static final int TRIES = 2;

  /** Figures of a whole number. */
  private static final int SHORTEST = 9;

  private static final Pattern WHY =
      Pattern.compile(
          "\\b(?:por que|para que|why|what for|what do you need)\\b.*\\b(?:telefono|numero|movil|celular|phone|number|mobile)\\b");

  private final Turn turn;
  private final Memory memory;

  PhoneTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** "¿Por qué necesitáis mi teléfono?" */
  boolean asksWhy() {
    return WHY.matcher(Tokens.plain(memory.text)).find();
  }

  boolean missing() {
    return !turn.knowsPhone() && memory.phone.isEmpty();
  }

  /** Takes a number out of whatever the guest says. */
  void note(Understanding heard) {
    String phone = heard.phone() == null ? inPieces() : heard.phone();
    if (!turn.knowsPhone() && phone != null) {
      boolean another = !memory.phone.isEmpty() && !memory.phone.equals(phone);
      if (another && memory.asked == Asked.CONFIRM) {
        memory.addAside(turn.table().phoneNoted(phone));
      }
      memory.phone = phone;
      memory.phoneAsked = 0;
      memory.phoneBegun = "";
    }
  }

  /** What a message of nothing but figures completes, or null; what is not whole yet is kept. */
  private String inPieces() {
    boolean figures = memory.text.codePoints().noneMatch(Character::isLetter);
    if (memory.asked != Asked.PHONE || !figures) {
      return null;
    }
    String all = (memory.phoneBegun + " " + memory.text).strip();
    String whole = PhoneWords.in(Words.of(all), turn.tongue(), turn.phone());
    boolean fewer = memory.text.chars().filter(Character::isDigit).count() < SHORTEST;
    memory.phoneBegun = fewer ? all : "";
    return whole;
  }

  Reply ask(Task task) {
    memory.ask(Asked.PHONE, task);
    return Reply.say(turn.more().askPhone());
  }

  /** Null if the message is no attempt to answer. */
  Reply unanswered(Understanding heard) {
    boolean digits = memory.text.chars().filter(Character::isDigit).count() > 2;
    boolean refuses =
        heard.answer() == YesNo.NO || heard.about(Topic.DROP) || heard.email() != null;
    boolean elsewhere = heard.question() || heard.wishes() && !digits || heard.name() != null;
    if (!digits && (elsewhere || !refuses && heard.answer() == YesNo.NEITHER && !attempt(heard))) {
      return null;
    }
    if (heard.answer() == YesNo.YES && !digits) {
      return Reply.say(turn.say().fine() + " " + turn.more().askPhone());
    }
    memory.phoneAsked++;
    if (memory.phoneAsked >= TRIES) {
      memory.phoneAsked = 0;
      memory.asked = Asked.PERSON;
      return Reply.say(turn.more().personInstead());
    }
    return Reply.say(refuses ? turn.more().phoneNeeded() : turn.more().phoneNotUnderstood());
  }

  private static boolean attempt(Understanding heard) {
    return heard.topics().isEmpty() && heard.intent() == null;
  }

  /** The book did not take it. */
  Reply refused(Task task) {
    memory.phone = "";
    memory.ask(Asked.PHONE, task);
    return Reply.say(turn.more().phoneNotUnderstood());
  }
}
