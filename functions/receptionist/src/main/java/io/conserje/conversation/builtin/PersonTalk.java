package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.conversation.builtin.Sensitive.Kind;
import io.conserje.text.FilteredPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person of the house should see to, and what has a set answer. */
final class PersonTalk {

  private static final int MISUNDERSTOOD = 3;

  /** Something a guest left behind. */
  private static final FilteredPattern LOST =
      FilteredPattern.compile(
          "\\b(?:(?:me|nos) (?:he |hemos )?(?:olvid\\w+|dej\\w+)|(?:he|hemos) (?:olvidado|dejado|perdido)|perdi|perdimos|olvide|olvidamos|deje|se (?:me|nos) (?:quedo|quedaron|olvido|olvidaron|cayo|ha quedado|han quedado|ha olvidado))"
              + "(?: (?:ahi|alli|aqui|ayer|anoche|olvidad\\w+|creo|puest\\w+|en (?:la|el|su|vuestro) (?:habitacion|hotel|cuarto|armario|bano|restaurante|mesa|cajon)|en la \\d{3})){0,2} (?:mi|mis|un|una|unas|unos|el|la|las|los|nuestr\\w+) (?!vuelo|tren|avion|autobus|bus|conexion|enlace|tiempo|ganas|cabeza|reserva|mesa|habitacion|referencia|codigo|numero|mensaje|nombre|telefono|papel|correo|email|mail|localizador|nota|confirmacion)\\w+"
              + "|\\bno encuentr\\w+ (?:mi|mis|nuestr\\w+) (?!reserva|mesa|habitacion|referencia|codigo|numero|mensaje|nombre|telefono|papel|correo|email|mail|localizador|nota|confirmacion)\\w+"
              + "|\\b(?:left|forgot|lost) (?:my|our|a) (?!booking|reservation|table|room|number|name|code|reference|message|confirmation|paper|email|mail|note)\\w+");

  /** {@code ¿hay alguien?}: a greeting of somebody who waits for an answer. */
  private static final FilteredPattern ANYONE =
      FilteredPattern.compile(
          "^\\W*(?:(?:hol+a+|buenas+|hello+|hi|hey|oigan?|eh)\\W+)*(?:(?:hay|esta) alguien(?: (?:ahi|alli|por ahi))?|me (?:lee|leen|leeis) alguien|estais ahi|estan ahi|(?:is )?(?:anyone|anybody|somebody|someone) there|you there|are you there)\\W*$");

  /** {@code nos dejasteis los platos fríos}: it was the house that left something. */
  private static final FilteredPattern BROUGHT =
      FilteredPattern.compile(
          "\\b(?:me|nos) (?:habeis |han )?(?:dej(?:aron|asteis|aste|ado)|olvid(?:aron|asteis|aste))\\b");

  /** Who also wants a table; one that was had already is none. */
  private static final FilteredPattern BOOKS =
      FilteredPattern.compile(
          "\\b(?:quier\\w+|queria\\w*|quisiera\\w*|querria\\w*|gustaria|necesit\\w+|want|like|need|can i|could i|puedo|pod\\w+)\\b.{0,25}\\b(?:reserv\\w+|mesa|book|table)"
              + "|\\b(?:reservame|reservadme|reservenos|mesita|mesa para|table for)\\b");

  private static final FilteredPattern BLAME =
      FilteredPattern.compile(
          "\\b(?:quej\\w+|reclam\\w+|verguenza|fatal|horrible|pesim\\w+|decepci\\w+|disgust\\w+|inadmisible|indignad\\w+|enfadad\\w+|lamentable|de pie|explicacion|expliqu\\w+|hoja de reclamaciones|nos (?:tuv|sent|hic)\\w*isteis|nos tuvieron|mal (?:trato|servicio)|maleducad\\w+|tardaron|tardasteis"
              + "|esperando|frio|fria|frios|frias|crudo estaba|pelo|error|culpa|perdon\\w* por|ayer|anoche|la otra vez|la ultima vez|cobr\\w+"
              + "|complain\\w*|terrible|awful|disgrace\\w*|disappoint\\w*|rude|cold|waited|waiting|last (?:time|night|week)|yesterday|mistake|fault|overcharg\\w*|charged|worst|upset|angry|unacceptable)\\b");

