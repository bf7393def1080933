package io.conserje.handoff;

import io.conserje.conversation.SpokenDays;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.venue.Staffing.Fact;
import java.time.LocalDateTime;
import java.util.List;

/** The house in Spanish, usted. */
final class SpanishHandover implements HandoverWording {

  private static final SpokenDays DAYS = SpokenDays.SPANISH;

  @Override
  public String nobodyThere(LocalDateTime from) {
    return "Ahora mismo no hay nadie del equipo. He dejado su recado y le contestará una persona"
        + when(from)
        + ".";
  }

  @Override
  public String noted(LocalDateTime from) {
    return "He tomado nota de su recado. Le contestará una persona del equipo" + when(from) + ".";
  }

  private static String when(LocalDateTime from) {
    return from == null ? " en cuanto pueda" : " a partir del " + DAYS.moment(from);
  }

  @Override
  public String nobodyTookIt(String housePhone) {
    return "Lo siento, en este momento nadie del equipo ha podido atenderle. Puede llamar al "
        + housePhone
        + "; mientras tanto vuelvo a estar yo aquí, el asistente.";
  }

  @Override
  public String call(
      String house, Reason reason, List<String> facts, String summary, boolean waits) {
    String text = house + ": " + why(reason) + "\n" + String.join("\n", facts);
    String about = summary.isEmpty() ? "" : "\n«" + summary + "»";
    return text + about + (waits ? "\nConteste OK si lo lleva usted." : "");
  }

  private static String why(Reason reason) {
    return switch (reason) {
      case GROUP -> "un grupo espera respuesta.";
      case COMPLAINT -> "una queja espera respuesta.";
      case EMERGENCY -> "URGENCIA.";
      case WISH -> "un cliente quiere hablar con una persona.";
      case OTHER -> "un cliente espera a una persona.";
      case MESSAGE -> "un recado.";
    };
  }

  @Override
  public String fact(Fact fact, String value) {
    return switch (fact) {
          case NAME -> "Nombre: ";
          case PHONE -> "Teléfono: ";
          case DATE -> "Fecha: ";
          case TIME -> "Hora: ";
          case PARTY_SIZE -> "Personas: ";
          case NOTES -> "Notas: ";
        }
        + value;
  }

  @Override
  public String yours(String guest) {
    return "De acuerdo, lo lleva usted: " + guest + ". El asistente ya no contesta ahí.";
  }
}
