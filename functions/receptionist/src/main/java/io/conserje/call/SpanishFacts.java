package io.conserje.call;

import io.conserje.conversation.SpokenDays;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;

/** Facts in Spanish. */
final class SpanishFacts implements FactWording {

  @Override
  public String table(
      String reference, String when, int people, String name, String zone, boolean pending) {
    return "Reserva "
        + reference
        + ": mesa para "
        + persons(people)
        + " el "
        + when
        + (name.isEmpty() ? "" : ", a nombre de " + name)
        + (zone.isEmpty() ? "" : ", zona " + zone)
        + (pending ? ", pendiente de confirmar." : ".");
  }

  @Override
  public String usual(String time, int people, String name, String zone) {
    return "La última vez vino a las "
        + time
        + " con mesa para "
        + persons(people)
        + (name.isEmpty() ? "" : ", a nombre de " + name)
        + (zone.isEmpty() ? "" : ", zona " + zone)
        + ".";
  }

  @Override
  public String noted(String note) {
    return "Nota: " + note + ".";
  }

  @Override
  public String hours(String days, List<Meal> meals) {
    return meals.isEmpty()
        ? days + ", cerrado."
        : days
            + ", se puede reservar "
            + meals.stream().map(SpanishFacts::meal).collect(Collectors.joining(" y "))
            + ".";
  }

  private static String meal(Meal meal) {
    String what =
        switch (meal.name()) {
          case "breakfast" -> "desayuno ";
          case "lunch" -> "comida ";
          case "dinner" -> "cena ";
          default -> "";
        };
    boolean closes = !meal.closes().isEmpty() && !meal.closes().equals(meal.last());
    return what
        + "desde las "
        + meal.first()
        + " hasta las "
        + meal.last()
        + (closes ? ", con cierre a las " + meal.closes() : "");
  }

  @Override
  public String days(DayOfWeek first, DayOfWeek last) {
    String from = SpokenDays.SPANISH.weekday(first);
    return first == last ? from : "de " + from + " a " + SpokenDays.SPANISH.weekday(last);
  }

  @Override
  public String address(String address) {
    return "La dirección es " + address + ".";
  }

  @Override
  public String phone(String phone) {
    return "El teléfono es el " + phone + ".";
  }

  @Override
  public String policy(String rule, String value) {
    return switch (rule) {
      case "largest_party" -> "Se reservan mesas para un máximo de " + value + " personas.";
      case "free_cancellation_hours" ->
          value.equals("0")
              ? "Anular no cuesta nada hasta el último momento."
              : "Anular no cuesta nada hasta " + count(value, "hora") + " antes.";
      case "late_after_minutes" -> "La mesa se guarda " + count(value, "minuto") + ".";
      case "check_in_from" -> "La entrada es desde las " + value + ".";
      case "check_out_until" -> "La salida es hasta las " + value + ".";
      case "late_cancellation_per_cent_of_first_night" ->
          "Anular más tarde cuesta el " + value + "% de la primera noche.";
      case "no_show_per_cent_of_first_night" ->
          "No venir sin avisar cuesta el " + value + "% de la primera noche.";
      case "deposit_per_cent" ->
          value.equals("0") ? "" : "Se paga una señal del " + value + "% por adelantado.";
      case "deposit_first_night" ->
          value.equals("true") ? "Se paga la primera noche por adelantado." : "";
      case "late_check_out_until" ->
          "Con suplemento se puede salir hasta las " + value + ", si la habitación está libre.";
      case "early_check_in_from" ->
          "Con suplemento se puede entrar desde las " + value + ", si la habitación está libre.";
      default -> "";
    };
  }

  @Override
  public String room(String called, int adults, int children, String from) {
    return called
        + ", para "
        + people(adults, children, 0)
        + (from.isEmpty() ? "" : ", desde " + from + " la noche");
  }

  @Override
  public String rooms(String all) {
    return "Las habitaciones son: " + all + ".";
  }

  @Override
  public String noRooms() {
    return "La casa no tiene habitaciones.";
  }

  @Override
  public String altogether(String total) {
    return "Todas las habitaciones juntas cuestan " + total + ".";
  }

  @Override
  public String notAll() {
    return "No quedan todas las habitaciones que se piden para esas noches.";
  }

  @Override
  public String notKnown(List<String> questions) {
    return "No consta nada de esto: " + String.join("; ", questions);
  }

  @Override
  public String nights(Nights nights) {
    return nights.room()
        + ", del "
        + nights.arrival()
        + " al "
        + nights.departure()
        + ", "
        + count(String.valueOf(nights.count()), "noche");
  }

  @Override
  public String free(String offers) {
    return "Está libre: " + offers;
  }

  @Override
  public String noneFree() {
    return "No queda ninguna habitación libre.";
  }

  @Override
  public String stay(String reference, String nights, String people, String name) {
    return "Reserva "
        + reference
        + ": "
        + nights
        + (people.isEmpty() ? "" : ", " + people)
        + (name.isEmpty() ? "" : ", a nombre de " + name);
  }

  @Override
  public String people(int adults, int children, int cots) {
    return count(String.valueOf(adults), "adulto")
        + (children == 0 ? "" : " y " + count(String.valueOf(children), "niño"))
        + (cots == 0 ? "" : ", con " + count(String.valueOf(cots), "cuna"));
  }

  @Override
  public String total(String amount) {
    return "total " + amount;
  }

  @Override
  public String touristTax(String amount) {
    return "incluida la tasa turística de " + amount;
  }

  @Override
  public String deposit(String amount) {
    return "señal de " + amount;
  }

  @Override
  public String cancelling(String freeUntil, String fee) {
    String free = "anular es gratis hasta el " + freeUntil;
    return fee.isEmpty() ? free : free + " y después cuesta " + fee;
  }

  @Override
  public String keptUntil(String moment) {
    return "guardada sin confirmar hasta el " + moment;
  }

  private static String persons(int people) {
    return count(String.valueOf(people), "persona");
  }

  private static String count(String number, String noun) {
    return number + " " + noun + (number.equals("1") ? "" : "s");
  }
}
