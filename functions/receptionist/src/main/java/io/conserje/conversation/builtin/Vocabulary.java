package io.conserje.conversation.builtin;

import io.conserje.knowledge.Lately;
import io.conserje.text.FilteredPattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words this model knows: none of them is taken for a name, and near misses of the important
 * ones are mended.
 */
final class Vocabulary {

  private static final Map<String, String> SHORT_FORMS =
      Map.ofEntries(
          Map.entry("q", "que"),
          Map.entry("k", "que"),
          Map.entry("xa", "para"),
          Map.entry("pa", "para"),
          Map.entry("x", "para"),
          Map.entry("pls", "please"),
          Map.entry("plz", "please"),
          Map.entry("r", "are"),
          Map.entry("ur", "your"),
          Map.entry("2nite", "tonight"),
          Map.entry("tonite", "tonight"),
          Map.entry("tmrw", "tomorrow"),
          Map.entry("tmr", "tomorrow"),
          Map.entry("tomoz", "tomorrow"),
          Map.entry("thx", "thanks"),
          Map.entry("mñn", "manana"),
          Map.entry("finde", "weekend"),
          Map.entry("oy", "hoy"),
          Map.entry("oi", "hoy"),
          Map.entry("ola", "hola"),
          Map.entry("kiero", "quiero"),
          Map.entry("noxe", "noche"),
          Map.entry("resrva", "reserva"),
          Map.entry("xq", "porque"),
          Map.entry("pq", "porque"),
          Map.entry("xk", "porque"),
          Map.entry("tb", "tambien"),
          Map.entry("tmb", "tambien"),
          Map.entry("tbn", "tambien"),
          Map.entry("bn", "bien"),
          Map.entry("xfa", "porfa"),
          Map.entry("porfi", "porfa"),
          Map.entry("pf", "porfa"),
          Map.entry("pfv", "porfa"),
          Map.entry("grax", "gracias"),
          Map.entry("grcs", "gracias"),
          Map.entry("salu2", "saludos"),
          Map.entry("pal", "para"),
          Map.entry("keria", "queria"),
          Map.entry("keriamos", "queriamos"),
          Map.entry("kisiera", "quisiera"),
          Map.entry("aki", "aqui"),
          Map.entry("kuando", "cuando"),
          Map.entry("kuanto", "cuanto"),
          Map.entry("komer", "comer"),
          Map.entry("sinco", "cinco"),
          Map.entry("mna", "manana"),
          Map.entry("mnn", "manana"),
          Map.entry("mnna", "manana"),
          Map.entry("smos", "somos"),
          Map.entry("sms", "somos"),
          Map.entry("ls", "las"),
          Map.entry("rserbar", "reservar"),
          Map.entry("rservar", "reservar"),
          Map.entry("reserbar", "reservar"),
          Map.entry("mñna", "manana"),
          Map.entry("wknd", "weekend"),
          Map.entry("2moro", "tomorrow"),
          Map.entry("2morrow", "tomorrow"),
          Map.entry("tmw", "tomorrow"),
          Map.entry("tdy", "today"),
          Map.entry("wensday", "wednesday"),
          Map.entry("weds", "wednesday"),
          Map.entry("satuday", "saturday"),
          Map.entry("ppl", "people"),
          Map.entry("rez", "reservation"),
          Map.entry("resy", "reservation"),
          Map.entry("tbl", "table"),
          Map.entry("abt", "about"),
          Map.entry("cud", "could"),
          Map.entry("dmgo", "domingo"),
          Map.entry("sbdo", "sabado"),
          Map.entry("vrns", "viernes"),
          Map.entry("jvs", "jueves"),
          Map.entry("qrria", "queria"),
          Map.entry("qria", "queria"),
          Map.entry("xra", "para"),
          Map.entry("prs", "personas"),
          Map.entry("pers", "personas"),
          Map.entry("res", "reserva"),
          Map.entry("wud", "would"),
          Map.entry("hav", "have"));

  /** Words worth mending, five letters or longer. */
  private static final List<String> MENDED =
      List.of(
          ("habitacion noches adultos domingo individual familiar terrace waiting confirmar"
                  + " modificar espera persona numero correo electronico llegada salida"
                  + " anular anula cambiar mediodia quiero quisiera perro trona cuna"
                  + " anniversary birthday arriving nights adults children lunes martes miercoles jueves viernes sabado domingo manana pasado noche proximo"
                  + " reserva reservar reservacion personas nombre cancelar terraza gracias cuatro"
                  + " cinco siete nueve telefono direccion horario cuarto media adultos alergico"
                  + " tomorrow tonight monday tuesday wednesday thursday friday saturday sunday"
                  + " reservation booking people cancel please thanks seven eight quarter terrace"
                  + " january february october november december enero febrero octubre noviembre"
                  + " diciembre septiembre september perfecto correcto vale confirmo llamo")
              .split(" "));

