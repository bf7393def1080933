package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The verbs guests use of a booking, in every form, with whatever pronouns hang on: {@code
 * anulamela}, {@code anularia} and {@code anulen} are all {@code anular}. Forms are plain: lower
 * case, no accents.
 */
final class Verbs {

  /** A verb, and after a colon the stem some of its forms have: {@code mover:muev}. */
  private static final String KNOWN =
      """
      cancelar anular borrar quitar eliminar suprimir deshacer:deshag olvidar
      cambiar modificar:modifiqu mover:muev mudar pasar trasladar correr posponer:pospong aplazar:aplac atrasar retrasar
      adelantar ampliar alargar:alargu prolongar acortar reducir:reduzc anadir agregar:agregu sumar aumentar subir bajar
      corregir:corrij actualizar:actualic ajustar dejar poner:pong meter incluir:incluy sacar:saqu rectificar:rectifiqu
      reservar apartar guardar agendar apuntar anotar pedir:pid coger:coj tomar bloquear separar
      confirmar ratificar asegurar
      buscar:busqu mirar comprobar:comprueb consultar revisar verificar:verifiqu preguntar informar explicar:expliqu
      llegar:llegu tardar salir:salg quedar volver:vuelv entrar dormir:duerm alojar hospedar pernoctar
      comer cenar almorzar:almuerz desayunar celebrar festejar
      querer:quier necesitar gustar desear esperar preferir:prefier pensar:piens
      hablar llamar contactar atender:atiend comunicar:comuniqu escribir avisar molestar contestar
      costar:cuest cobrar pagar:pagu valer:valg abonar
      abrir cerrar:cierr servir:sirv ofrecer:ofrezc admitir aceptar permitir disponer:dispong
      fallar venir:veng traer:traig llevar sobrar caber:cab
      """;

  private static final String IRREGULAR =
      """
      poner=pon,puse,puso,pusimos,pusieron,puesto,puesta,pondre,pondra,pondria|hacer=haz,hice,hizo,hecho,hecha,hago,haga,hagan
      poder=puedo,puedes,puede,podemos,podeis,pueden,podria,podrias,podriamos,podriais,podrian,podre,podra,podremos,podran,pude,pudo
      tener=tengo,tienes,tiene,tenemos,teneis,tienen,tendre,tendra,tendria,tendrian,tuve,tuvo,tenga,tengan,tenia,teniamos,tenian
      ir=voy,vas,va,vamos,vais,van,ire,ira,iremos,iran,iria,iriamos,fui,fuimos,vaya,vayamos,vayan
      ser=soy,eres,es,somos,sois,son,sere,seras,sera,seremos,sereis,seran,seria,seriamos,serian,eramos,fuera,fueramos,seamos
      venir=ven,viene,vienes,vienen,venimos,vendra,vendran,vendre,vendremos,vino,vinieron,vendria
      querer=quisiera,quisieramos,quisieran,querria,querriamos|decir=digo,dice,di,dime,digame,dijo,diga
      salir=sal,saldre,saldra,saldremos,saldria|saber=se,sabe,sabes,sabeis,saben|haber=hay,haya,habia,habra,habria
      romper=roto|morir=muerto
      """;

  private static final List<String> HANGING =
      List.of("me", "te", "se", "nos", "os", "le", "les", "lo", "la", "los", "las");

  private static final String[] OF_AR =
      ("o as a amos ais an e aste asteis aron aba abas abamos abais aban es emos eis en ad ando ado ada ados adas"
              + " are aras ara aremos areis aran aria arias ariamos ariais arian ase asemos aran aramos")
          .split(" ");
  private static final String[] OF_ER_IR =
      ("o es e emos eis en imos is i iste io isteis ieron ia ias iamos iais ian a as amos ais an ed id iendo ido ida"
              + " idos idas iera ieras ieramos ieran yendo yo yeron")
          .split(" ");
  private static final Set<String> HOSTS_OF_AR =
      Set.of("a", "e", "en", "ad", "ando", "emos", "amos");
  private static final Set<String> HOSTS_OF_ER_IR =
      Set.of("e", "a", "an", "ed", "id", "iendo", "amos", "yendo");

