package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.List;

/**
 * Whether a message speaks of a booking that stands, though it may say neither "change" nor "my
 * booking": {@code lo de mañana mejor el domingo}, {@code seremos dos menos}, {@code we're now
 * five}.
 */
final class Standing {

  private static final String NUMBER =
      "(?:uno|una|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|one|two|three|four|five|six"
          + "|seven|eight|nine|ten|eleven|twelve|\\d{1,2})";
  private static final String DAY =
      "(?:hoy|manana|pasado|esta noche|este|el|la noche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia|\\d)";

  /** A new one is wanted, beside whatever stands. */
  private static final FilteredPattern ANOTHER =
      FilteredPattern.compile(
          "\\b(?:otra|otro|another|a second|una segunda|nueva|new) (?:mesa|reserva|habitacion|table|booking|reservation|room|one|para|el|de)\\b|\\by otra\\b|\\b(?:and|y) (?:the same|lo mismo|otra igual|una igual)\\b|\\bsame (?:thing |table |booking )?again\\b|\\blo mismo (?:otra vez|de nuevo)\\b|\\brepetimos (?:el|la|para)\\b"
              + "|"
              + Relative.ALIKE
              + "|\\b(?:una|un|a|quiero|queria|quisiera|queremos|necesito|haces|hay|teneis|tienen|tienes|busco|buscamos|alguna|any) (?:mesa|reserva|habitacion|hueco|sitio|table|room|booking|cuarto)\\b"
              + "|\\b(?:mesa|table|room|habitacion) (?:para|for) "
              + NUMBER
              + "\\b|\\breserv(?:ar|arme|arnos|ame|anos|adme|adnos|eme|enos|o|amos)\\b|\\b(?:to|you) book\\b|\\bbook (?:me|us|a|for)\\b|\\breserve\\b|\\b(?:dos|tres|two|three) (?:mesas|tables|reservas|bookings)\\b");

  /** What is spoken of is there already. */
  private static final FilteredPattern THERE =
      FilteredPattern.compile(
          "\\b(?:lo|la|las|los) del? "
              + DAY
              + "\\b|\\b(?:mi|nuestra|esa|esta|dicha|my|our|that) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?(?:mesa|reserva(?:cion)?|cena|comida|habitacion|estancia|table|booking|reservation|dinner|lunch|room|stay)\\b"
              + "|\\b(?:la|the) (?:mesa|reserva|cena|comida|table|booking|reservation) (?:que|del?|for|on|we|i)\\b|\\b(?:lo nuestro|la nuestra|la mia|lo mio)\\b"
              + "|(?<!\\bnunca )\\b(?:tengo|tenemos|teniamos|tenia|hice|hicimos|habia|habiamos) (?:ya )?(?:una |la )?(?:mesa|reserva(?:cion)?|habitacion|reservad[oa])\\b"
              + "|\\b(?:we ?re|i ?m|we are|i am) (?:already )?booked\\b|^\\W*booked (?:in )?(?:for|at|on)\\b"
              + "|\\b(?<!\\b(?:could|can|may|might|shall|do|if|should|would) )(?:i|we)(?: ?ve| have| had|d)? (?:already )?(?:a |got a |got |made a )?(?:booked|booking|reservation|table)\\b");

  /** It is to be otherwise. */
  private static final FilteredPattern OTHERWISE =
      FilteredPattern.compile(
          "\\b(?:pon|pas|muev|mov|cambi|adelant|retras|atras|aplaz|pospon|traslad|dej)(?:a|e|ed|ad|er|ar|ga|gan|en|es|emos)?(?:me|nos)?(?:la|lo)\\b"
              + "|\\b(?:me|nos|se)?(?:la|lo)? (?:pon|pas|muev|cambi|adelant|retras|atras|aplaz|traslad)\\w+\\b|\\b(?:pon|pas|muev|mov|cambi)\\w*nos\\b"
              + "|\\b(?:(?<!que )mejor(?! que mejor)|al final|finalmente|en vez de|en lugar de|sino|ahora que lo pienso|se me (?:olvido|olvidaba|paso)|olvide|olvidaba|no dije|en realidad|he cambiado|hemos cambiado|cambi(?:o|ar|amos) de)\\b"
              + "|\\b(?:prefer|conv)\\w*(?:imos|ido|iria|iriamos|iero|endria|iene|iere|ieren)\\b|\\bapetece mas\\b|\\bmas \\w+ que (?:cenar|comer)\\b|\\bmism[oa] (?:dia|hora|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\\b|\\b(?:no (?:me|nos) (?:va|viene)|same (?:day|time)|no good|doesnt work|not (?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b|\\b(?:era|eran|queria decir|quise decir|me he (?:liado|equivocado|confundido)|me equivoque|me confundi)\\b"
              + "|\\b(?:anad|sum|agreg|quit|rest|met)(?:a|e|ad|id|ir|ar|as|es|eis|ais|an|en|o|amos|imos|ale|ele|adle|idle|anos)\\b|\\bque sea(?:n|mos)?\\b|\\bdej(?:ar|amos|aria|ariamos|e|en|eis)(?:la|lo)? (?:la |lo )?(?:reserva |mesa )?(?:para|a las?)\\b(?! (?:otr[oa]|mas adelante|nunca|cuando))"
              + "|\\b(?:instead|rather|better|actually|make it|chang(?:e|ing)|mov(?:e|ing)|push(?:ing)?|switch(?:ing)?|swap(?:ping)?|postpon(?:e|ing)|bring (?:it|us|the|our)|bump|shift|put (?:it|us)|add|remove|take (?:off|one|two)|say|i forgot|forgot to (?:say|mention)|note (?:that|it)|i mean|i meant|we meant|after all)\\b");

