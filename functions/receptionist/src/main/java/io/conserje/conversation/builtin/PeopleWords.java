package io.conserje.conversation.builtin;

import java.util.HashSet;
import java.util.Set;

/** The words that stand around a number of people. */
final class PeopleWords {

  static final Set<String> PEOPLE =
      words(
          """
          persona personas pers per pax comensal comensales adulto adultos adulta adultas nino
          ninos nina ninas bebe bebes chico chicos invitado invitados cubiertos cubierto amigos
          peques person persons people ppl guest guests adult adults kid kids child children
          baby babies cover covers friends diners personitas plazas seats toddler toddlers us
          grownups crio crios cria crias nene nenes nena nenas menor menores mayores grandes infant infants adolescentes jubilados
          individuos colegas sitios riders cyclists hikers runners players students members pilgrims women men
          ladies lads blokes hombres mujeres senoras chicas ciclistas peregrinos jugadores alumnos estudiantes
          """);

  static final Set<String> COUPLES = words("parejas matrimonios couples pairs");

  /** After these a number is a number of people, unless it is an hour or a day. */
  static final Set<String> BEFORE =
      words(
          """
          para somos seremos seriamos eramos estaremos vamos venimos iremos vendremos
          vendriamos iriamos ellos ellas seriais serian seran sera seamos for de were are be party mesa
          grupo table solo only just total nosotros familia family theres therell sino
          """);

  static final Set<String> BETWEEN =
      words(
          """
          unos unas about around aprox aproximadamente como of a ser los las the total solo will
          now ya ahora finalmente son
          """);

  /** What else is counted. */
  static final Set<String> UNITS =
      words(
          """
          h hs horas hours noches nights dias days min mins minuto minutos minutitos minute
          minutes semanas weeks mesas tables habitaciones rooms cuartos dobles doubles
          individuales singles camas beds kilos kg kgs kilo euros anos metros estrellas
          coches cars pm am oclock
          """);

  private PeopleWords() {}

  static Set<String> all() {
    Set<String> all = new HashSet<>(PEOPLE);
    all.addAll(BEFORE);
    all.addAll(BETWEEN);
    all.addAll(PartyPhrases.FIXED.words());
    return all;
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