  private static final String COMMON =
      """
      a acaso al algo algun alguna alguno alguien alli ahi aqui aquel asi aun aunque bien bueno buena
      buenas buenos cada casa casi como con cosa cosas cual cuales cuando cuanto cuantos cuanta
      cuantas da dais dame dan danos de del demas desde dia dias dice digo disculpa disculpe
      donde e el ella ellos en entonces entre era es esa ese eso esos esta estaba estais
      estamos estan estar estara este esto estoy estaremos favor fue fuera gente gracias
      gustaria gusta ha haber habia habra hace hacer hago han has hasta hay haya he hemos hoy
      ir la las le les lo los luego mal mas me mejor menos mi mia mio mis mismo misma momento
      mucho mucha muchas muchos muy nada ni ningun ninguna ninguno no nos nosotros nosotras
      nuestra nuestro nueva nuevo numero o os otra otras otro otros oye para pero perdon
      perdona perdone poco podemos podeis poder podria podriamos podriais pon ponga ponme ponlo
      ponla ponnos apunta apuntame apuntanos mete poner por porque pues puede puedes pueden
      puedo que queda quedan queremos queria queriamos quien quiere quiero quisiera quisieramos
      quizas reserva reservar reservado sabe sabeis se sea sean ser seria seriamos si sido
      siempre sin sino sobre sois solo somos son soy su sus tal tambien tampoco tan tanto te
      teneis tenemos tengo tiene tienen tienes tendria tendrian tendriais todo toda todos todas
      tu tus un una uno unos unas usted ustedes va vamos van vais varios vaya ver vez viene
      vienen vienes vino vos vosotros voy y ya yo hola saludos necesito necesitamos mesa mesas
      sitio hueco cena comida almuerzo cenar comer almorzar grupo cliente favor avisame digame
      dime mire mira igual cambio cambiar cambia saber acabo falta aparte ademas ahora rato
      anoche ayer hora horas minutos minuto rapido lleva llevar llevo llevamos llegar llegamos
      viernes sabes precio precios carta menu parking aparcamiento musica wifi plato platos
      tarta vegano cuesta aceptan jaja jajaja jeje mmm mm eh ehh uf ah oh hmm haha lol ey
      urgente porfa mr mrs ms miss sr sra srta dr don dona about after all also an and any
      anything anyone are as at available be because been before being but by can cannot cant
      come coming could did do does dont done for from get give go going good got had has have
      having he hello help her here hers hey hi him his how i id if ill im in instead into is
      isnt it its just know last later let lets like look looking make many may maybe me mine
      more most much my need never new next nice not now number of off on one only or other our
      out over party pleasure possible put really reserve right said same say see she should so
      some somebody someone something soon sorry still sure table tables than that thats the
      their them then there these they thing think this those time to too us very want wanted
      wants was we well were what whats when where which who why will wish with wont would
      wouldnt yes yet you your yours night tonight first second third actually seat seats
      seated spot dinner lunch brunch supper breakfast meal eat book booked name names under
      around couple might able parking price prices menu wine music wifi card pay cost costs
      bring kids child wait hold moment minute fight light great house sorry there three week
      month year today early late earlier please coche coches garaje garage car cars cama camas
      bed beds room rooms doble dobles double doubles sencilla sencillas suite suites planta piso
      tomo anade anadir anademe anadidme traemos traigo viajamos viajo entrar entramos salir salimos
      salgo add adds extra leaving leave cot cots crib needed needs normal sleeps sleep
      """;

  private static final Set<String> KNOWN = new HashSet<>();

  /** {@code bierne}: what is written as it sounds. */
  private static final Map<String, String> BY_SOUND = new HashMap<>();

  static {
    KNOWN.addAll(List.of(COMMON.strip().split("\\s+")));
    KNOWN.addAll(MENDED);
    KNOWN.addAll(CommonWords.all());
    KNOWN.addAll(Numbers.words());
    KNOWN.addAll(Calendar.words());
    KNOWN.addAll(PartOfDay.words());
    KNOWN.addAll(TopicWords.words());
    KNOWN.addAll(YesNo.words());
    KNOWN.addAll(Extras.words());
    KNOWN.addAll(PeopleWords.all());
    KNOWN.addAll(Company.words());
    MENDED.forEach(word -> BY_SOUND.putIfAbsent(Sound.of(word), word));
  }

  private static final Lately<String> NEAR = new Lately<>(4096, Vocabulary::near);

  private Vocabulary() {}

  /** {@code reservadla}, {@code apúntamela}: what is to be done with it, and nobody's name. */
  private static final FilteredPattern ORDER =
      FilteredPattern.compile(
          "(?:reserv|apunt|confirm|guard|anot|cancel|anul|cambi|agend|apart|bloque|registr|tramit|envi|mand|dej|pas|busc|mir|prepar)(?:a|ad|e|en|ar)(?:me|nos|te|se)?l[ao]s?|(?:hac|pon|cog|escog|elig|coj)(?:e|ed|er|a|an|ga|gan|emos|amos)?(?:me|nos)?l[ao]s?|haz(?:me|nos)?l[ao]|hag(?:a|an|amos)l[ao]|quedarnosla|quedamela");

  static boolean knows(String plain) {
    return KNOWN.contains(plain)
        || !plain.chars().allMatch(Character::isLetter)
        || ORDER.matcher(plain).matches();
  }

  static String mend(String plain) {
    String full = SHORT_FORMS.get(plain);
    if (full != null) {
      return full;
    }
    if (KNOWN.contains(plain)) {
      return plain;
    }
    String calm = calm(plain);
    if (KNOWN.contains(calm) || calm.length() < 4 || FirstNames.has(calm)) {
      return calm;
    }
    if (calm.length() == 4) {
      return BY_SOUND.getOrDefault(Sound.of(calm), calm);
    }
    return NEAR.of(calm);
  }

  private static String near(String calm) {
    String sounds = BY_SOUND.get(Sound.of(calm));
    return sounds != null
        ? sounds
        : MENDED.stream().filter(w -> OneSlip.between(calm, w)).findFirst().orElse(calm);
  }

  /** {@code siiii} is {@code si}. */
  private static String calm(String plain) {
    StringBuilder calm = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean third = i >= 2 && c == plain.charAt(i - 1) && c == plain.charAt(i - 2);
      if (!third || !Character.isLetter(c)) {
        calm.append(c);
      }
    }
    String twice = calm.toString();
    if (twice.length() == plain.length()) {
      return plain;
    }
    return KNOWN.contains(twice) ? twice : twice.replaceAll("([a-z])\\1", "$1");
  }
}
