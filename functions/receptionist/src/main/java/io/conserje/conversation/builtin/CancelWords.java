package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.Set;

/** A guest who no longer wants what stands, in whatever words; and one who wants it after all. */
final class CancelWords {

  private static final String WHICH =
      "(?:del?|reserva|mesa|cena|comida|habitacion|primera|segunda|ultima|grande|pequena|doble|individual|suite|familiar|primero|segundo)";

  private static final FilteredPattern OUTRIGHT =
      FilteredPattern.compile(
          "\\b(?:cancel|anul)(?!ad|acion|led|ed\\b|lation)\\w*\\b"
              + "|\\b(?:quit|borr|elimin|retir|suprim|tach)\\w* (?:la|el|lo|mi|nuestra|esa|las|todo) "
              + WHICH
              + "\\b|\\b(?:take away|drop|get rid of|remove|scrap|delete|bin|call off) (?:the|my|our|that|it|both|all)\\b(?! (?:high|dog|cot|chair|pet|name))"
              + "|\\b(?:borr|elimin|suprim|tach)\\w*(?:la|lo)\\b|\\b(?:d(?:ar|a|e|en|ad|es)|doy|damos)(?:me|nos|le|la|lo|mela)? (?:\\w+ ){0,2}?de baja\\b|^(?!.*\\b(?:tron|sill|perr|not|aler|zon|terra|hora)\\w*).*\\bquit(?:a|e|ad|en|ar)(?:me|nos|d?me)?la\\b|\\b(?:la|lo) (?:tengo|tenemos|tendremos|tendre|hay|voy|vamos)(?: que| a) (?:quitar|borrar|dejar)\\b(?! (?:en|para|a))|\\b(?:que|a) (?:quitar|borrar)(?:la|lo)\\b|\\b(?:la|lo) (?:quito|quitamos|borro|borramos)\\b|\\b(?:quito|quitamos|borro|borramos) (?:la|lo) (?:primer|segund|ultim|otr|del?\\b|cena|comida|mesa|reserva)|\\bcall it off\\b|\\b(?:take|taking) (?:that|it|this|them)(?: one| booking| table)? off\\b|\\b(?:reservas|mesas|habitaciones)\\b.{0,60}\\b(?:quit|borr|elimin|retir)\\w* una\\b|\\b(?:quit|borr|elimin|retir)\\w* una de (?:las|mis|nuestras|ellas|esas)\\b|\\bla "
              + WHICH
              + "[^.,]{0,25} (?:fuera|sobra|no la (?:quier\\w+|quer\\w+|necesit\\w+))\\b|\\b(?:me|nos) sobra (?:la|una) (?:reserva|mesa|habitacion|del?)\\b"
              + "|\\bla (?:reserva|mesa|cena|comida|del?|primera|segunda|ultima|otra)\\b[^.;]{0,40}\\b(?:quit|olvid|borr|tach|elimin)(?:a|e|ad|en)?(?:me|nos|d?me)?la\\b");

  /** May as well be said by somebody who wants another day. */
  private static final FilteredPattern NOT_COMING =
      FilteredPattern.compile(
          "\\b(?:ningun[oa]|nadie) (?:puede|podemos|podra|podremos|va a poder|vamos a poder)\\b|\\bnone of us can\\b|\\b(?:isnt|is not|wont be|no longer) (?:happening|going ahead)\\b|\\b(?:has|have|its|is|are) (?:all )?(?:fallen through|been called off|fell through)\\b|\\bse (?:nos )?(?:ha|han) (?:suspendido|cancelado|ido al traste)\\b|\\bse (?:suspende|cancela|cae) (?:la|el) (?:cena|comida|evento|cumple\\w*|boda|plan|reunion)\\b|\\bno (?:llegamos|llego|llegaremos|llegare) a (?:la |nuestra |tiempo)|\\bwont make (?:it|dinner|lunch)\\b|\\bno (?:contis|conteis|cuenten|cuentes|cuente) con(?:migo| nosotr[oa]s| mi)\\b|\\bno (?:vamos|voy) a (?:ir|venir|poder|acudir|asistir)\\b"
              + "|\\bno (?:iremos|vendremos|acudiremos|asistiremos|ire|vendre)\\b|\\bno (?:podremos|podre|podemos|puedo) (?:ir|venir|acudir|asistir)\\b|\\bya no (?:podemos|puedo|vamos|venimos|iremos|vendremos|nos hace falta|me hace falta|hace falta)\\b"
              + "|\\bya no (?:la |lo )?(?:necesit\\w+|quer\\w+|quier\\w+|usaremos)\\b|\\bolvid\\w+ (?:de )?(?:la|lo|nuestra|mi) (?:de(?:l)?\\b|mesa|reserva|habitacion)|\\b(?:were|we are|im|i am) not (?:gonna|going to) (?:make it|come|be able)\\b|\\bwont (?:make it|be coming|be able to (?:come|make it))\\b"
              + "|\\b(?:we|i) cant (?:come|make it|go)\\b|\\bwo(?:nt|n t) (?:be needing|need|be using) (?:the|our|my|that) (?:table|booking|reservation|room)\\b|\\b(?:leave|save) (?:it|that|this|\\w+day|dinner|lunch) (?:for|until) (?:another|some other) (?:time|day|occasion)\\b|\\b(?:nos quedamos|me quedo|nos vamos a quedar|nos quedaremos) en casa\\b(?! de)|\\bstay(?:ing)? (?:in|at home|home)(?: tonight| instead)?$|\\bno longer (?:need|want|coming|able to)\\b|\\bdont need (?:it|the (?:table|booking|room|reservation)) any ?more\\b|\\b(?:were|we are|im) not coming\\b|\\bnot gonna make it\\b|\\bhave to pull out\\b");

