package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.text.FilteredPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A number that is put right once a table is booked: {@code el bueno es el 644 30 21 17}. */
final class AnotherNumber {

  private static final FilteredPattern NUMBER =
      FilteredPattern.compile(
          "\\b(?:telefono|movil|celular|celu|cel|phone|mobile|cell|(?:numero|number) (?:equivocado|que no (?:es|era))|(?:mi|el|un|ese|otro|my|the|that|another|wrong|old|new) (?:numero|number)(?! (?:de|of) (?!telefono|contacto|movil|celular|contact)))\\b");

  private static final FilteredPattern OTHERWISE =
      FilteredPattern.compile(
          "\\b(?:mal|equivo\\w+|viej[oa]|antigu[oa]|cambi\\w+|nuevo|otro|distint[oa]|incorrect\\w+|erroneo|ya no (?:\\w+ )?(?:uso|tengo|funciona|sirve|va)|correg\\w+|corrij\\w+|actualiz\\w+|no es (?:ese|el)|wrong|old|chang\\w+|updat\\w+|different|another|new|mistake|mistyped|typo|incorrect|no longer)\\b");

  /** Which number is meant, beside the number itself. */
  private static final FilteredPattern RIGHT_ONE =
      FilteredPattern.compile(
          "\\b(?:(?:el|la) (?:bueno|buena|correcto|correcta|de verdad|mio)|(?:llam|localiz|contact|avis)\\w+|(?:right|correct|real) (?:one|number)|(?:call|ring|reach|text) (?:me|us)|it should (?:be|say)|es el|its)\\b");

  /** A second one, for the case. */
  private static final FilteredPattern BESIDES =
      FilteredPattern.compile(
          "\\b(?:por si|tambien|ademas|de repuesto|also|as well|backup|in case|second number|segundo (?:numero|telefono))\\b");

  private final Turn turn;
  private final Memory memory;

  AnotherNumber(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** Null if the message is about something else. */
  Reply hear(Understanding heard) {
    boolean grave = heard.intent() == Intent.COMPLAINT || heard.intent() == Intent.EMERGENCY;
    boolean booked =
        !grave && !memory.booked.isEmpty() && !memory.wish.begun() && memory.later.isEmpty();
    if (turn.knowsPhone() || turn.hasRooms() || !booked || memory.task != Task.TABLE) {
      return null;
    }
    String plain = Tokens.plain(memory.text);
    if (heard.phone() != null && (memory.asked == Asked.PHONE || means(heard, plain))) {
      return change(heard.phone());
    }
    if (memory.asked == Asked.PHONE) {
      return unanswered(heard);
    }
    boolean wrong = NUMBER.matcher(plain).find() && OTHERWISE.matcher(plain).find();
    boolean wants = heard.phone() == null && memory.asked == Asked.NOTHING && wrong;
    if (!wants || BESIDES.matcher(plain).find() || heard.wishes() || asksForOurs(heard)) {
      return null;
    }
    memory.ask(Asked.PHONE, Task.TABLE);
    return Reply.say(turn.more().askPhone());
  }

  private boolean means(Understanding heard, String plain) {
    boolean says =
        NUMBER.matcher(plain).find()
            || OTHERWISE.matcher(plain).find()
            || RIGHT_ONE.matcher(plain).find();
    return memory.asked == Asked.NOTHING
        && memory.phoneMoved
        && says
        && !heard.wishes()
        && !BESIDES.matcher(plain).find();
  }

  /** {@code ¿habéis cambiado de teléfono?} */
  private boolean asksForOurs(Understanding heard) {
    return heard.question() && !ChangeWords.asks(memory.text);
  }

  private Reply change(String phone) {
    memory.asked = Asked.NOTHING;
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("reference", memory.booked);
    arguments.put("phone", phone);
    return Reply.use(List.of(turn.call(0, "change_reservation", arguments)));
  }

  private Reply unanswered(Understanding heard) {
    boolean keeps =
        heard.answer() == YesNo.NO || heard.about(Topic.DROP) || CancelWords.keeps(memory.text);
    if (keeps) {
      memory.asked = Asked.NOTHING;
      return Reply.say(turn.say().fine());
    }
    return heard.question() || heard.wishes() ? null : new PhoneTalk(turn).unanswered(heard);
  }

  /** Null if something else was changed. */
  Reply hear(ToolResult result) {
    if (memory.task != Task.TABLE) {
      return null;
    }
    if (result.status().equals("changed")) {
      return Reply.say(turn.table().phoneNoted(memory.phone));
    }
    return Facts.text(result.content(), "reason").equals("phone_invalid")
        ? new PhoneTalk(turn).refused(Task.TABLE)
        : Reply.say(turn.say().engine().troubleOnOurSide(turn.phone()));
  }
}