  /** Who comes turned out otherwise. */
  private static final FilteredPattern OTHERS_COME =
      FilteredPattern.compile(
          "\\b"
              + NUMBER
              + " (?:personas? )?(?:mas|menos|more|less|fewer|extra)\\b|\\b(?:se|nos|me) (?:\\w+ )?(?:apunta|apuntan|suma|suman|une|unen|descuelga|descuelgan|cae|caen|borra|borran|raja|rajan|falla|fallan)\\b"
              + "|\\b(?:se|nos) (?:nos )?(?:ha|han) (?:apuntado|sumado|unido|caido|descolgado|borrado|rajado|fallado)\\b|\\bhemos quedado en\\b|\\b(?:no puede|no viene|no vienen|no pueden|tampoco viene)\\b"
              + "|\\b(?:viene|vienen|vendra|vendran) (?:tambien|al final|mas)|\\btambien (?:se )?(?:viene|vienen|vendra|apunta)|\\bfalta (?:uno|una)\\b|\\bsobran?\\b"
              + "|\\b(?:join|joins|joining|dropped out|drop out|dropping out|pulled out|bailed|tagging along|cant come|can t come|isnt coming|not coming|coming too|coming as well|coming along|also coming|cant make it)\\b"
              + "|\\b(?:now|only|just) (?:be |going to be |gonna be )?"
              + NUMBER
              + "\\b|\\b(?:ya )?solo (?:somos|seremos|vamos|iremos|vendremos)\\b|\\b(?:so|asi que|conque|pues|por lo que)(?: (?:somos|seremos|ya somos|that makes|we are|were|well be))? "
              + NUMBER
              + "(?: personas| people)?(?:$|[.,!?])");

  /** Might be of a new booking as well, unless it names another day. */
  private static final FilteredPattern PERHAPS =
      FilteredPattern.compile(
          "\\b(?:seremos|somos|seriamos|vendremos|vamos a ser|iremos|vamos|estaremos|venimos|well be|we will be|were|we are|there will be|therell be|there are)\\b"
              + "|\\b(?:sentar|poner|coger|meter)(?:nos|me)\\b|\\bpon(?:ednos|nos|gannos|drias|driais|drian|eis|en)\\b|\\b(?:seat|sit|outside|inside)\\b|\\b(?:fuera|dentro|terraza)\\b"
              + "|\\b(?:llev|tra|necesit|vien|vendra|vendre|vam|hace falta|hara falta)\\w*|\\b(?:uno|una|one) (?:de nosotros |of us )?(?:es|is)\\b|\\b(?:well need|we need|we ll need|bringing|well bring|need)\\b"
              + "|\\b(?:podemos|podriamos|puedo|podria|puede|podeis|podriais|podrian|can|could|may|possible|posible|chance)\\b|\\b(?:antes|mas tarde|mas pronto|mas temprano|later|earlier)\\b");

  /** "Somos quince para cenar" begins a booking. */
  private static final FilteredPattern TO_EAT =
      FilteredPattern.compile(
          "\\b(?:(?:para|a) (?:cenar|comer|almorzar|desayunar)|for (?:dinner|lunch)|to eat)\\b");

  private static final FilteredPattern ASKS =
      FilteredPattern.compile(
          "\\b(?:y si|si (?:vamos|fuera|fueramos|fuesemos|somos|venimos|llegamos|viniera\\w*|vinieramos)|what if|what about|how about|is .{1,25} possible|would .{1,25} be possible|any chance|seria posible|es posible|se puede|se podria"
              + "|habria (?:sitio|hueco|mesa|forma|manera|posibilidad)|hay (?:forma|manera|posibilidad)|cabria\\w*|cabemos|caben|entramos|(?:hay|habria|es|supone) (?:algun )?problema|pasa algo|os importa|le importa|les importa|(?:nos|me) (?:la )?(?:guard|mant)\\w+|would you mind|pod(?:eis|emos|riamos|riais|ria|rian)|puede[ns]?|puedo|can|could|may)\\b");

