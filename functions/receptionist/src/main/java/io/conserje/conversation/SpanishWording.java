package io.conserje.conversation;

import io.conserje.reservation.Refusal;
import io.conserje.reservation.ToTell;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The engine in Spanish, usted. */
final class SpanishWording implements Wording {

  private static final Locale LANGUAGE = Locale.of("es");

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
  public String toConfirm(
      LocalDateTime at, int partySize, String name, String reference, boolean aloud) {
    String kept =
        "Le guardamos mesa el %s para %s, a nombre de %s, con la referencia %s. "
            .formatted(SpokenDays.SPANISH.moment(at), people(partySize), name, reference);
    return kept
        + (aloud
            ? "¿Me la confirma ahora, por favor?"
            : "Le enviamos un mensaje: contéstenos sí o no para dejarla confirmada.");
  }

  @Override
  public String changed(LocalDateTime at, int partySize, String reference) {
    return "Su reserva %s queda cambiada: %s, %s."
        .formatted(reference, SpokenDays.SPANISH.moment(at), people(partySize));
  }

  @Override
  public String told(ToTell tell) {
    List<String> said = new ArrayList<>();
    tell.table().forEach(note -> said.add("Sobre su mesa: " + note.in(LANGUAGE) + "."));
    if (tell.until() != null) {
      said.add("La mesa es suya hasta las " + tell.until() + ".");
    }
    tell.dishes()
        .forEach(dish ->
            said.add("Con tan poca antelación, la cocina no puede garantizarle " + dish + "."));
    if (tell.late()) {
      said.add("Para otra vez, le agradecemos que nos avise con más tiempo.");
    }
    return String.join(" ", said);
  }

  @Override
  public String refused(Refusal why, int largestParty, String housePhone) {
    return switch (why) {
      case FULL -> "A esa hora no nos queda mesa.";
      case CLOSED -> "A esa hora no abrimos.";
      case BETWEEN_SITTINGS -> "Ese día tenemos turnos y a esa hora no empieza ninguno.";
      case OFF_THE_QUARTER -> "Las mesas se reservan cada cuarto de hora.";
      case PAST -> "Esa hora ya ha pasado.";
      case TOO_SOON ->
          "Con tan poca antelación no podemos reservarle mesa; llámenos al %s."
              .formatted(housePhone);
      case TOO_FAR_AHEAD -> "Todavía no aceptamos reservas con tanta antelación.";
      case PARTY_TOO_LARGE ->
          "Los grupos de más de %s los atiende una persona del equipo, en el %s."
              .formatted(people(largestParty), housePhone);
      case PARTY_TOO_SMALL -> "Necesitamos saber cuántas personas vienen.";
      case NO_SUCH_ZONE -> "No tenemos esa zona.";
      case NO_PETS_THERE -> "Ahí no pueden entrar mascotas.";
      case NO_HIGH_CHAIR -> "A esa hora no nos quedan tronas.";
      case NAME_MISSING -> "Necesitamos un nombre para la reserva.";
      case PHONE_INVALID -> "Ese número de teléfono no es correcto.";
      case MOBILE_NEEDED -> "Para poder avisarle necesitamos un número de móvil.";
      case NO_SUITABLE_TABLE ->
          "No tenemos una mesa adecuada para lo que necesita; llámenos al %s."
              .formatted(housePhone);
      case KEY_TAKEN -> "Esa petición ya se usó para otra reserva.";
      case NOT_FOUND -> "No encontramos esa reserva.";
      case TOO_LATE -> "Esa reserva ya no se puede cambiar.";
      case TOO_EARLY -> "Todavía es pronto para eso.";
      case TABLE_TAKEN -> "Su mesa está ocupada hasta la hora de la reserva.";
    };
  }

  @Override
  public String handedOver() {
    return "He pasado su petición al equipo, con todo lo que me ha dicho; una persona le contestará.";
  }

  @Override
  public String addedToRequest() {
    return "Se lo he añadido a su petición.";
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
