package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.text.FilteredPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A booking that was made elsewhere: the book shows it to who knows its reference and whose it is.
 * Once it is known, what the guest wanted of it is heard again.
 */
final class ToldReference {

  private final Turn turn;
  private final Memory memory;

  ToldReference(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** What the book is asked: the reference, if one was told, and with it whose booking it is. */
  Map<String, Object> arguments(Understanding heard) {
    if (heard.reference() == null && heard.name() != null) {
      memory.calledBy = heard.name();
    }
    return heard.reference() == null ? Map.of() : arguments(heard, heard.reference());
  }

  private Map<String, Object> arguments(Understanding heard, String reference) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("reference", reference);
    if (reference.equals(memory.shown)) {
      return arguments;
    }
    String beside = heard.name() == null ? beside(reference) : heard.name();
    memory.calledBy = beside.isEmpty() ? memory.calledBy : beside;
    if (!memory.calledBy.isEmpty()) {
      arguments.put("name", memory.calledBy);
    }
    String phone = heard.phone() == null && !turn.knowsPhone() ? memory.phone : heard.phone();
    if (phone != null && !phone.isEmpty()) {
      arguments.put("phone", phone);
    }
    return arguments;
  }

  private static final FilteredPattern NAME_BESIDE =
      FilteredPattern.compile(
          "(?u)^[,.;:]? +(?:soy |de |y soy |it's |I'm )?(\\p{Lu}\\p{L}+(?: (?:de |del |la )?\\p{Lu}\\p{L}+){1,3})");

  /** {@code la reserva KLM123, Manuel Espejo}: whose it is, said without a word; or empty. */
  private String beside(String reference) {
    int at = memory.text.toUpperCase(Locale.ROOT).indexOf(reference);
    if (at < 0) {
      return "";
    }
    Matcher name = NAME_BESIDE.matcher(memory.text.substring(at + reference.length()));
    return name.find() ? name.group(1) : "";
  }

  /** Whether the message is the answer to the question for a reference, or for whose it is. */
  boolean answers(Understanding heard) {
    boolean asked = memory.asked == Asked.REFERENCE || memory.asked == Asked.WHOSE;
    return asked && tells(heard) && (!heard.question() || heard.reference() != null);
  }

  private static boolean tells(Understanding heard) {
    return heard.name() != null || heard.phone() != null || heard.reference() != null;
  }

  /** Null if whose booking it is was not asked, or the message tells nothing of it. */
  Reply hear(Understanding heard) {
    boolean mended = memory.asked == Asked.REFERENCE && memory.calledInVain && heard.name() != null;
    if (memory.asked != Asked.WHOSE && !mended) {
      return insists(heard) ? Reply.say(turn.more().notYours(turn.phone())) : null;
    }
    if (tells(heard)) {
      alsoWanted(heard);
      String reference = heard.reference() == null ? memory.called : heard.reference();
      memory.asked = Asked.NOTHING;
      return Reply.use(List.of(turn.call(0, tool(), arguments(heard, reference))));
    }
    boolean none = heard.answer() == YesNo.NO || heard.about(Topic.DROP) || heard.about(Topic.BYE);
    if (none && CancelWords.keeps(memory.text)) {
      giveUp();
      return Reply.say(turn.say().fine());
    }
    return none && !heard.question() ? giveUp() : null;
  }

  /** {@code Ana Gil. Y de paso, ¿media hora más tarde?}: wanted of it as well. */
  private void alsoWanted(Understanding heard) {
    boolean more =
        heard.wishes()
            || heard.stay().begun()
            || !memory.shift.none()
            || !StayShift.in(memory.text, heard.stay()).none();
    if (!more || memory.calledFor.isEmpty()) {
      return;
    }
    String said = turn.said("");
    memory.calledFor += "\n" + (heard.name() == null ? said : said.replace(heard.name(), ""));
  }

  private static final FilteredPattern LOOKING =
      FilteredPattern.compile(
          "\\b(?:un (?:momento|momentito|segundo|seg|minuto|momentico)|espera\\w*|aguard\\w+|permita\\w*|la busco|lo busco|(?:voy|dejame|dejeme|deja que|estoy|ahora) (?:a )?(?:\\w+ )?(?:mir\\w+|busc\\w+|ver)|ahora (?:te|se|os) l[ao] (?:digo|doy|paso|mando)|ya (?:te|se|os) l[ao] (?:digo|doy|paso|mando)"
              + "|hang on|hold on|wait|(?:one|a|just a) (?:sec|second|moment|minute|mo|tick|min)|bear with|let me (?:look|check|find|see|get)|looking (?:for|it)|i ?ll (?:look|find|check|get)|just (?:looking|checking|finding))\\b");

