package io.conserje.conversation.builtin;

import java.time.LocalTime;
import java.util.List;

/** What is said of the house beside what it has written down itself. Facts come in as arguments. */
enum HouseSayings {
  SPANISH(
      "No tenemos habitaciones: somos %s, solo restaurante.",
      "Tenemos estas habitaciones: %s.",
      "%s desde %s la noche",
      "Se puede cancelar sin coste hasta %d horas antes.",
      "Una mesa se puede reservar para %d personas como máximo; para grupos mayores le atiende una"
          + " persona del equipo.",
      "Puedo buscarle habitación, consultar, cambiar o cancelar su reserva y decirle lo que sé del"
          + " hotel.",
      "Cerramos %s.",
      "a las ",
      " y ",
      "%s, hasta %d personas",
      "%s en la %s",
      "Por cada niño se paga, por noche: %s.",
      "En esa habitación no hay cama para niños.",
      "De lo otro que pregunta no tengo información; se lo dirán con gusto en el %s."),
  ENGLISH(
      "We have no rooms: %s is a restaurant only.",
      "These are our rooms: %s.",
      "%s from %s a night",
      "You can cancel free of charge until %d hours before.",
      "A table can be booked for at most %d people; for larger groups somebody of our team will see"
          + " to you.",
      "I can find you a room, look up, change or cancel your booking, and tell you what I know of"
          + " the hotel.",
      "We close %s.",
      "at ",
      " and ",
      "%s, for up to %d",
      "%s in the %s",
      "A child pays, a night: %s.",
      "There is no bed for children in that room.",
      "As for the rest, I'm afraid I don't know; they will gladly tell you on %s.");

  /** To a guest who writes in neither language. */
  static final String OTHER_TONGUE =
      "Puedo atenderle en español o en inglés. I can help you in English or Spanish.";

  private final String noRooms;
  private final String rooms;
  private final String from;
  private final String cancelling;
  private final String largest;
  private final String abilities;
  private final String closing;
  private final String at;
  private final String and;
  private final String sleeps;
  private final String childIn;
  private final String children;
  private final String noChildren;
  private final String restUnknown;

  HouseSayings(
      String noRooms,
      String rooms,
      String from,
      String cancelling,
      String largest,
      String abilities,
      String closing,
      String at,
      String and,
      String sleeps,
      String childIn,
      String children,
      String noChildren,
      String restUnknown) {
    this.noRooms = noRooms;
    this.rooms = rooms;
    this.from = from;
    this.cancelling = cancelling;
    this.largest = largest;
    this.abilities = abilities;
    this.closing = closing;
    this.at = at;
    this.and = and;
    this.sleeps = sleeps;
    this.childIn = childIn;
    this.children = children;
    this.noChildren = noChildren;
    this.restUnknown = restUnknown;
  }

  /** When the last guest leaves. */
  String closing(List<LocalTime> hours) {
    return closing.formatted(Lists.joined(hours.stream().map(h -> at + h).toList(), and));
  }

  static HouseSayings in(Tongue tongue) {
    return tongue == Tongue.ENGLISH ? ENGLISH : SPANISH;
  }

  String noRooms(String house) {
    return noRooms.formatted(house);
  }

  /**
   * @param price empty where none is known
   */
  String room(String called, String price) {
    return price.isEmpty() ? called : from.formatted(called, price);
  }

  /** Of several questions one was answered. */
  String restUnknown(String phone) {
    return restUnknown.formatted(phone);
  }

  /** How many it takes. */
  String sleeps(String room, int people) {
    return sleeps.formatted(room, people);
  }

  String childIn(String called, String price) {
    return childIn.formatted(price, called);
  }

  /** What a child costs in each room that takes one. */
  String children(List<String> each) {
    return children.formatted(Lists.joined(each, and));
  }

  String noChildren() {
    return noChildren;
  }

  String rooms(List<String> each) {
    String one = each.getFirst();
    return each.size() == 1
        ? Character.toUpperCase(one.charAt(0)) + one.substring(1) + "."
        : rooms.formatted(Lists.joined(each, and));
  }

  /** In a house with rooms. */
  String abilities() {
    return abilities;
  }

  String largest(int people) {
    return largest.formatted(people);
  }

  String cancelling(int hours) {
    return cancelling.formatted(hours);
  }
}
