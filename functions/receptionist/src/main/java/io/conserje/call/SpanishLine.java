package io.conserje.call;

import java.util.List;
import java.util.regex.Pattern;

/** The house on the line in Spanish. */
final class SpanishLine implements LineWording {

  private static final Pattern BOOKING =
      Pattern.compile("(?iu)\\b(?:mesas?|reserv\\p{L}*|habitaci\\p{L}*|noches?|personas|sitio)\\b");

  private static final List<String> LOOKING =
      List.of(
          "Un momento, por favor, que lo miro.",
          "Deme un segundo, que lo compruebo.",
          "Enseguida se lo digo.");

  private static final List<String> LOOKING_INTO_THE_BOOK =
      List.of(
          "Un momento, por favor, que miro las reservas.", "Deme un segundo, que miro el libro.");

  private static final List<String> STILL =
      List.of("Sigo mirándolo, un momento más, por favor.", "Ya casi está, perdone la espera.");

  private static String at(List<String> phrases, int time) {
    return phrases.get(time % phrases.size());
  }

  @Override
  public String lookingItUp(String about, int time) {
    return at(BOOKING.matcher(about).find() ? LOOKING_INTO_THE_BOOK : LOOKING, time);
  }

  @Override
  public String stillLooking(int time) {
    return at(STILL, time);
  }

  @Override
  public String cannotAnswer() {
    return "Perdone, ahora mismo no consigo mirarlo. No cuelgue, por favor.";
  }

  @Override
  public String stillThere(String question) {
    return ("¿Sigue ahí? " + question).strip();
  }

  @Override
  public String stillThereAgain(String question) {
    return ("No le oigo. ¿Me oye usted? " + question).strip();
  }

  @Override
  public String nobodyThere() {
    return "Parece que se ha cortado. Puede volver a llamarnos cuando quiera. Adiós.";
  }

  @Override
  public String takeYourTime() {
    return "Claro, aquí espero.";
  }

  @Override
  public String cannotHear() {
    return "Perdone, no le oigo bien. ¿Puede repetirlo?";
  }

  @Override
  public String oneMinuteMore() {
    return "Perdone que le avise: a esta llamada le queda un minuto.";
  }

  @Override
  public String timeIsOver() {
    return "Se nos ha acabado el tiempo de esta llamada. No cuelgue, por favor.";
  }

  @Override
  public String aPersonPlease() {
    return "Quiero hablar con una persona.";
  }

  @Override
  public String yes() {
    return "Sí.";
  }

  @Override
  public String no() {
    return "No.";
  }
}
