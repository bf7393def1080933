package io.conserje.conversation.builtin;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a message is about. */
final class TopicWords {

  private static final PhraseTable<Topic> GREETINGS =
      new PhraseTable<Topic>()
          .add(
              Topic.GREETING,
              """
              hola|que onda|q onda|que hubo|quiubo|que mas|buenas|buenos dias|buen dia|buenas tardes|buenas noches|que tal|hi|hello|hey
              hi there|hello there|good morning|good afternoon|good evening|hiya
              """)
          .add(
              Topic.HOW_ARE_YOU,
              """
              como estas|como esta usted|como esta|como va|how are you|que tal estas|como andas
              """)
          .add(
              Topic.BYE,
              """
              buenas noches y gracias|good night
              """);

  private static final PhraseTable<Topic> TABLE =
      new PhraseTable<Topic>()
          .add(
              Topic.THANKS,
              """
              gracias|muchas gracias|mil gracias|muchisimas gracias|te agradezco|le agradezco
              thanks|thank you|many thanks|cheers|ta|thanks a lot|thank you very much
              """)
          .add(
              Topic.BYE,
              """
              adios|hasta luego|hasta pronto|hasta manana|nos vemos|chao|chau|ciao|un saludo
              saludos|bye|goodbye|bye bye|see you|see you then|see you soon|see ya
              have a nice day
              """)
          .add(
              Topic.WHO_ARE_YOU,
              """
              con quien estoy hablando|es usted una maquina|es usted una persona|es usted humano|es una maquina
              estoy hablando con un robot|estoy hablando con una maquina|estoy hablando con una persona
              quien eres|quien es usted|con quien hablo|eres un robot|eres robot|eres un bot
              eres una maquina|eres una persona|eres humano|eres humana|eres una ia|eres real
              es usted un robot|es un robot|sos un bot|sos un robot|sos humano
              hablo con un robot|hablo con una persona|hablo con una maquina|esto es un bot
              es esto un bot|eres persona|who are you|who is this|are you a robot|are you a bot
              are you human|are you a human|are you real|are you an ai|are you a person
              are you a real person|is this a bot|is this a real person|is this a person
              is this a human|am i speaking to a real person|am i speaking to a person
              am i talking to a human|is this a robot|am i talking to a robot
              am i talking to a person|am i talking to a real person|am i talking to a bot
              """)
          .add(
              Topic.LANGUAGE,
              """
              speak english|in english|english please|english|habla espanol|hablas espanol
              hablan espanol|habla ingles|hablas ingles|hablan ingles|hablais ingles|en espanol
              en ingles|speak spanish
              """)
          .add(
              Topic.HELP,
              """
              ayuda|que puedes hacer|que puede hacer|que haces|help|what can you do
              menu de opciones
              """)
          .add(
              Topic.BOOK,
              """
              reservar|reserva|reservas|reservame|reservacion|resevar|mesa|mesas|sitio|hueco
              cenar|comer|disponibilidad|apartar|agendar|lugar|book|booking|reserve|reservation
              table|tables|availability|dine|a spot|se ha liberado|ha quedado libre|se ha caido
              algo libre|freed up|opened up|any cancellations
              """)
          .add(
              Topic.CANCEL,
              """
              cancelar|cancela|cancelo|cancele|cancelen|cancelarla|cancelarlo|cancelala
              cancelacion|cancelemos|anular|anula|anularla|anule|anulen|anulala|anulacion
              borrar la reserva|quitar la reserva|no podemos ir|no podre ir|no podremos ir
              no vamos a poder ir|no voy a poder ir|no puedo ir|no vamos a ir|cancel|cancelling
              cancellation|cancel it|call off|cant make it|can not make it|cannot make it
              wont be able to come|wont make it
              """)
          .add(
              Topic.FIND,
              """
              got us down|have us down|got me down|have me down|double checking|nos teneis apuntados
              mi reserva|mis reservas|mi mesa|mi reservacion|nuestra reserva|tengo reserva
              tengo una reserva|tengo mesa|tengo una mesa|tenia mesa|tenia una reserva
              tenia reserva|tengo reservado|tengo reservada|tenemos mesa|tenemos reserva
              tenemos una reserva|habia reservado|hice una reserva|la reserva que hice
              tengo alguna reserva|mi referencia|mi localizador|he reservado|reserve una mesa
              my booking|my bookings|my reference|booking reference|reference number
              my reference number|my reservation|my reservations|my table|our booking
              our reservation|our table|do i have a table|do i have a booking
              do i have a reservation|i have a booking|i have a reservation|i have a table
              we have a booking|we have a reservation|have a booking|have a reservation
              a que hora era|a que hora tenia|a que hora teniamos|a que hora tengo|a que hora tenemos
              que hora era|que dia era|que dia teniamos|que dia tenia|que dia tenemos|que dia tengo
              a que hora reserve|que dia reserve|a que hora quedamos|para cuantos era|para cuando era
              a nombre de quien esta|a que nombre esta|a nombre de quien la has|a nombre de quien la habeis
              a nombre de quien lo has|a nombre de quien lo habeis|a nombre de quien la ha
              a nombre de quien has|a nombre de quien habeis|a nombre de quien ha quedado
              a nombre de quien queda|a que nombre la has|a que nombre la habeis|a que nombre queda
              a que nombre ha quedado|que nombre has puesto|que nombre habeis puesto
              whose name is it|what name is it under|what name is it in|under what name is
              under which name is|what name did you|name did you put|
              lo nuestro|lo que reserve|que tengo reservado
              what time was it|what time is it booked|what time did i book|what time did we book|what day was it
              what time is my|what time is our|what time was my|what time was our|when is my|when is our|when was our
              did i book|have i booked|existing booking|do we have a booking|do we have a table
              """)
          .add(
              Topic.CHANGE,
              """
              cambiar la reserva|cambiar mi reserva|cambiar una reserva|modificar|modificarla
              modificar la reserva|modificar mi reserva|cambiarla|mover la reserva
              mover mi reserva|aplazar|retrasar la reserva|adelantar la reserva
              cambio de reserva|cambiar la hora de mi reserva|cambiar el dia de mi reserva
              change my booking|change my reservation|change the booking|change the reservation
              change our booking|change a booking|modify|reschedule|move my booking
              move my reservation|amend|change our reservation
              """)
          .add(
              Topic.AMEND,
              """
              al final|make it|actually|instead|en vez de|cambiar|cambialo|cambiala|mejor|cambio
              change
              """)
          .add(
              Topic.HOURS,
              """
              horario|horarios|a que hora abris|a que hora abren|a que hora abre
              a que hora cerrais|a que hora cierran|a que hora cierra|que hora abren
              que hora abris|que hora cierran|cuando abris|cuando abren|que dias abris
              que dias abren|que dias abre|estais abiertos|estan abiertos|esta abierto|abris
              abren|abre|cerrais|cierran|cierra|abierto|abiertos|hasta que hora|desde que hora
              dais cenas|dan cenas|dais comidas|sirven cenas|servis cenas|que dia cierran
              que dia cerrais|dais de cenar|dais de comer|teneis abierto|tienen abierto
              opening hours|open|closed|open for dinner|open for lunch|youre open|opening times
              hours|what time do you open|what time do you close|when do you open
              when do you close|are you open|do you open|are you closed|you open|open on
              vais a abrir|van a abrir|abrireis|abriran|vais a cerrar|van a cerrar|do you close|open until|when are you open|do you serve dinner|do you serve lunch
              open today|open tomorrow|kitchen close|what are your hours|you closed
              """)
          .add(
              Topic.ADDRESS,
              """
              direccion|donde estais|donde estan|donde esta el restaurante|donde queda
              donde quedan|donde se encuentra|donde se encuentran|donde os encuentro|como llegar
              como llego|ubicacion|ubicados|en que calle|donde es|donde esta|address
              where are you|where is it|where is the restaurant|where are you located|location
              directions|how do i get there|which street|where exactly
              """)
          .add(
              Topic.PHONE,
              """
              telefono|numero de telefono|que telefono|llamar por telefono|os puedo llamar
              puedo llamar|les puedo llamar|un numero|phone|phone number|telephone|can i call
              call you|number to call
              """)
          .add(
              Topic.PERSON,
              """
              hablar con una persona|hablar con alguien|hablar con un humano|con una persona
              una persona real|un humano|hablar con el encargado|el encargado
              hablar con un agente|atencion humana|persona de verdad|con el dueno
              con un camarero|alguien del restaurante|speak to a person|speak to someone
              talk to someone|talk to a person|a real person|a human|speak to a human
              talk to a human|speak with someone|speak to the manager|the manager|an agent
              real human|speak to somebody|talk to somebody
              """)
          .add(
              Topic.DROP,
              """
              dejalo|dejelo|olvidalo|olvidelo|dejalo estar|da igual dejalo|nada dejalo
              mejor nada|no importa|ya no quiero|ya no hace falta|never mind|nevermind|forget it
              forget about it|leave it|nada gracias|nada
              """)
          .add(
              Topic.WAITLIST,
              """
              lista de espera|lista espera|en espera|waitlist|waiting list|wait list
              apuntanos por si|apuntame por si|apuntenos por si|apunteme por si|apuntadnos por si|por si falla alguien
              por si falla alguno|por si hay una baja|por si hay bajas|por si alguien cancela|por si alguien anula
              por si cancela alguien|por si se cae alguien|por si cancelan|por si anulan|por si queda algo libre
              por si se libera|por si hay alguna cancelacion|por si hay cancelaciones|si alguien cancela|si cancela alguien
              si queda libre|si se libera algo|si se libera una mesa|si hay alguna baja|si falla alguien
              if someone cancels|if anyone cancels|if somebody cancels|in case someone cancels|in case anyone cancels
              in case of a cancellation|in case of cancellations|if there is a cancellation|if something opens up
              if a table opens up|if a table comes up|if anything comes up|if something frees up|if a table frees up
              """)
          .add(
              Topic.LEAVE_WAITLIST,
              """
              quitame de la lista de espera|quiteme de la lista de espera
              borrame de la lista de espera|borreme de la lista de espera
              sacame de la lista de espera|saqueme de la lista de espera
              salir de la lista de espera|quitame de la lista|quiteme de la lista|quitarme de la lista|borrame de la lista
              borreme de la lista|borrarme de la lista|sacame de la lista|saqueme de la lista
              salir de la lista|salirme de la lista|cancelar la lista de espera|off the waitlist
              off the waiting list|off the list|from the waitlist|from the waiting list
              leave the waitlist|leave the waiting list
              """)
          .add(
              Topic.BUT,
              """
              pero|but|aunque|espera|espere|wait|un momento|hold on|one moment|however
              """)
          .add(
              Topic.WEEKEND,
              """
              weekend|fin de semana|this weekend|el weekend|next weekend
              """)
          .add(
              Topic.OTHER_DAY,
              """
              otro dia|otra fecha|another day|a different day|other day|another date
              different date|cambiar el dia|cambiar de dia|cambiar la fecha|change the day
              change the date|otro dia mejor
              """)
          .add(
              Topic.OTHER_TIME,
              """
              otra hora|otro horario|another time|a different time|other time|other times
              cambiar la hora|cambiar de hora|change the time|different time|otras horas
              """)
          .add(
              Topic.LATER,
              """
              mas tarde|un poco mas tarde|algo mas tarde|later|a bit later|mas tardecito|despues
              something later
              """)
          .add(
              Topic.EARLIER,
              """
              mas temprano|mas pronto|un poco antes|antes|algo antes|earlier|a bit earlier
              something earlier|sooner
              """)
          .add(
              Topic.ANY,
              """
              cualquiera|cualquier hora|cualquiera de las dos|me da igual|nos da igual
              la que sea|lo mismo me da|any|either|any of them|either one|whichever|dont mind
              whatever|any time|la que prefieras|la que quieras|indistinto|a la hora que sea
              la hora que sea|hora que sea|cuando sea|anytime|la que querais|cuando querais
              la que podais|cuando podais|la que tengais|la que haya|la que os venga bien|la que queden
              como querais|whenever|da igual|es indiferente|me es indiferente|nos es indiferente
              la que os vaya bien|la que tenga|la que tengan|la que mejor os venga
              """)
          .add(
              Topic.ALL,
              """
              todas|todos|las dos|ambas|both|all|all of them|both of them|cancela todo|cancelalo todo|anula todo
              anulalo todo|quita todo|borra todo|cancelar todo|anular todo|cancel everything|drop everything
              """)
          .add(
              Topic.THE_DAY,
              """
              el dia|la fecha|dia|fecha|the day|the date|day|date
              """)
          .add(
              Topic.THE_TIME,
              """
              la hora|hora|the time|time
              """)
          .add(
              Topic.THE_PARTY,
              """
              las personas|el numero de personas|numero de personas|cuantos somos|personas
              people|the number of people|number of people|the party size|party size|comensales
              cantidad de personas
              """)
          .add(
              Topic.THE_NAME,
              """
              el nombre|nombre|the name|name
              """)
          .add(
              Topic.MY_NAME,
              """
              a mi nombre|mi nombre|under my name|in my name|al mio|el mio|el de siempre
              """);

