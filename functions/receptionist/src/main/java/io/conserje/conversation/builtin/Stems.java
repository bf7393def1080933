package io.conserje.conversation.builtin;

import io.conserje.knowledge.Lately;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The beginnings of words that speak of one thing: evidence for {@link IntentClassifier} that words
 * it has never seen are like those it has. A star ends a beginning, other words are whole.
 */
final class Stems {

  private static final Map<String, List<String>> THINGS = new LinkedHashMap<>();
  private static final Lately<List<String>> LATELY = new Lately<>(4096, Stems::of);

  static {
    thing(
        "danger",
        """
        respir* ambulanc* desmay* infart* inconscien* sangr* incend* fuego humo polic* socorro
        auxilio atragant* asfix* ahog* convuls* derrame urgencias medico desplom* herid* cuchill*
        pistol* arma armad* robando robado amenaz* gas suicid* matarme morir muert* quemad* 112 061
        breath* ambulance faint* collaps* bleed* fire smoke police unconscious chok* suffocat*
        seizure stroke heart knife gun weapon robbed threaten* suicide die dying doctor medic*
        paramedic* 911 999 burning 091 pecho swelling hinch* overdose poison*
        """);
    thing(
        "insult",
        """
        idiot* imbecil* gilipoll* mierda puta puto putos cabron* joder jodete jodan estupid* inutil*
        subnormal* tonto tonta pendej* boludo* pelotudo* culo cono basura asqueros* capull* zorra
        malparid* huevon hijueputa hdp ctm fuck* shit* crap asshole bastard* bitch moron* dumb
        stupid useless screw suck sucks damn trash dick wanker twat prick imbecile arse
        """);
    thing(
        "anger",
        """
        queja quejar* quejo reclam* horrible horroros* pesim* fatal verguenza maleduc* grosero*
        asco asquer* desastre decepcion* malisim* lamentable estafa timo robo denunci* enfad*
        molest* indignad* inaceptable vergonz* crud* fria frio quemad* sucio sucia suci* pelo
        mosca bicho cucaracha* cristal vidrio disculp* ignor* gritar grito* rid* tardaron esperando
        esperamos devolu* devuelv* reembols* resena cobrado cobrast* cobraron
        complain* complaint awful terrible horrible rude disgust* disaster disappoint* unacceptable
        outrageous scam overcharg* charged raw cold dirty hair fly cockroach* glass apolog* ignored
        shouted waited refund worst appalling angry upset unhappy inedible stained noisy bug ripped
        """);
    thing(
        "someone",
        """
        encargad* responsable gerente jefe jefa director* dueno duena persona humano humana human
        alguien agente operador* maitre recepcionista companero manager owner someone somebody
        agent operator staff boss supervisor person colleague llamadme llamame llamarme llamen
        """);
    thing(
        "house",
        """
        parking aparc* estacion* wifi terraza piscina desayun* carta menu menus plato platos alerg*
        gluten celiac* vegan* vegetarian* lactos* tarjeta* efectivo pago pagar bizum factura trona*
        perro* perr* mascota* gato* horario* abris abren abre abierto* cerrais cierran cierra
        direccion calle telefono precio precios cuesta cuestan vale cobrais descorche vino vinos
        postre* carrito silla ruedas accesib* ascensor garaje gimnasio spa toalla* maleta* equipaje
        checkin checkout entrada salida tasa politica musica ninos infantil* tarta vestimenta
        cocina especialidad* turno* fumar calefaccion cargador habitaciones
        park address street phone price* cost costs much open close closed hours kitchen dog dogs
        pet pets card cards cash pay wine corkage dessert* wheelchair lift elevator pool gym
        breakfast luggage bags policy fee music children kids cake dress code smoking heating
        vegan vegetarian gluten allerg* menu dish dishes terrace rooms towels tax
        """);
    thing(
        "booking",
        """
        reserva reservas reservacion reservado reservada reserve mesa mesas habitacion estancia
        booking bookings reservation reservations table tables room stay
        """);
  }

  private Stems() {}

  private static void thing(String name, String stems) {
    THINGS.put(name, List.of(stems.strip().split("\\s+")));
  }

  /** What the words speak of. */
  static Set<String> in(Words words) {
    Set<String> things = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      things.addAll(LATELY.of(words.plain(i)));
    }
    return things;
  }

  private static List<String> of(String plain) {
    return THINGS.entrySet().stream()
        .filter(thing -> thing.getValue().stream().anyMatch(stem -> fits(plain, stem)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean fits(String plain, String stem) {
    return stem.endsWith("*")
        ? plain.startsWith(stem.substring(0, stem.length() - 1))
        : plain.equals(stem);
  }
}
