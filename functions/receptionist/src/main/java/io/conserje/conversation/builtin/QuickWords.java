package io.conserje.conversation.builtin;

/** The words of {@link QuickAnswers}, none longer than the button of a telephone's messenger. */
record QuickWords(
    String yes,
    String no,
    String changeSomething,
    String drop,
    String cancel,
    String keep,
    String confirm,
    String changeBooking,
    String cancelBooking,
    String day,
    String time,
    String people,
    String name,
    String otherDay,
    String otherTime,
    String otherDates) {

  private static final QuickWords SPANISH =
      new QuickWords(
          "Sí",
          "No, gracias",
          "No, cambiar algo",
          "Déjelo",
          "Sí, cancelar",
          "No, mantenerla",
          "Confirmar",
          "Cambiar la reserva",
          "Cancelar la reserva",
          "El día",
          "La hora",
          "Las personas",
          "El nombre",
          "Otro día",
          "Otra hora",
          "Otras fechas");

  private static final QuickWords ENGLISH =
      new QuickWords(
          "Yes",
          "No, thanks",
          "No, change it",
          "Forget it",
          "Yes, cancel",
          "No, keep it",
          "Confirm",
          "Change the booking",
          "Cancel the booking",
          "The day",
          "The time",
          "The people",
          "The name",
          "Another day",
          "Another time",
          "Other dates");

  static QuickWords in(Tongue tongue) {
    return tongue == Tongue.ENGLISH ? ENGLISH : SPANISH;
  }
}