  private TopicWords() {}

  /** Greetings are taken out first: {@code buenas tardes} says nothing about the afternoon. */
  private static final Map<String, Topic> OF_VERBS =
      Map.of(
          "cancelar", Topic.CANCEL,
          "anular", Topic.CANCEL,
          "modificar", Topic.CHANGE,
          "aplazar", Topic.CHANGE,
          "posponer", Topic.CHANGE,
          "cambiar", Topic.AMEND,
          "reservar", Topic.BOOK,
          "agendar", Topic.BOOK,
          "apartar", Topic.BOOK);

  /** All that is said, but for what only sounds like it. */
  static Set<Topic> heard(Words words, boolean ownPhone) {
    Set<Topic> topics = greetings(words);
    topics.addAll(in(words));
    CancelWords.settle(topics, words.text());
    if (ownPhone || OtherPhones.in(words.text())) {
      topics.remove(Topic.PHONE);
    }
    if (Waiting.wished(words.text())) {
      topics.remove(Topic.CANCEL);
      topics.add(Topic.WAITLIST);
    }
    if (Dropping.nothing(words.text())) {
      topics.remove(Topic.DROP);
    }
    if (words.size() <= 2
        && words.is(0, "que", "como", "cual", "what", "pardon", "eh", "huh", "sorry", "perdon")) {
      topics.add(Topic.REPEAT);
    }
    return topics;
  }