  private static final FilteredPattern NEVER_A_NAME =
      FilteredPattern.compile(
          ".+(?:ria|riamos|rian|ieramos|[aei]mos|[ai]endo|ando|[aei]r(?:me|nos|la|lo)?|[aein](?:me|nos)(?:la|lo)?)");

  /** What follows a name without a comma, and may be misspelled. */
  private static final List<String> WISHED =
      List.of(
          "queria",
          "querria",
          "quisiera",
          "queremos",
          "quiero",
          "necesito",
          "necesitaria",
          "gustaria",
          "tendrian",
          "tendria",
          "tienen",
          "podria",
          "podrian",
          "reservar",
          "reserva",
          "codigo",
          "referencia",
          "telefono",
          "numero",
          "apunta",
          "apuntame",
          "perdona",
          "disculpa",
          "gracias",
          "anotame",
          "anotala");

  private static final Map<String, String> FORMS = new HashMap<>();

  /** The forms a pronoun may hang on: infinitives, gerunds and orders. */
  private static final Set<String> HOSTS = new HashSet<>();

  static {
    for (String known : KNOWN.strip().split("\\s+")) {
      String[] parts = known.split(":");
      add(parts[0], parts.length > 1 ? parts[1] : null);
    }
    for (String line : IRREGULAR.strip().split("[|\n]")) {
      String[] parts = line.strip().split("=");
      for (String form : parts[1].split(",")) {
        put(form, parts[0], true);
      }
      put(parts[0], parts[0], true);
    }
  }

  private Verbs() {}

  /** The infinitive of a plain word; null if it is no form of a verb known here. */
  static String lemma(String plain) {
    String whole = FORMS.get(plain);
    return whole != null ? whole : host(plain, 2);
  }

  /**
   * Whether a plain word is a form that is nobody's name, as {@code costa} and {@code mora} are.
   */
  static boolean only(String plain) {
    return NEVER_A_NAME.matcher(plain).matches() && lemma(plain) != null
        || plain.length() > 5 && WISHED.stream().anyMatch(w -> OneSlip.between(plain, w));
  }

  private static String host(String word, int most) {
    for (String pronoun : HANGING) {
      if (word.length() > pronoun.length() + 2 && word.endsWith(pronoun)) {
        String rest = word.substring(0, word.length() - pronoun.length());
        for (String form : List.of(rest, rest + "s", rest + "d")) {
          if (HOSTS.contains(form)) {
            return FORMS.get(form);
          }
        }
        String deeper = most > 1 ? host(rest, most - 1) : null;
        if (deeper != null) {
          return deeper;
        }
      }
    }
    return null;
  }

  private static void add(String infinitive, String other) {
    String stem = infinitive.substring(0, infinitive.length() - 2);
    boolean first = infinitive.endsWith("ar");
    put(infinitive, infinitive, true);
    for (String ending : first ? OF_AR : OF_ER_IR) {
      boolean host = (first ? HOSTS_OF_AR : HOSTS_OF_ER_IR).contains(ending);
      put(stem + ending, infinitive, host);
      if (other != null) {
        put(other + ending, infinitive, host);
      }
      if (first && stem.endsWith("z")) {
        put(stem.substring(0, stem.length() - 1) + "c" + ending, infinitive, host);
      }
    }
    if (!first) {
      for (String ending : "e as a emos eis an ia ias iamos iais ian".split(" ")) {
        put(infinitive + ending, infinitive, false);
      }
    }
  }

  private static void put(String form, String infinitive, boolean host) {
    FORMS.putIfAbsent(form, infinitive);
    if (host && FORMS.get(form).equals(infinitive)) {
      HOSTS.add(form);
    }
  }
}
