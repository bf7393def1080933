package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Matcher;

/** The guest's number, where the channel does not tell it. */
final class PhoneTalk {

  private static final int TRIES = 2;

  /** Figures of a whole number. */
  private static final int SHORTEST = 9;

  /** Figures of a piece that nobody takes for the whole of it. */
  private static final int PIECE = 6;

  /** Of what was said of a number in pieces; more is no number. */
  private static final int LONGEST = 100;

  private static final FilteredPattern WHY =
      FilteredPattern.compile(
          "\\b(?:por que|para que|why|what for|what do you need)\\b.*\\b(?:telefono|numero|movil|celular|phone|number|mobile)\\b");

  /** {@code no termina en 653, sino en 635}: of these the last are right. */
  private static final FilteredPattern NOT_SO =
      FilteredPattern.compile(
          "(?iu)\\bno (?=(?:termina|acaba))((?:termina|acaba)\\w*) en \\d[\\d ]*,? (?:sino|es|que es|si no)(?: en)? (?=\\d)|\\b(?:does|do)(?: not|n'?t) (end|finish) (?:in|with) \\d[\\d ]*,? (?:but|it'?s|it ends)(?: in| with)? (?=\\d)");

  /** {@code it ends in 653}: what was said before was right but for these. */
  private static final FilteredPattern ENDS =
      FilteredPattern.compile(
          "(?iu)\\b(?:termina\\w*|acaba\\w*|ends?|ending|finish\\w*)(?: es)? (?:en|in|with|con) (\\d(?: ?\\d){1,5})\\b(?:,? (?:y |and )?(?:no|not|en vez de|en lugar de|instead of|rather than)(?: en| in)? \\d[\\d ]*\\b)?");

  /** What may stand beside a piece of a number. */
  private static final FilteredPattern BESIDE =
      FilteredPattern.compile(
          "(?iu)\\b(?:apunta|apunte|anota|anote|es|el|mi|n[uú]mero|tel[eé]fono|tel|m[oó]vil|celu?|celular|y|luego|despu[eé]s|despues|sigue|vale|s[ií]|a ver|mira|espera|empieza por|acaba en|termina en|ok|okay|yes|it'?s|it is|my|the|number|phone|mobile|cell|is|then|and|right|so|starts with|ends in)\\b");

  /** {@code can I use my email?}, {@code vale un número de fuera?}, where a number is asked for. */
  private static final FilteredPattern INSTEAD =
      FilteredPattern.compile(
          "\\b(?:e ?mail|correo|mail|extranjer[oa]|foreign|internacional|international|(?:de|from) (?:fuera|otro pais|abroad|another country)|(?:spanish|espanol|uk|us|british|american|french|german) (?:phone|number|mobile|numero|movil|telefono)|(?:telefono|movil|numero|phone|number|mobile) (?:espanol|spanish))\\b");

  /** {@code Martín Pereyra, 11 5555 4444}: a number, though none that can be called from here. */
  private static final FilteredPattern NUMBER =
      FilteredPattern.compile("(?<![/:.\\d-])\\d(?:[ .-]?\\d){8,}+(?![/:])");

  private static final int BRIEF = 60;

  private final Turn turn;
  private final Memory memory;

  /** {@code anotá: 622 11 33 55}: a word before the number that was asked for names nobody. */
  static boolean leads(String name, String phone, Asked asked) {
    return asked == Asked.PHONE && phone != null && name != null && !name.contains(" ");
  }

  PhoneTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** Why it is asked for, and another number for what is booked; null if it is about neither. */
  Reply hear(Understanding heard, String open) {
    if (asksWhy()) {
      boolean more = memory.asked != Asked.PHONE && !open.isEmpty();
      return Reply.say(turn.more().phoneNeeded() + (more ? " " + open : ""));
    }
    return new AnotherNumber(turn).hear(heard);
  }

  /** "¿Por qué necesitáis mi teléfono?" */
  private boolean asksWhy() {
    String plain = Tokens.plain(memory.text);
    boolean instead = memory.asked == Asked.PHONE && missing() && INSTEAD.matcher(plain).find();
    return WHY.matcher(plain).find() || instead && Asking.sounds(memory.text);
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
      memory.phoneMoved = another;
      memory.phone = phone;
      memory.phoneAsked = 0;
      memory.phoneBegun = "";
    }
  }

  /** What a message of nothing but figures completes, or null; what is not whole yet is kept. */
  private String inPieces() {
    String piece = BESIDE.matcher(memory.text).replaceAll(" ").strip();
    Words words = Words.of(piece);
    boolean figures = words.size() > 0;
    for (int i = 0; i < words.size(); i++) {
      figures &= Numbers.digits(words.plain(i)) || Numbers.at(words, i, turn.tongue()) != null;
    }
    if (memory.asked != Asked.PHONE || !figures) {
      return null;
    }
    String all = (memory.phoneBegun + " " + piece).strip();
    String whole = PhoneWords.in(Words.of(all), turn.tongue(), turn.phone());
    boolean fewer = digits(piece) < SHORTEST;
    memory.phoneBegun = fewer ? all : "";
    memory.phonePiece = whole == null && digits(piece) <= PIECE;
    return whole;
  }

  private static long digits(String text) {
    return text.chars().filter(Character::isDigit).count();
  }

  /** The message with the whole number, where only its end was said otherwise. */
  static String whole(String said, String phone) {
    String text =
        NOT_SO
            .matcher(said)
            .replaceAll(r -> r.group(1) == null ? r.group(2) + "s in " : r.group(1) + " en ");
    Matcher ends = ENDS.matcher(text);
    int kept = ends.find() ? phone.length() - (int) digits(ends.group(1)) : 0;
    return kept < 3
        ? text
        : ends.replaceFirst(r -> phone.substring(0, kept) + r.group(1).replace(" ", ""));
  }

  Reply ask(Task task) {
    memory.ask(Asked.PHONE, task);
    boolean tried = memory.text.length() < BRIEF && NUMBER.matcher(memory.text).find();
    return Reply.say(tried ? turn.more().phoneNotUnderstood() : turn.more().askPhone());
  }

  /** Null if the message is no attempt to answer. */
  Reply unanswered(Understanding heard) {
    if (memory.phonePiece && memory.phoneBegun.length() < LONGEST) {
      return Reply.say(turn.more().phoneGoOn());
    }
    boolean digits = digits(memory.text) > 2;
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