  /** Who asks what it will be like complains of nothing: {@code ¿hará frío?} */
  private static final FilteredPattern AHEAD =
      FilteredPattern.compile(
          "^(?!.*\\b(?:ayer|anoche|fue|estaba\\w*|estuv\\w+|pas[oa]do|ultima vez|was|were|last|yesterday|had|got)\\b)\\W*(?:(?:y|and|oye|una pregunta|but|pero)\\W+)*"
              + "(?:(?:no )?(?:hara|habra|sera|estara|pasaremos|hay|hace)|(?:wont|will|would) (?:it|there|we)|is it(?: going to be)?|are there|is there|do you get)\\b[^.!]*\\?\\W*$");

  /** What happened is to be explained by somebody, whatever is wanted besides. */
  private static final FilteredPattern EXPLAIN =
      FilteredPattern.compile(
          "\\b(?:alguien|responsable|encargad\\w+|director\\w*|someone|somebody|manager)\\b.{0,25}\\b(?:expli\\w+|disculp\\w+|explain\\w*|apologi\\w+)|\\b(?:who (?:do|can|should|must) (?:i|we) complain|(?:make|file|lodge|put in) a (?:formal )?complaint|(?:poner|presentar|hacer|dejar) una (?:queja|reclamacion)|quejarme|quejarnos|(?:a|con) quien (?:me quejo|reclamo))|\\b(?:expli\\w+|explain)\\b.{0,20}\\b(?:que (?:paso|ha pasado|ocurrio)|what (?:happened|went wrong))");

  /** {@code quiero que me devuelvan el dinero}: of money that was taken. */
  private static final FilteredPattern DEMANDS =
      FilteredPattern.compile(
          "^(?!.*\\b(?:si|if) (?:\\w+ ){0,3}(?:cancel|anul)).*(?:\\b(?:i want|i d like|i demand|i expect|give me|quiero|exijo|reclamo|espero) .{0,25}\\b(?:refund\\w*|my money|our money|el dinero|mi dinero|la devolucion|un reembolso|devuelv\\w+|devolv\\w+)"
              + "|\\b(?:you(?: ve| have)?|youve|they(?: ve| have)?|theyve) (?:taken|charged|billed) (?:me |us |my card )?.{0,20}(?:\\d|twice|double|too much|extra|wrong)"
              + "|\\b(?:me|nos) (?:habeis|han|ha|has) (?:cobrado|cargado|facturado|pasado) .{0,25}(?:\\d|dos veces|doble|de mas|mal|algo que no))");

  /** {@code pero si soy su mujer}, after data of somebody else were refused. */
  private static final FilteredPattern INSISTS =
      FilteredPattern.compile(
          "\\b(?:soy (?:su|el|la|un)|es mi|somos|de verdad|en serio|por favor|porfa\\w*|venga|anda|es (?:urgente|importante|una sorpresa|una emergencia)|solo (?:quiero|dime|eso|su|el|la)|me lo (?:dijo|ha dicho|pidio)|el me|ella me|no (?:se lo|le) (?:dire|digo)|nadie se entera|i m (?:his|her|their|the)|im (?:his|her|their|the)|i am (?:his|her|their)|(?:she|he|they)(?: s| is|s| are| re)? my|please|come on|go on|its urgent|it s urgent|important|just (?:tell|the|his|her)|asked me|told me|wont tell|promise)\\b");

  private final Turn turn;
  private final Memory memory;

  PersonTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** Whether the house is blamed for something. */
  static boolean blames(String text) {
    return BLAME.matcher(Tokens.plain(text)).find();
  }

  private boolean insists(Understanding heard) {
    String last = turn.lastSaid();
    boolean refused =
        last.startsWith(SpanishMore.INSTANCE.notOthers())
            || last.startsWith(EnglishMore.INSTANCE.notOthers());
    return refused
        && heard.day() == null
        && heard.party() == null
        && heard.reference() == null
        && heard.intent() != Intent.PERSON
        && INSISTS.matcher(Tokens.plain(memory.text)).find();
  }