  /** Another day or hour instead. */
  private static final FilteredPattern REBOOKS =
      FilteredPattern.compile(
          "\\b(?:podria(?:mos|is|n)?|se puede|seria posible|pas(?:ar|as|ais|a|ad|en|e)(?:la|lo|nos|mela|nosla)?|mov\\w+|muev\\w+|mejor|cambi(?!\\w+ de planes\\b)\\w+|dejar(?:la|lo)? (?:para|a las?)|aplaz\\w+|pospon\\w+|otro dia|otra fecha|en su lugar|instead|could we|could you|can we|can you|any (?:way|chance)"
              + "|reschedul\\w+|move|push|postpone|can we do|another day|different day|switch|swap)\\b");

  /** "He can't make it, could you make it three?" */
  private static final FilteredPattern FEWER =
      FilteredPattern.compile(
          "\\b(?:make (?:it|that)|well be|we will be|seremos|seriamos|somos|seamos|ponnos|ponednos|que sean)(?: now| just| only| solo)? (?:one|two|three|four|five|six|seven|eight|nine|ten|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\\d{1,2})\\b");

  private static final FilteredPattern DENIED =
      FilteredPattern.compile(
          "\\b(?:en (?:vez|lugar) de|instead of|rather than) (?:cancel|anul)\\w*|\\b(?:dont|do not|not|no|sin) (?:me |nos |le |les |se )?(?:la |lo |las |los |mela |nosla )?(?:quier\\w+ |quer\\w+ |want to |hace falta )?(?:cancel|anul|tach|borr|quit|elimin|retir)\\w*");

  private static final FilteredPattern KEEPS =
      FilteredPattern.compile(
          "\\b(?:keep(?:ing)? (?:it|the|our|my|them)|(?:dont|do not|not) (?:touch|cancel)|forget (?:it|i said|what i said|that)|changed (?:my|our) minds?|leave it|hold on|hang on|we ll keep|never ?mind"
              + "|olvid\\w+|dej(?:a|e|ad|en)(?:la|lo|adla)|(?:la|lo|las|los|me la|nos la|me lo) (?:dejan|dejais|dejas|deja|dejo|dejamos|quedo|mantienen|manteneis)(?! (?:para|estar|correr|por ahora))|es[ae] (?:si )?(?:se queda|la mantengo|sigue en pie)|th(?:at|is) one stays|la dejamos|la mantenemos|mantene\\w*|manten(?:la|lo)|la conserv\\w+|seguimos adelante|si (?:que )?(?:vamos|iremos|vendremos)|como (?:esta|estaba)|no (?:la |lo )?(?:toqu\\w+|quit\\w+))\\b");

  private static final FilteredPattern ANOTHER =
      FilteredPattern.compile(
          "\\b(?:(?:la|el) (?:otr[oa]|primer[oa]?|segund[oa])|la de (?:principios|mediados|finales|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|antes|despues)|the (?:other|first|second)(?: one)?|the one in \\w+)\\b");

  private static final FilteredPattern WAITS =
      FilteredPattern.compile(
          "\\b(?:esper(?:a|e|ad|en|ate|ese)(?! (?:su|vuestra|tu|una) )|aguarda|un (?:momento|segundo|momentito)|wait|hold on|hang on|one (?:sec|second|moment))\\b");

  private static final FilteredPattern FORGETS =
      FilteredPattern.compile(
          "\\b(?:olvid(?:a|e|ad|en)(?:lo|la|dlo|os|te)|dej(?:a|e|ad|en)lo(?: estar)?(?=$|[,.!;])|forget (?:it|about it|the whole thing)|scratch that|undo (?:it|that|this)|deshaz\\w*|(?:wrong|otro) (?:restaurant|restaurante|place|sitio)(?! (?:de|for))"
              + "|me he (?:equivocado|confundido) de (?:restaurante|sitio|local)|(?:that|it) was (?:a|my) mistake|marcha atras|(?:al final|lo siento,?|sorry,?|uy,? no,?|ay,? no,?) (?:no (?:podemos|puedo|podremos|podre|vamos|voy|iremos|va a poder ser|puede ser)|(?:we|i) (?:cant|wont))(?=\\W*$))");

