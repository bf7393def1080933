package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolSpec.Parameter;
import io.conserje.guest.Guest;
import io.conserje.stay.By;
import io.conserje.stay.ChangeStay;
import io.conserje.stay.Party;
import io.conserje.stay.StayGuest;
import io.conserje.stay.StayRequest;
import io.conserje.stay.StayWish;
import java.time.LocalTime;
import java.util.List;

/** How a model asks about stays: the same in every tool. */
record Asking(Arguments arguments, Tool.Context context) {

  static final Parameter ARRIVAL =
      new Parameter("arrival", "string", "day of arrival, yyyy-mm-dd", true);
  static final Parameter DEPARTURE =
      new Parameter("departure", "string", "day of departure, yyyy-mm-dd", true);
  static final Parameter ADULTS = new Parameter("adults", "integer", "how many adults", true);
  static final Parameter CHILDREN =
      new Parameter("children", "integer", "how many children who need a bed", false);
  static final Parameter COTS =
      new Parameter("cots", "integer", "how many babies who need a cot", false);
  static final Parameter ROOM_TYPE =
      new Parameter(
          "room_type", "string", "as the guest calls it; left out: the cheapest that fits", false);
  static final Parameter NAME = new Parameter("name", "string", "who the room is for", true);
  static final Parameter PHONE =
      new Parameter("phone", "string", "only if the channel gives no number", false);
  static final Parameter REFERENCE =
      new Parameter("reference", "string", "as find_stay gave it", true);

  static final Parameter TIME =
      new Parameter("time", "string", "HH:mm; left out: as far as the house allows", false);

  static final Parameter NOTES =
      new Parameter("notes", "string", "allergies, occasion, late arrival …", false);

  static final List<Parameter> WISH =
      List.of(ARRIVAL, DEPARTURE, ADULTS, CHILDREN, COTS, ROOM_TYPE);

  StayWish wish() {
    return new StayWish(
        context.venue(),
        arguments.date("arrival"),
        arguments.date("departure"),
        arguments.text("room_type"),
        new Party(
            arguments.number("adults"),
            arguments.numberIfAny("children"),
            arguments.numberIfAny("cots")),
        context.now().toInstant());
  }

  StayGuest guest() {
    String known = context.guest().phone();
    String phone = known.isBlank() ? arguments.text("phone") : known;
    return new StayGuest(
        new Guest(arguments.text("name"), phone),
        arguments.text("notes"),
        context.channel(),
        context.conversation());
  }

  StayRequest request() {
    return new StayRequest(
        context.venue(),
        arguments.text("reference"),
        By.guest(context.guest().phone(), context.conversation()),
        context.key(),
        context.now().toInstant());
  }

  ChangeStay.Change change() {
    return new ChangeStay.Change(
        arguments.has("arrival") ? arguments.date("arrival") : null,
        arguments.has("departure") ? arguments.date("departure") : null,
        arguments.text("room_type"),
        number("adults"),
        number("children"),
        number("cots"),
        arguments.text("notes"));
  }

  private Integer number(String name) {
    return arguments.has(name) ? arguments.number(name) : null;
  }

  LocalTime time() {
    return arguments.has("time") ? arguments.time() : null;
  }

  static Parameter optional(Parameter parameter) {
    return new Parameter(parameter.name(), parameter.type(), parameter.description(), false);
  }
}
