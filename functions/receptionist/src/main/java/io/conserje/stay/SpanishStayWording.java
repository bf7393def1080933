package io.conserje.stay;

import io.conserje.conversation.SpokenDays;
import io.conserje.stay.StayState.Cancelled;
import io.conserje.stay.StayState.Waiting;
import io.conserje.venue.NightsAllowed;
import io.conserje.venue.Venue;

/** Stays in Spanish, usted. */
final class SpanishStayWording implements StayWording {

  @Override
  public String booked(Stay stay, Venue venue) {
    return "Reserva confirmada en %s: %s, a nombre de %s. Total: %s.%s Su referencia es %s."
        .formatted(
            venue.name(),
            what(stay, venue),
            stay.guest().name() + notes(stay),
            money(stay.quote().total(), stay.quote().currency()),
            deposit(stay),
            stay.reference());
  }

  @Override
  public String kept(Stay stay, Venue venue) {
    String until =
        stay.state() instanceof Waiting waiting
            ? SpokenDays.SPANISH.moment(waiting.until().atZone(venue.zone()).toLocalDateTime())
            : "";
    return "Le guardamos hasta el %s: %s. Total: %s.%s Su referencia es %s."
        .formatted(
            until,
            what(stay, venue),
            money(stay.quote().total(), stay.quote().currency()),
            deposit(stay),
            stay.reference());
  }

  @Override
  public String changed(Stay stay, Venue venue) {
    return "Su reserva %s queda así: %s. Total: %s."
        .formatted(
            stay.reference(),
            what(stay, venue) + hours(stay) + notes(stay),
            money(stay.quote().total(), stay.quote().currency()));
  }

  @Override
  public String cancelled(Stay stay, Venue venue) {
    long owed = stay.state() instanceof Cancelled cancelled ? cancelled.owed() : 0;
    return "Su reserva %s (%s) queda cancelada%s."
        .formatted(
            stay.reference(),
            what(stay, venue),
            owed == 0
                ? " sin gastos"
                : "; los gastos de cancelación son " + money(owed, stay.quote().currency()));
  }

  @Override
  public String refused(StayRefusal why, Venue venue, NightsAllowed nights) {
    return switch (why) {
      case FULL -> "Para esas noches no nos queda ninguna.";
      case ROOM_TAKEN -> "A esas horas la habitación es de otro huésped.";
      case NOT_LET -> "Esa habitación no se alquila en esas fechas.";
      case CLOSED_TO_ARRIVAL -> "Ese día no admitimos llegadas.";
      case PAST -> "Ese día ya ha pasado.";
      case TOO_SOON -> "Es con muy poca antelación: llámenos al %s.".formatted(venue.phone());
      case TOO_FAR_AHEAD -> "Todavía no tomamos reservas para tan adelante.";
      case TOO_FEW_NIGHTS ->
          "En esas fechas la estancia mínima es de %s.".formatted(nights(nights.least()));
      case TOO_MANY_NIGHTS ->
          "En esas fechas la estancia máxima es de %s.".formatted(nights(nights.most()));
      case DEPARTURE_BEFORE_ARRIVAL -> "La salida tiene que ser después de la llegada.";
      case NO_ADULTS -> "Necesitamos saber cuántos adultos vienen.";
      case TOO_MANY_GUESTS ->
          "Para tantas personas hacen falta varias habitaciones; una persona del equipo le atiende en el %s."
              .formatted(venue.phone());
      case ROOM_TOO_SMALL -> "En esa habitación no caben todos.";
      case UNKNOWN_TYPE -> "No tenemos habitaciones así.";
      case NO_ROOMS -> "En esta casa no hay habitaciones.";
      case NAME_MISSING -> "Necesitamos un nombre para la reserva.";
      case NAME_TOO_LONG -> "Ese nombre es demasiado largo.";
      case NOTES_TOO_LONG -> "Es demasiado texto para anotarlo.";
      case PHONE_INVALID -> "Ese número de teléfono no es correcto.";
      case NOT_FOUND -> "No encontramos esa reserva.";
      case NOT_POSSIBLE -> "Con esa reserva eso ya no se puede hacer, o todavía no.";
      case HOLD_OVER -> "El plazo en que le guardábamos la habitación ha terminado.";
      case HELD_LONG_ENOUGH -> "No podemos guardársela más tiempo sin confirmar.";
      case OUTSIDE_HOURS ->
          "Se puede entrar desde las %s y salir hasta las %s."
              .formatted(
                  venue.lodging().terms().earlyCheckIn().limit(),
                  venue.lodging().terms().lateCheckOut().limit());
      case KEY_USED -> "Esa petición ya se atendió con otra reserva.";
    };
  }

  @Override
  public String money(long amount, String currency) {
    String number = StayWordings.decimal(amount, currency, ',');
    return number + " " + (currency.equals("EUR") ? "€" : currency);
  }

  private static String what(Stay stay, Venue venue) {
    String room = venue.lodging().type(stay.type()).map(t -> t.called("es")).orElse(stay.type());
    return "habitación %s, del %s al %s, %s, %s"
        .formatted(
            room,
            SpokenDays.SPANISH.day(stay.nights().arrival()),
            SpokenDays.SPANISH.day(stay.nights().departure()),
            nights(stay.nights().count()),
            people(stay.party()));
  }

  private static String hours(Stay stay) {
    String early = stay.hours().from() == null ? "" : ", entrada desde las " + stay.hours().from();
    return early
        + (stay.hours().until() == null ? "" : ", salida hasta las " + stay.hours().until());
  }

  private String deposit(Stay stay) {
    return stay.quote().deposit() == 0
        ? ""
        : " Señal: " + money(stay.quote().deposit(), stay.quote().currency()) + ".";
  }

  private static String nights(int count) {
    return count == 1 ? "1 noche" : count + " noches";
  }

  private static String people(Party party) {
    String adults = party.adults() == 1 ? "1 adulto" : party.adults() + " adultos";
    String children =
        switch (party.children()) {
          case 0 -> "";
          case 1 -> " y 1 niño";
          default -> " y " + party.children() + " niños";
        };
    return adults
        + children
        + switch (party.cots()) {
          case 0 -> "";
          case 1 -> ", con 1 cuna";
          default -> ", con " + party.cots() + " cunas";
        };
  }

  private static String notes(Stay stay) {
    return stay.notes().isEmpty() ? "" : " (nota: " + stay.notes() + ")";
  }
}