  private static final FilteredPattern REGRETS =
      FilteredPattern.compile(
          "\\b(?:recuper(?:ar|a|o)\\w*|reactiv\\w+|restaur(?:ar|ad|a)(?:la|nosla|mela)|restablec\\w+|deshac\\w+|si (?:que )?(?:vamos|iremos|voy|ire|vendremos)|volv\\w+ a (?:pon|hac|reserv|apunt)\\w+|no (?:la )?(?:teniais|tenias|tendria\\w*) que (?:anul|cancel)\\w+"
              + "|(?:have|get|put|want) (?:it|that|the table|our table|the booking) back|reinstate|un ?cancel|undo (?:it|that)|we can (?:come|make it) after all|coming after all|cancelled (?:it )?(?:by mistake|too soon))\\b");

  private static final FilteredPattern IF =
      FilteredPattern.compile(
          "\\b(?:si|if|in case|en caso de|cuando|suppos\\w+|que pasa si)\\b.{0,40}\\b(?:cancel|anul)\\w*");

  /** {@code otro día no puedo}: no day is asked for. */
  private static final FilteredPattern NO_OTHER_DAY =
      FilteredPattern.compile(
          "\\b(?:otro dia|otra fecha)(?: ya)? (?:no|imposible)\\b|\\b(?:no|tampoco|ni) (?:puedo|podemos|podria|podriamos|me (?:va|sirve|vale|viene bien)|nos (?:va|sirve|vale|viene bien)|quiero|queremos) (?:ir |venir )?(?:(?:en|para) )?(?:otro dia|otra fecha)\\b"
              + "|\\b(?:cant|can not|cannot|dont|wont|doesnt) (?:\\w+ ){0,3}?(?:any ?other|another|a different) (?:day|date)\\b|\\b(?:no|not|another|any) (?:other |another )?(?:day|date)s? (?:works|will do|possible|is no|isnt|wont|doesnt|no good)\\b");

  /** In these nothing speaks of all bookings. */
  private static final FilteredPattern BY_THE_WAY =
      FilteredPattern.compile(
          "\\b(?:after all|at all|thats all|that s all|all (?:good|right|the best)|sobre todo|ante todo)\\b");

  private CancelWords() {}

  /** Adds to the topics of a message what it says of cancelling, or takes it away. */
  static void settle(Set<Topic> topics, String text) {
    String plain = Tokens.plain(text);
    boolean outright = OUTRIGHT.matcher(plain).find() && !denied(plain);
    if (BY_THE_WAY.matcher(plain).find()) {
      topics.remove(Topic.ALL);
    }
    if (NO_OTHER_DAY.matcher(plain).find()) {
      topics.remove(Topic.OTHER_DAY);
    }
    boolean soft = NOT_COMING.matcher(plain).find();
    boolean fewer = FEWER.matcher(plain).find();
    boolean rebooks = fewer || soft && REBOOKS.matcher(plain).find();
    if (Waiting.over(text)) {
      topics.removeAll(Set.of(Topic.CANCEL, Topic.WAITLIST));
      topics.add(Topic.LEAVE_WAITLIST);
    } else if (outright || soft && !rebooks) {
      topics.add(Topic.CANCEL);
    } else if (denied(plain) || rebooks) {
      topics.remove(Topic.CANCEL);
    }
  }

  /** "We can't come on Friday, could it be Saturday?" */
  static boolean rebooks(String text) {
    String plain = Tokens.plain(text);
    return NOT_COMING.matcher(plain).find() && REBOOKS.matcher(plain).find();
  }

  /** Whether the guest only thinks of cancelling: "¿y si luego la cancelo?" */
  static boolean hypothetical(String text) {
    return IF.matcher(Tokens.plain(text)).find();
  }

  /** "Olvídalo", of what was just booked. */
  static boolean forgets(String text) {
    return FORGETS.matcher(Tokens.plain(text)).find();
  }

  /** "La otra me la dejan": what is kept is not what was asked about. */
  static boolean ofAnother(String text) {
    return ANOTHER.matcher(Tokens.plain(text)).find();
  }

  /** "Espera, …": whoever asks for time has not said yes. */
  static boolean waits(String text) {
    return WAITS.matcher(Tokens.plain(text)).find();
  }

  /** "I cancelled too soon": whether what is gone is wanted back. */
  static boolean regrets(String text) {
    return REGRETS.matcher(Tokens.plain(text)).find();
  }

  /** "Don't cancel it", "la mantenemos". */
  static boolean keeps(String text) {
    String plain = Tokens.plain(text);
    return denied(plain) || KEEPS.matcher(plain).find();
  }

  /** The same, where nothing is to be cancelled besides. */
  static boolean keeps(Understanding heard, String text) {
    return keeps(text) && !heard.about(Topic.CANCEL);
  }

  private static boolean denied(String plain) {
    return DENIED.matcher(plain).find();
  }
}