  /** Null if the message needs neither. */
  Reply hear(Understanding heard, String open) {
    Kind kind = Sensitive.in(memory.text);
    boolean emergency =
        kind == Kind.EMERGENCY
            || heard.intent() == Intent.EMERGENCY
                && !wholeTable(heard)
                && kind != Kind.NOT_MEANT
                && kind != Kind.OTHERS
                && kind != Kind.ORDERS;
    if (emergency) {
      memory.addAside(turn.more().emergency(turn.phone()));
      return hand("emergency");
    }
    if (kind == Kind.ORDERS) {
      return Reply.say(join(turn.more().onlyForBookings(), open));
    }
    boolean own = heard.name() != null && ChangeWords.gives(memory.text);
    boolean answers = memory.asked.takesName() && !heard.question();
    boolean refused = kind == Kind.OTHERS || insists(heard);
    if (refused && !answers && !own) {
      return Reply.say(join(turn.more().notOthers(), open));
    }
    if (memory.asked == Asked.PERSON) {
      Reply reply = offered(heard);
      if (reply != null) {
        return reply;
      }
    }
    boolean books =
        heard.about(Topic.BOOK)
            && heard.party() != null
            && (heard.day() != null || heard.time() != null)
            && BOOKS.matcher(Tokens.plain(memory.text)).find();
    boolean names = heard.day() != null || heard.time() != null || heard.party() != null;
    boolean amends =
        (!memory.booked.isEmpty() || memory.task == Task.CHANGE)
            && (names || Standing.speaks(memory.text) && heard.about(Topic.DROP));
    boolean rooms =
        heard.stay().arrival() != null && notOver(heard)
            || arrives(heard)
            || choosesRoom()
            || asksForDesk()
            || StayPurpose.callsOff(memory);
    boolean blames = !wholeTable(heard) || blames(memory.text);
    boolean left = LOST.matcher(Tokens.plain(memory.text)).find();
    boolean looks = left && !BROUGHT.matcher(Tokens.plain(memory.text)).find();
    boolean visited = !turn.hasRooms() && PastVisit.complains(memory.text);
    boolean complaint =
        (heard.intent() == Intent.COMPLAINT || visited)
            && !looks
            && blames
            && (visited || !Praise.only(memory.text))
            && !books
            && !amends
            && !rooms
            && !AHEAD.matcher(Tokens.plain(memory.text)).find();
    boolean demands =
        DEMANDS.matcher(Tokens.plain(memory.text)).find()
            || blames(memory.text) && EXPLAIN.matcher(Tokens.plain(memory.text)).find();
    if (complaint || demands) {
      memory.addAside(turn.more().sorry());
      return hand("complaint");
    }
    if (books && blames && (visited || heard.intents().contains(Intent.COMPLAINT))) {
      memory.addAside(turn.more().sorry());
      Later.complains(memory);
    }
    boolean needs =
        turn.hasRooms() && memory.task != Task.STAY && FromTheRoom.in(memory.text, heard);
    if (left || needs) {
      return hand("other");
    }
    if (kind == Kind.ABUSE || heard.intent() == Intent.ABUSE) {
      return Reply.say(join(turn.more().calm(), open));
    }
    boolean person =
        (heard.intent() == Intent.PERSON || heard.about(Topic.PERSON))
            && !PersonWords.counts(memory, heard)
            && !ANYONE.matcher(Tokens.plain(memory.text)).find();
    boolean wanted =
        heard.about(Topic.WHO_ARE_YOU)
            ? PersonWords.besidesAsking(memory.text, turn.venue())
            : person || PersonWords.names(memory.text, turn.venue().staff().contacts());
    boolean whole = wholeStay(heard) || wholeTable(heard);
    boolean arranges = forGroup(heard) || !heard.about(Topic.PERSON) && whole;
    return wanted && !arranges && !asksForDesk() ? hand("person") : null;
  }

