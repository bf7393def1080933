package io.conserje.conversation.builtin;

import io.conserje.conversation.SpokenDays;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Spanish, usted, warm and short. */
final class SpanishMore implements MoreSayings {

  static final MoreSayings INSTANCE = new SpanishMore();
  private static final SpokenDays DAYS = SpokenDays.SPANISH;

  private SpanishMore() {}

  @Override
  public String askPhone() {
    return "¿Me deja un número de teléfono?";
  }

  @Override
  public String phoneNotUnderstood() {
    return "Perdone, ese número no me sale completo. ¿Me repite el teléfono, con todas sus cifras y,"
        + " si no es de aquí, con el prefijo de su país?";
  }

  @Override
  public String tellUs() {
    return "Sí, díganoslo por aquí en cuanto lo sepa y lo vemos.";
  }

  @Override
  public String phoneIsEnough() {
    return "Gracias; con el teléfono me basta.";
  }

  @Override
  public String expected() {
    return "Gracias por avisar, no se preocupe: aquí les esperamos.";
  }

  @Override
  public String phoneGoOn() {
    return "Lo voy apuntando. ¿Cómo sigue el número de teléfono?";
  }

  @Override
  public String phoneNeeded() {
    return "Lo necesito solo para poder avisarle si hay algún cambio con su reserva. ¿Qué número de"
        + " teléfono pongo?";
  }

  @Override
  public String personInstead() {
    return "Sin un teléfono no puedo dejarla hecha por aquí. ¿Quiere que le pase con una persona del"
        + " equipo?";
  }

  @Override
  public String whatToChange(Found was) {
    return "Su reserva: %s, %s. ¿Qué quiere cambiar: el día, la hora, las personas…?"
        .formatted(DAYS.moment(was.at()), people(was.party()));
  }

  @Override
  public String whichToChange(List<Found> found) {
    List<String> lines = new ArrayList<>();
    for (Found one : found) {
      lines.add(
          "%d) %s, %s".formatted(lines.size() + 1, DAYS.moment(one.at()), people(one.party())));
    }
    return "Tiene varias reservas: %s. ¿Cuál cambio?".formatted(String.join("; ", lines));
  }

  @Override
  public String confirmChange(Found was, Becomes becomes) {
    String extra =
        (becomes.zone() == null ? "" : ", " + zone(becomes.zone()))
            + (becomes.name() == null ? "" : ", a nombre de " + becomes.name())
            + (becomes.notes() == null ? "" : " (nota: " + becomes.notes() + ")");
    return "Su reserva es: %s, %s. Quedaría así: %s, %s%s. ¿La cambio?"
        .formatted(
            DAYS.moment(was.at()),
            people(was.party()),
            DAYS.moment(becomes.at()),
            people(becomes.party()),
            extra);
  }

  @Override
  public String staysAsItWas(Found was) {
    return "Su reserva sigue como estaba: %s, %s."
        .formatted(DAYS.moment(was.at()), people(was.party()));
  }

  @Override
  public String nothingToChange(Found was) {
    return "Así está ya su reserva: %s, %s.".formatted(DAYS.moment(was.at()), people(was.party()));
  }

  @Override
  public String nothingToConfirm() {
    return "No veo ninguna reserva suya pendiente de confirmar.";
  }

  @Override
  public String askReference() {
    return "No encuentro ninguna reserva suya desde aquí. ¿Tiene la referencia de la reserva?";
  }

  @Override
  public String notYours(String phone) {
    return "Por seguridad, sin el código de la reserva y el nombre solo puedo tocar las hechas desde"
        + " su número o en esta conversación. Para esa, llámenos al %s y lo miran."
            .formatted(phone);
  }

  @Override
  public String askWhose() {
    return "¿A nombre de quién está esa reserva?";
  }

  @Override
  public String noneCalled(String reference, String name) {
    String under = name.isEmpty() ? "" : " a nombre de " + name;
    return "Con el código %s%s no encuentro ninguna reserva. ¿Me repite el código, y a nombre de quién está?"
        .formatted(reference, under);
  }

  @Override
  public String notOthers() {
    return "De las reservas de otras personas no puedo dar datos ni tocarlas; tendría que pedirlo la"
        + " persona que reservó.";
  }

  @Override
  public String sorry() {
    return "Siento mucho lo ocurrido, le pido disculpas.";
  }

  @Override
  public String emergency(String phone) {
    return "Llame ahora mismo al 112. Si está en la casa, avise al personal o llame al %s."
        .formatted(phone);
  }

  @Override
  public String calm() {
    return "Prefiero que nos tratemos con respeto. Si puedo ayudarle con algo de la casa, dígame.";
  }

  @Override
  public String noMatter() {
    return "No se preocupe, no pasa nada. Si necesita algo, aquí estoy.";
  }

  @Override
  public String onlyForBookings() {
    return "Eso no puedo hacerlo; estoy para ayudarle con reservas y preguntas de la casa.";
  }

  @Override
  public String takingOver() {
    return "No consigo entenderle bien, así que aviso a una persona del equipo.";
  }

  @Override
  public String groupByPerson() {
    return "Los grupos así los prepara una persona del equipo; se lo paso con los datos.";
  }

  @Override
  public String askOccasion() {
    return "¿Celebran algo o hay algo que debamos saber, como alergias o niños?";
  }

  @Override
  public String welcomeBack(String name) {
    return "¡Qué gusto saludarle de nuevo, %s!".formatted(name);
  }

  @Override
  public String stillThere() {
    return "Aquí sigo, sin prisa.";
  }

  @Override
  public String next() {
    return "Vamos con lo siguiente.";
  }

  @Override
  public String thereIsAWaitlist() {
    return "Sí, hay lista de espera.";
  }

  @Override
  public String about(LocalDateTime at) {
    return "He mirado el %s.".formatted(DAYS.moment(at));
  }

  static String people(int party) {
    return party == 1 ? "1 persona" : party + " personas";
  }

  static String zone(String zone) {
    return switch (zone) {
      case "terrace" -> "en la terraza";
      case "inside" -> "en el interior";
      default -> "en " + zone;
    };
  }
}
