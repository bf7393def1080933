package io.conserje.call;

/** The house in Spanish. */
final class SpanishCall implements CallWording {

  @Override
  public String greeting(String house) {
    return house
        + ", le atiende el asistente automático. La llamada se graba. ¿En qué puedo ayudarle?";
  }

  @Override
  public String plainGreeting(String house) {
    return house + ", le atiende el asistente automático. ¿En qué puedo ayudarle?";
  }

  @Override
  public String recordedGreeting(String house) {
    return house
        + ", le atiende el asistente automático. "
        + mayBeRecorded()
        + " ¿En qué puedo ayudarle?";
  }

  @Override
  public String mayBeRecorded() {
    return "Esta llamada puede grabarse.";
  }

  @Override
  public String notRecorded() {
    return "De acuerdo, desde ahora no se graba la llamada.";
  }

  @Override
  public String backAgain() {
    return "Perdone, se ha cortado un momento. Ya le oigo de nuevo.";
  }

  @Override
  public String nobodyCame(boolean canBeCalled) {
    return "Lo siento, ahora no puede ponerse nadie. "
        + (canBeCalled
            ? "He dejado aviso para que le devuelvan la llamada."
            : "He dejado aviso de que ha llamado.")
        + " ¿Puedo ayudarle yo en algo?";
  }

  @Override
  public String noHouse() {
    return "Lo sentimos, este número no está en servicio. Compruebe el número, por favor.";
  }

  @Override
  public String transferring(String house) {
    return "Un momento, le paso con una persona de " + house + ".";
  }

  @Override
  public String oneMoment() {
    return "Un momento, por favor.";
  }

  @Override
  public String caller(String house, String name, String about) {
    String who = name.isBlank() ? "un cliente" : name;
    String what = about.isBlank() ? "" : " Ha dicho: " + about;
    return "Llamada para " + house + " de " + who + ", que quiere hablar con una persona." + what;
  }

  @Override
  public String nobodyElse() {
    return "Aquí no hay otro asistente: siga usted con la conversación.";
  }

  @Override
  public String invalidArguments() {
    return "Los datos han llegado incompletos o no encajan: compruébelos y vuelva a pedirlo con todos.";
  }

  @Override
  public String noSuchTool() {
    return "Eso no se puede hacer desde aquí.";
  }

  @Override
  public String trouble(String housePhone) {
    return "Ahora mismo hay un problema por nuestra parte y no se ha hecho nada. Se puede llamar al "
        + housePhone
        + ".";
  }

  @Override
  public String callUnknown() {
    return "No se sabe a qué casa pertenece esta llamada; no se ha hecho nada.";
  }

  @Override
  public String free(String day, String time, int people) {
    return "Hay mesa libre el "
        + day
        + " a las "
        + time
        + " para "
        + people
        + (people == 1 ? " persona." : " personas.");
  }

  @Override
  public String whoseBooking() {
    return "Pregunte a nombre de quién está esa reserva, y búsquela con la referencia y el nombre.";
  }

  @Override
  public String nothingFound() {
    return "No hay nada a nombre de quien llama.";
  }

  @Override
  public String notKnown(String housePhone) {
    return "La casa no lo ha dejado dicho; lo sabe una persona, en el " + housePhone + ".";
  }

  @Override
  public String insteadOf(String times) {
    return "Sí es posible " + times + ".";
  }

  @Override
  public String at(String day, String time) {
    return "el " + day + " a las " + time;
  }
}