  static Set<Topic> greetings(Words words) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    if (words.is(0, "evening", "morning", "afternoon", "tardes", "noches") && words.opens(1)) {
      topics.add(Topic.GREETING);
      words.use(0, 1);
    }
    for (Hit<Topic> hit : GREETINGS.in(words)) {
      topics.add(hit.value());
      words.use(hit);
    }
    return topics;
  }

  static Set<Topic> in(Words words) {
    List<Hit<Topic>> hits = TABLE.in(words).stream().filter(hit -> !inPassing(words, hit)).toList();
    Set<Topic> topics = topics(words, hits);
    for (Hit<Topic> hit : hits) {
      if (hit.value() == Topic.WHO_ARE_YOU
          || hit.value() == Topic.PERSON
          || hit.value() == Topic.WAITLIST
          || hit.value() == Topic.LEAVE_WAITLIST) {
        words.use(hit);
      }
    }
    return topics;
  }

  /** {@code antes de nada}, {@code nada en especial}. */
  private static boolean inPassing(Words words, Hit<Topic> hit) {
    boolean nothing = words.is(hit.from(), "nada") && hit.to() - hit.from() == 1;
    return nothing
        && !(words.opens(hit.to())
            && (words.opens(hit.from())
                || words.is(hit.from() - 1, "pues", "bueno", "entonces", "ah", "no", "vale")));
  }

  /** All topics of a message nothing of which has been taken out yet; nothing is taken out. */
  static Set<Topic> all(Words words) {
    Set<Topic> topics = topics(words, TABLE.in(words));
    GREETINGS.in(words).forEach(hit -> topics.add(hit.value()));
    return topics;
  }

  /** A phrase says what it says; beside phrases a verb in any form stands for itself. */
  private static Set<Topic> topics(Words words, List<Hit<Topic>> hits) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    BitSet said = new BitSet();
    for (Hit<Topic> hit : hits) {
      topics.add(hit.value());
      said.set(hit.from(), hit.to());
    }
    for (int i = 0; i < words.size(); i++) {
      String verb = said.get(i) || words.used(i) ? null : Verbs.lemma(words.plain(i));
      if (verb != null && OF_VERBS.containsKey(verb)) {
        topics.add(OF_VERBS.get(verb));
      }
    }
    return topics;
  }

  static Set<String> words() {
    Set<String> all = new HashSet<>(TABLE.words());
    all.addAll(GREETINGS.words());
    return all;
  }
}
