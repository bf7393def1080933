package io.conserje.conversation;

import java.time.LocalDateTime;

/** The engine in Spanish, usted. */
final class SpanishWording implements Wording {

  @Override
  public String booked(
      LocalDateTime at, int partySize, String name, String reference, String house) {
    return "Reserva confirmada en %s: %s, %s, a nombre de %s. Su referencia es %s. ¡%s esperamos!"
        .formatted(
            house,
            SpokenDays.SPANISH.moment(at),
            people(partySize),
            name,
            reference,
            partySize == 1 ? "Le" : "Les");
  }

  @Override
  public String cancelled(LocalDateTime at, int partySize, String reference) {
    return "Su reserva %s del %s para %s queda cancelada."
        .formatted(reference, SpokenDays.SPANISH.moment(at), people(partySize));
  }

  @Override
  public String tooManyMessages() {
    return "Hemos recibido muchos mensajes suyos seguidos. Denos un momento, por favor, y"
        + " escríbanos de nuevo en unos minutos.";
  }

  @Override
  public String troubleOnOurSide(String housePhone) {
    return "Disculpe, ahora mismo tenemos un problema por nuestra parte. Si es urgente, llámenos al"
        + " %s.".formatted(housePhone);
  }

  private static String people(int partySize) {
    return partySize == 1 ? "1 persona" : partySize + " personas";
  }
}