  /**
   * Beside what was just booked: {@code ahora otra para mi hermana}, {@code can I have the same on
   * Friday}.
   */
  private static final FilteredPattern ONE_MORE =
      FilteredPattern.compile(
          "^(?:(?:y|ahora|vale|ok|bien|luego|tambien|ademas|aparte|perfecto|gracias|genial|and|now|also|then|great|hazme|ponme|quiero|quisiera|necesito|apunta\\w*|reserva\\w*|book|i need|id like)\\W+)*(?:otra|otro|una mas|another|one more)\\b(?! (?:cosa|persona|pregunta|hora|dia|vez|duda|thing|person|question|time|day|trona|silla|de nosotros|of us|fecha|date|couple|pareja))"
              + "|\\b(?:have|get|book|do|want|like|quier\\w+|quisiera\\w*|querria\\w*|ponme|reserva\\w*|hazme|haceis|hacer|hacernos|apunta\\w*)(?: me| us| nos)? (?:the same|lo mismo|otra igual)\\b(?! (?:table|day|date|booking|place))");

  /** {@code uy, ese día no puedo, ¿tenéis mesa el jueves?}, of a day that was settled. */
  private static final FilteredPattern NOT_THEN =
      FilteredPattern.compile(
          "\\b(?:ese|es[ae] mism[ao]|este|aquel|a es[ae]|esa) (?:dia|fecha|hora|noche) (?:ya )?no (?:puedo|podemos|podre\\w*|vamos|voy|llego|llegamos|me|nos|va|es posible)\\b"
              + "|\\bno (?:puedo|podemos|voy a poder|vamos a poder|llego|llegamos|podre\\w*) (?:ir |ser )?(?:a )?es[ae] (?:dia|fecha|hora|noche)\\b"
              + "|\\b(?:se )?(?:me|nos) (?:ha |han )?(?:complic|surgi|salio|salido|cambi)\\w*(?: \\w+){0,3}? (?:es[ae]|los?) (?:dia|fecha|hora|noche|planes|turno)\\b"
              + "|\\b(?:cant|can not|cannot|wont|unable to) (?:\\w+ )?(?:that|then)(?: (?:day|date|time|night|evening))?\\b");

  private static final FilteredPattern OF_A_BOOKING =
      FilteredPattern.compile(
          "\\b(?:reserv\\w+|book\\w*|mesa|table|habitacion|room|estancia|stay|consta|apuntad\\w+|confirm\\w*)\\b");

  private Standing() {}

  /** Whether one more is wanted, beside what was booked. */
  static boolean oneMore(String text) {
    String plain = Tokens.plain(text);
    return ONE_MORE.matcher(plain).find() || Relative.alike(plain);
  }

  /** Whether it names what stands and how it should be instead. */
  static boolean clear(String text) {
    String plain = Tokens.plain(text);
    return there(plain) && (otherwise(plain) || OTHERS_COME.matcher(plain).find());
  }

  /** Whether it can only be about something that stands. */
  static boolean speaks(String text) {
    String plain = Tokens.plain(text);
    boolean says = there(plain) || otherwise(plain) || OTHERS_COME.matcher(plain).find();
    boolean stands = there(plain) || NOT_THEN.matcher(plain).find();
    return says && (stands || !ANOTHER.matcher(plain).find());
  }

  /** Whether it may be about something that stands. */
  static boolean perhaps(String text) {
    String plain = Tokens.plain(text);
    return PERHAPS.matcher(plain).find()
        && !TO_EAT.matcher(plain).find()
        && !ANOTHER.matcher(plain).find();
  }

  /** Whether it asks for a new one. */
  static boolean another(String text) {
    String plain = Tokens.plain(text);
    return (ANOTHER.matcher(plain).find() || ONE_MORE.matcher(plain).find())
        && !there(plain)
        && !NOT_THEN.matcher(plain).find();
  }

  /** "¿Y si vamos media hora después?" wishes for something, although it asks. */
  static boolean asks(String text) {
    return ASKS.matcher(Tokens.plain(text)).find();
  }

  /** Whether one of these is what a message speaks of. */
  static boolean of(List<Found> standing, Understanding heard, String text) {
    if (standing.isEmpty() || another(text)) {
      return false;
    }
    boolean sameDay =
        heard.day() == null || standing.stream().anyMatch(f -> f.isOn(heard.day().date()));
    boolean thatDay = sameDay && heard.day() != null && heard.party() == null;
    boolean says = heard.time() != null || heard.notes() != null || heard.zone() != null;
    return speaks(text)
        || sameDay && perhaps(text)
        || thatDay
            && says
            && !heard.about(Topic.BOOK)
            && !TO_EAT.matcher(Tokens.plain(text)).find();
  }

  /** Whether it has a word for what is booked: who only says a name looks for nothing. */
  static boolean booked(String text) {
    return OF_A_BOOKING.matcher(Tokens.plain(text)).find();
  }

  /** Whether what it speaks of is there already. */
  static boolean there(String text) {
    return THERE.matcher(Tokens.plain(text)).find();
  }

  /** Whether something is to be otherwise than it was. */
  static boolean otherwise(String text) {
    String plain = Tokens.plain(text);
    return OTHERWISE.matcher(plain).find() || NOT_THEN.matcher(plain).find();
  }
}
