package io.conserje.outbound;

import io.conserje.conversation.SpokenDays;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The house in Spanish, usted. */
final class SpanishNotices implements NoticeWording {

  private static final SpokenDays DAYS = SpokenDays.SPANISH;

  @Override
  public String toConfirm(
      String house,
      LocalDateTime at,
      int partySize,
      String name,
      String reference,
      LocalDateTime until) {
    return "%s: le guardamos mesa el %s para %s, a nombre de %s (referencia %s). ¿La confirma?"
            .formatted(house, DAYS.moment(at), people(partySize), name, reference)
        + " Contéstenos sí o no antes del %s; después no podremos guardarla."
            .formatted(DAYS.moment(until));
  }

  @Override
  public String notConfirmed(String house, LocalDateTime at, int partySize, String reference) {
    return "%s: no nos ha llegado su sí, así que la reserva %s del %s para %s ya no está guardada."
        .formatted(house, reference, DAYS.moment(at), people(partySize));
  }

  @Override
  public String tooLateToConfirm(LocalDateTime at, int partySize) {
    return "Su respuesta ha llegado tarde: la mesa del %s para %s ya no estaba guardada."
        .formatted(DAYS.moment(at), people(partySize));
  }

  @Override
  public String waiting(LocalDateTime from, LocalDateTime until, int partySize, int position) {
    return "Queda en la lista de espera del %s%s para %s, en el puesto %d. Si se libera una mesa le"
            .formatted(DAYS.moment(from), until(from, until), people(partySize), position)
        + " escribimos enseguida.";
  }

  private static String until(LocalDateTime from, LocalDateTime until) {
    return until.equals(from) ? "" : " o hasta las " + DAYS.time(until.toLocalTime());
  }

  @Override
  public String leftWaitlist(LocalDate day) {
    return "Le hemos quitado de la lista de espera del %s.".formatted(DAYS.day(day));
  }

  @Override
  public String notOnWaitlist() {
    return "No está en ninguna lista de espera.";
  }

  @Override
  public String offered(
      String house, LocalDateTime at, int partySize, String reference, LocalDateTime until) {
    return "%s: se ha liberado una mesa el %s para %s (referencia %s). ¿La quiere? Conteste sí antes"
            .formatted(house, DAYS.moment(at), people(partySize), reference)
        + " de las %s y es suya; después se la ofrecemos a la siguiente persona."
            .formatted(DAYS.time(until.toLocalTime()));
  }

  @Override
  public String offerOver(String house, LocalDateTime at, int partySize) {
    return "%s: se ha pasado el plazo de la mesa del %s para %s y ya no se la guardamos."
        .formatted(house, DAYS.moment(at), people(partySize));
  }

  @Override
  public String waitedInVain(String house, LocalDate day) {
    return "%s: lo sentimos, el %s no se ha liberado ninguna mesa para usted."
        .formatted(house, DAYS.day(day));
  }

  private static String people(int partySize) {
    return partySize == 1 ? "1 persona" : partySize + " personas";
  }
}