  /** {@code llego a las 23, ¿habrá alguien en recepción?}: nobody is wanted now. */
  private boolean asksForDesk() {
    return turn.hasRooms() && !LateArrival.question(memory.text, turn.tongue()).isEmpty();
  }

  /** Who wants a table for more than the house seats is heard out before a person is called. */
  private boolean forGroup(Understanding heard) {
    return heard.day() != null
        && heard.party() != null
        && !turn.hasRooms()
        && heard.party().size() > turn.venue().rules().largestParty();
  }

  private static boolean wholeStay(Understanding heard) {
    Stay stay = heard.stay();
    return stay.arrival() != null
        && stay.departure() != null
        && (stay.room() != null || stay.adults() != null);
  }

  /** A day, an hour and how many come: whatever else it sounds like, a table is wanted. */
  private static boolean wholeTable(Understanding heard) {
    return heard.day() != null
        && heard.party() != null
        && (heard.time() != null || heard.part() != null);
  }

  /** Whether days to come are named with how many come, or for how long. */
  private static boolean notOver(Understanding heard) {
    Stay stay = heard.stay();
    return stay.adults() != null || stay.nights() != null || stay.departure() != null;
  }

  /** Who will come blames nobody, whatever was said before: {@code perdón por las faltas, …}. */
  private boolean arrives(Understanding heard) {
    Stay stay = heard.stay();
    boolean wants = heard.intents().contains(Intent.STAY) || heard.intents().contains(Intent.BOOK);
    boolean comes = stay.arrival() != null && !stay.arrival().isBefore(turn.now().toLocalDate());
    return turn.hasRooms()
        && (comes || wants && stay.begun())
        && memory.stays.booked.isEmpty()
        && !blames(memory.text);
  }

  private Reply offered(Understanding heard) {
    if (heard.phone() != null) {
      memory.asked = Asked.PHONE;
      return null;
    }
    if (heard.answer() == YesNo.YES && !heard.question()) {
      return hand("person");
    }
    if (heard.answer() == YesNo.NO || heard.about(Topic.DROP)) {
      memory.dropWish();
      return Reply.say(turn.say().dropped());
    }
    memory.asked = Asked.NOTHING;
    return null;
  }

  private static String join(String first, String second) {
    return second.isEmpty() ? first : first + " " + second;
  }

  /** Not understood too often: a person will. */
  Reply lost(Reply reply) {
    if (memory.misses < MISUNDERSTOOD) {
      return reply;
    }
    memory.misses = 0;
    memory.addAside(turn.more().takingOver());
    return hand("other");
  }

  /** What was said while a table was being booked. */
  /** {@code la normal, sin lujos}, where rooms to choose from were told. */
  private boolean choosesRoom() {
    return (memory.asked == Asked.ROOM || memory.asked == Asked.OFFER)
        && turn.hasRooms()
        && !blames(memory.text);
  }

  Reply complained(String said) {
    return hand("complaint", said);
  }

  private Reply hand(String reason) {
    return hand(reason, turn.said(""));
  }

  private Reply hand(String reason, String said) {
    Wish wish = memory.wish;
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("reason", reason);
    put(arguments, "date", wish.date());
    put(arguments, "party_size", wish.party());
    put(arguments, "name", wish.name() == null ? memory.knownName : wish.name());
    put(arguments, "phone", memory.phone.isEmpty() ? null : memory.phone);
    put(arguments, "notes", said);
    memory.asked = memory.asked == Asked.PERSON ? Asked.NOTHING : memory.asked;
    memory.handing = reason;
    return Reply.use(List.of(turn.call(0, "hand_to_person", arguments)));
  }

  private static void put(Map<String, Object> arguments, String key, Object value) {
    if (value != null) {
      arguments.put(key, value.toString());
    }
  }

  /** Null if the result is another's. */
  Reply hear(ToolResult result, String open) {
    boolean mine = result.name().equals("hand_to_person") && !memory.handing.isEmpty();
    if (!mine) {
      return null;
    }
    memory.handing = "";
    boolean refused = result.status().equals("refused");
    return Reply.say(refused ? turn.say().person(turn.phone()) : "");
  }
}