  private static final FilteredPattern LACKS =
      FilteredPattern.compile(
          "\\b(?:no (?:\\w+ ){0,2}(?:teng\\w*|tenemos|encuentr\\w+|recuerd\\w+|acuerd\\w+|se)|perd\\w+|ni idea|(?:don ?t|do not|haven ?t) (?:have|got|know|remember)|can ?t (?:find|remember)|lost|no idea|forgotten|forgot)\\b");

  /**
   * Said while we wait for a reference, or for whose it is: a name, days of what is wanted, or that
   * somebody is looking for it. Null if it is none of these.
   */
  Reply meanwhile(Understanding heard) {
    String plain = Tokens.plain(memory.text);
    boolean named = memory.asked == Asked.REFERENCE && heard.name() != null;
    boolean more = heard.stay().begun() || heard.wishes() && memory.asked == Asked.REFERENCE;
    boolean looks = LOOKING.matcher(plain).find();
    boolean waits = named || more || looks;
    if (!waits || heard.question() || heard.reference() != null || LACKS.matcher(plain).find()) {
      return null;
    }
    memory.calledBy = named ? heard.name() : memory.calledBy;
    memory.calledFor = more ? memory.calledFor + "\n" + memory.text : memory.calledFor;
    boolean whose = memory.asked == Asked.WHOSE;
    return Reply.say(whose ? turn.more().askWhose() : turn.more().askReference());
  }

  /**
   * Whoever has just heard that without its reference nothing is shown, and tells something else.
   */
  private boolean insists(Understanding heard) {
    boolean refused = turn.lastSaid().endsWith(turn.more().notYours(turn.phone()));
    boolean wants =
        heard.wishes() || heard.stay().begun() || heard.reference() != null || heard.question();
    return refused
        && memory.asked == Asked.NOTHING
        && !wants
        && (tells(heard) || LACKS.matcher(Tokens.plain(memory.text)).find());
  }

  /** With what was wanted before the book could show it. */
  void recall() {
    String wish = wish();
    memory.text = wish.isEmpty() ? memory.text : wish + "\n" + memory.text;
  }

  private String tool() {
    return switch (memory.task) {
      case STAY, STAY_CHANGE, STAY_CANCEL, STAY_HOURS -> "find_stay";
      default -> "find_reservation";
    };
  }

  /** The reference is asked for: what it was wanted for is kept. */
  void wanted() {
    memory.calledFor = memory.calledFor.isEmpty() ? turn.said("") : memory.calledFor;
  }

  /**
   * Whether the book has just shown a table that was made elsewhere, so that what was said can be
   * understood of it.
   */
  boolean shows(ToolResult result) {
    Map<String, Object> asked = new BookCalls(turn).asked(result);
    boolean told = asked.containsKey("name") || asked.containsKey("phone");
    boolean shows =
        told && result.name().equals("find_reservation") && result.status().equals("found");
    if (shows) {
      memory.shown = Facts.text(asked, "reference");
      memory.standing = Found.in(result.content());
      memory.calledInVain = false;
      memory.search = Memory.Search.NONE;
      memory.dropTask();
    }
    return shows;
  }

  /** What is to be heard again, or empty if it was said in this turn. */
  String wish() {
    String wish = memory.calledFor;
    memory.calledFor = "";
    return wish;
  }

  /** Null if the book showed what it has, or was not asked for a reference. */
  Reply hear(ToolResult result) {
    if (!result.name().startsWith("find_")) {
      return null;
    }
    String named = Facts.text(new BookCalls(turn).asked(result), "reference");
    if (named.isEmpty() || result.status().equals("found")) {
      return null;
    }
    wanted();
    memory.shown = memory.shown.equals(named) ? "" : memory.shown;
    boolean told = new BookCalls(turn).asked(result).containsKey("name");
    if (result.status().equals("name_needed") && !told) {
      memory.called = named;
      memory.ask(Asked.WHOSE, memory.task);
      return Reply.say(turn.more().askWhose());
    }
    if (!memory.calledInVain) {
      memory.called = named;
      memory.calledInVain = true;
      memory.ask(Asked.REFERENCE, memory.task);
      return Reply.say(turn.more().noneCalled(named, memory.calledBy));
    }
    return giveUp();
  }

  private Reply giveUp() {
    memory.calledInVain = false;
    memory.calledFor = "";
    memory.dropTask();
    memory.search = Memory.Search.NONE;
    return Reply.say(turn.more().notYours(turn.phone()));
  }
}
