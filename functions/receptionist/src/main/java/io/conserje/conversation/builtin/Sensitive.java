package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** Messages that have a set answer, whatever else is being talked about. */
final class Sensitive {

  /** What it is. */
  enum Kind {
    NONE,
    /** Somebody is in danger. */
    EMERGENCY,
    /** It sounds like danger and is a figure of speech. */
    NOT_MEANT,
    /** Instructions for the machine, not a guest's wish. */
    ORDERS,
    /** Somebody else's booking. */
    OTHERS,
    ABUSE
  }

  private static final FilteredPattern NOT_MEANT =
      pattern(
          "me muero de (?:hambre|ganas|risa|sed)|muert[oa]s? de (?:hambre|risa)|dying to|starving|calor infernal");

  /** What has ended well. */
  private static final FilteredPattern OVER =
      pattern(
          "(?:ya|pero) (?:ya )?(?:esta|estoy|estamos|se encuentra) (?:bien|mejor|recuperad[oa]|fuera de peligro|todo bien)|ya paso"
              + "|falsa alarma|(?:is|am|are|s) (?:fine|ok|okay|all right|alright|better) now|all (?:fine|good|over) now|false alarm");

  private static final FilteredPattern EMERGENCY =
      pattern(
          "no respira|desplomad[oa]|desmayad[oa]|se ha desmayado|inconsciente|infarto|ambulancia|se esta ahogando"
              + "|se ahoga|atragantad[oa]|atragantando|hay fuego|un incendio|incendio|se quema|mucho humo|sangra(?:ndo)? mucho"
              + "|(?:encerrad[oa]s?|atrapad[oa]s?|atascad[oa]s?) (?:\\w+ ){0,2}?en (?:el|un) (?:ascensor|elevador|bano|garaje)|(?:stuck|trapped|locked) in (?:the|a|your) (?:lift|elevator|bathroom|toilet|garage)|mucha sangre|sangre por (?:todas partes|todos lados)|charco de sangre|no para de sangrar|(?:golpe|golpead\\w+|se ha dado) (?:fuerte )?en la cabeza|(?:se ha caido|se cayo|caido) .{0,30}(?:no se (?:puede )?(?:mueve|mover|levanta\\w*)|no (?:reacciona|responde|puede (?:moverse|levantarse))|sangra\\w*)|no (?:reacciona|responde a nada)|perdido el conocimiento|dolor (?:muy )?fuerte en el pecho|dolor en el pecho"
              + "|blood everywhere|(?:lots? of|so much|pool of) blood|(?:wo ?n ?t|not) stop(?:ping)? bleeding|hit (?:his|her|my|their) head|chest pains?|(?:fallen|fell) .{0,30}(?:ca ?n ?t|cannot|not) (?:get up|move|moving|responding)|(?:not|isn ?t) responding|unresponsive|passed out"
              + "|shock anafilactico|anafilax\\w+|convulsion\\w*|collapsed|unconscious|not breathing|can ?t breathe"
              + "|cannot breathe|heart attack|choking|ambulance|there is a fire|there s a fire|theres a fire|on fire|anaphyla\\w+"
              + "|having a seizure|bleeding (?:badly|a lot|heavily)|having a stroke");
  private static final FilteredPattern ORDERS =
      pattern(
          "ignora (?:todas? )?(?:tus|las|mis|todo|cualquier)|olvida (?:todas? )?(?:tus|las) (?:instrucciones|reglas|ordenes)"
              + "|instrucciones anteriores|prompt|modo (?:desarrollador|depuracion|administrador|debug|dios)|eres el administrador"
              + "|soy (?:el|la|tu) (?:administrador|desarrollador|programador|creador)a?|ignore (?:all |any |your |the |previous )"
              + "|disregard (?:all|your|the|previous)|previous instructions|developer mode|debug mode|admin mode|jailbreak"
              + "|you are now|ahora eres|a partir de ahora eres|actua como|act as|pretend (?:to be|you)|lista de (?:todas las )?(?:reservas|clientes|huespedes)"
              + "|list of (?:all )?(?:the )?(?:bookings|reservations|guests)|todas las reservas|all (?:the )?(?:bookings|reservations)"
              + "|cancel_reservation|create_reservation|change_reservation|drop table|tool call|base de datos|api key|confirmed true");
  private static final FilteredPattern SYSTEM =
      FilteredPattern.compile(
          "(?i)(?:^|[\\s(\\[<])/?(?:system|sistema|assistant|admin)\\s*[:>\\]]");
  private static final String RELATION =
      "(?:mi|my) (?:ex)?(?:ex ?)?(?:marido|mujer|novi[oa]|espos[oa]|parej[ao]|jef[ea]|amig[oa]|hij[oa]|herman[oa]|padre|madre|vecin[oa]|cunad[oa]"
          + "|husband|wife|boyfriend|girlfriend|boss|friend|son|daughter|brother|sister|partner|ex|neighbou?r|colleague)";
  private static final FilteredPattern OTHERS =
      pattern(
          "(?:a que hora|cuando|con quien|donde|que dia|si) (?:\\w+ )?(?:va|viene|tiene|cena|come|ha reservado|se sienta)\\b.*"
              + RELATION
              + "|"
              + RELATION
              + "\\b.*(?:tiene (?:una )?(?:mesa|reserva|habitacion)|ha reservado|a que hora (?:va|viene|llega)|esta alojad[oa]|se aloja|has (?:a )?(?:table|booking|reservation|room)|is (?:staying|coming)|booked)\\b.*(?:\\?|dime|me dices|a que hora|con quien|what time|which|tell me|who|is he|is she)"
              + "|(?:what time|when|if|whether) (?!(?:i|we|you|my|our|the|it|that|this|us|me|there|your|any\\w*)\\b)(?:\\w+ ){2,3}(?:(?:is|has) (?:\\w+ )?booked|has (?:a|got a) (?:table|booking|reservation))"
              + "|(?:a que hora|cuando|que dia|si) (?:\\w+ ){0,4}?(?:viene|tiene|reservo|ha reservado|cena|come|va)\\b.*\\b(?:es|que es) mi (?:jef|marid|muj|herman|amig|novi|espos|padre|madre|hij|ex)\\w*"
              + "|(?:telefono|numero|datos|nombre|direccion|correo) (?:del|de la|de los|de las|de un|de otro|de otra)s? (?:otro )?(?:client|huesped|comensal|persona|mesa|reserva|senor|chic)\\w*"
              + "|(?:telefono|numero|movil|instagram|direccion) (?:personal )?(?:del|de la|de los|de las|de un|de una|de tu|de su) (?:camarer|cociner|chef|jef|encargad|duen|emplead|recepcionist|chic|directora?)\\w*"
              + "|(?:quien|quienes) (?:ha|han|tiene|tienen|cena|viene) (?:reservad\\w+|mesa|reserva|esta noche|hoy|manana)"
              + "|(?:dime|dame|dinos|ensena\\w*|pasa\\w*|muestra\\w*|lee\\w*|quiero ver|cuales son) (?:todas )?las reservas (?:de|del|para|que)"
              + "|reservas\\b.*\\b(?:los|sus) telefonos|los telefonos (?:de|que)|(?:give|show|tell|send|read) me (?:all )?(?:the )?(?:bookings|reservations|guests) (?:for|of|on|you)"
              + "|(?:pas\\w*|das|dais|dar\\w*|dices|dime|dame|facilit\\w+|give|send|tell|have|get|know) (?:me |us |nos )?(?:el|su|his|her|their|the) (?:movil|telefono|numero|correo|phone|mobile|number|email)(?: number)? (?:que (?:os|les|te|le) (?:dej|dio|ha dejado)\\w*|(?:he|she|they) (?:left|gave))"
              + "|(?:telefono|numero|movil|correo|direccion|datos|habitacion) de (?:\\w+ ){1,4}?(?:que )?(?:se (?:aloja|hospeda|queda)|esta (?:alojad|hospedad)\\w*|duerme|es (?:client|huesped)\\w*)"
              + "|(?:phone|mobile|number|email|room) (?:number )?(?:of|for) (?:\\w+ ){1,4}?(?:who )?(?:is |s )?(?:staying|a guest)"
              + "|(?:text|give|send|tell|pass|get|share) (?:me |us )?(?:her|his|their) (?:phone |mobile |cell )?(?:number|phone|mobile|email|address|details)"
              + "|(?:dame|pas[ae]me|pasadme|mandame|enviame|me (?:das|dais|dan|pasas|pasais|pasan|podeis dar|puedes dar|podeis pasar|puedes pasar)) (?:el|su) (?:telefono|numero|movil|contacto|correo) de (?!(?:la casa|el local|el restaurante|ustedes|vosotros|contacto)\\b)"
              + "|(?:phone )?numbers of|their (?:phone )?numbers|their names"
              + "|(?:phone|number|name|details|email)s? of (?:the )?(?:other|another|guest|customer|person)"
              + "|(?:who (?:else )?(?:has|is|booked)) (?:a table|booked|coming|staying|the table)"
              + "|(?:cancela|anula|cambia|borra)\\w* la (?:reserva|mesa|habitacion) (?:de|del|a nombre de) (?!(?:hoy|manana|pasado|esta|este|el|la|las|los|lunes|martes|miercoles|jueves|viernes|sabado|domingo|mi|las|una|dos|tres|cuatro|\\d)\\b)\\w+ \\w+.*(?:me lo ha pedido|de su parte|por el|por ella|amig|herman|jef|mi )"
              + "|(?:en )?(?:que|cual) (?:es la )?habitacion (?:esta|tiene|duerme|se aloja) (?!mi\\b)\\w+|(?:esta|estan) (?:alojad\\w+|hospedad\\w+)(?: (?:ahi|alli|aqui|en el hotel|con ustedes))?"
              + "|(?:what|which) room is|(?:is|are) (?:mr|mrs|ms|\\w+ \\w+) staying (?:there|with you|at)"
              + "|(?:who|quien|guest|guests|persona|huesped|name) \\w* ?\\w* ?(?:in|en la|de la) (?:room|habitacion) \\d+");
  private static final FilteredPattern ABUSE =
      pattern(
          "gilipollas|hij[oa]s? de puta|puta mierda|vete a la mierda|iros a la mierda|imbecil|idiotas?|estupid[oa]s?|subnormal|cabron(?:es|a)?|pendej[oa]s?"
              + "|os voy a (?:matar|quemar|denunciar|reventar)|te voy a (?:matar|reventar|partir)|voy a quemar|fuck(?:ing)? (?:you|off|idiots?)|fuck you|asshole|you idiot|moron|i(?: wi|'| )ll (?:kill|burn|hurt)|piece of shit|stupid (?:bot|robot|machine)");

  private Sensitive() {}

  private static FilteredPattern pattern(String words) {
    return FilteredPattern.compile("(?:^|[^a-z])(?:" + words + ")(?:[^a-z]|$)");
  }

  static Kind in(String text) {
    String plain = Tokens.plain(text).replaceAll("[^a-z0-9_?]+", " ");
    if (OVER.matcher(plain).find()) {
      return Kind.NOT_MEANT;
    }
    if (EMERGENCY.matcher(plain).find()) {
      return Kind.EMERGENCY;
    }
    if (NOT_MEANT.matcher(plain).find()) {
      return Kind.NOT_MEANT;
    }
    if (ORDERS.matcher(plain).find() || SYSTEM.matcher(text).find()) {
      return Kind.ORDERS;
    }
    if (OTHERS.matcher(plain).find()) {
      return Kind.OTHERS;
    }
    return ABUSE.matcher(plain).find() ? Kind.ABUSE : Kind.NONE;
  }

  /** The message without what is put in brackets for the machine. */
  static String withoutOrders(String text) {
    return text.replaceAll(
            "(?i)[(\\[<{][^)\\]>}]*(?:system|sistema|ignor|instruc|prompt)[^)\\]>}]*[)\\]>}]?", " ")
        .strip();
  }
}
