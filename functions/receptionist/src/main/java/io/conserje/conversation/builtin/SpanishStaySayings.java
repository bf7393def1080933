package io.conserje.conversation.builtin;

import io.conserje.conversation.SpokenDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Rooms in Spanish, usted. */
final class SpanishStaySayings implements StaySayings {

  static final StaySayings INSTANCE = new SpanishStaySayings();
  private static final SpokenDays DAYS = SpokenDays.SPANISH;

  private SpanishStaySayings() {}

  @Override
  public String askArrival() {
    return "¿Qué día llegarían?";
  }

  @Override
  public String askNights() {
    return "¿Cuántas noches se quedarán?";
  }

  @Override
  public String askGuests() {
    return "¿Cuántas personas serán? Si vienen niños, dígame cuántos.";
  }

  @Override
  public String askRoom(List<RoomOffer> offers) {
    return "Tengo libre, %s: %s. ¿Qué habitación prefiere?"
        .formatted(dates(offers.getFirst()), Lists.joined(prices(offers), " o "));
  }

  private static List<String> prices(List<RoomOffer> offers) {
    return offers.stream().map(o -> o.called() + " por " + o.total()).toList();
  }

  @Override
  public String price(RoomOffer offer) {
    String night = offer.night().isEmpty() ? "" : " (" + offer.night() + " la noche)";
    return "La habitación %s, %s, sale por %s en total%s."
        .formatted(offer.called(), dates(offer), offer.total(), night);
  }

  @Override
  public String perNight(List<RoomOffer> offers) {
    return "Por noche: %s."
        .formatted(
            Lists.joined(offers.stream().map(o -> o.called() + " " + o.night()).toList(), " y "));
  }

  @Override
  public String askName() {
    return "¿A nombre de quién pongo la reserva?";
  }

  @Override
  public String instead(List<RoomOffer> offers) {
    List<String> lines = new ArrayList<>();
    for (RoomOffer offer : offers) {
      lines.add("habitación %s, %s, por %s".formatted(offer.called(), dates(offer), offer.total()));
    }
    return "Puedo ofrecerle %s. ¿Le va bien%s?%s"
        .formatted(
            Lists.joined(lines, "; o "),
            offers.size() > 1 ? " alguna" : "",
            RoomOffer.onlyRoomsDiffer(offers) ? " Dígame qué habitación prefiere." : "");
  }

  @Override
  public String otherDates() {
    return "¿Quiere que mire otras fechas u otra habitación?";
  }

  @Override
  public String readBack(RoomOffer offer, StayPlan plan, LocalDateTime now) {
    return "Le confirmo los datos: habitación %s, %s, %s, a nombre de %s%s. Total: %s%s.%s ¿La reservo?"
        .formatted(
            offer.called(),
            dates(offer),
            people(plan),
            plan.name(),
            plan.notes() == null ? "" : " (nota: " + plan.notes() + ")",
            offer.total(),
            offer.deposit().isEmpty() ? "" : ", con una señal de " + offer.deposit(),
            cancellation(offer, now));
  }

  private static String cancellation(RoomOffer offer, LocalDateTime now) {
    if (offer.freeUntil() == null || offer.fee().isEmpty()) {
      return "";
    }
    return offer.freeUntil().isAfter(now)
        ? " Se cancela gratis hasta el %s; después son %s."
            .formatted(DAYS.moment(offer.freeUntil()), offer.fee())
        : " Si cancela, son %s.".formatted(offer.fee());
  }

  @Override
  public String oneByOne(int rooms) {
    return "Son %d habitaciones: las reservo una tras otra. Empiezo por la primera."
        .formatted(rooms);
  }

  @Override
  public String wishesHours(boolean late, String hour) {
    String what = late ? "desea salir más tarde" : "desea entrar antes";
    return hour.isEmpty() ? what : what + ", a las " + hour;
  }

  @Override
  public String altogether(String total) {
    return "Todas las habitaciones juntas salen por %s.".formatted(total);
  }

  @Override
  public String notAll() {
    return "Le aviso de que para esas noches no me quedan todas las habitaciones que pide; la primera sí.";
  }

  @Override
  public String sleeping(String room, int adults, int children) {
    return "%s (%s)".formatted(room, people(StayPlan.NONE.forAdults(adults).forChildren(children)));
  }

  @Override
  public String parted(List<String> rooms) {
    return "En una sola habitación no caben, pero sí en %d: %s. Las reservo una tras otra; si las prefieren de otra manera, dígamelo."
        .formatted(rooms.size(), Lists.joined(rooms, " y "));
  }

  @Override
  public String nextRoom() {
    return "Vamos ahora con la siguiente habitación.";
  }

  @Override
  public String noMore() {
    return "De acuerdo, no reservo ninguna más; lo que ya estaba reservado sigue en pie.";
  }

  @Override
  public String whatToChange() {
    return "¿Qué cambiamos: las fechas, la habitación, las personas o el nombre?";
  }

  @Override
  public String dropped() {
    return "De acuerdo, no reservo nada. Si cambia de idea, aquí me tiene.";
  }

  @Override
  public String stays(List<RoomOffer> found) {
    return found.size() == 1
        ? "Tiene una reserva: %s.".formatted(full(found.getFirst()))
        : "Tiene estas reservas: %s.".formatted(numbered(found));
  }

  @Override
  public String which(List<RoomOffer> found) {
    return "Tiene varias reservas: %s. ¿Cuál de ellas?".formatted(numbered(found));
  }

  private static String numbered(List<RoomOffer> found) {
    List<String> lines = new ArrayList<>();
    for (RoomOffer one : found) {
      lines.add("%d) %s".formatted(lines.size() + 1, full(one)));
    }
    return String.join("; ", lines);
  }

  private static String full(RoomOffer stay) {
    return "habitación %s, %s, a nombre de %s, referencia %s"
        .formatted(stay.called(), dates(stay), stay.name(), stay.reference());
  }

  @Override
  public String confirmCancel(RoomOffer stay, LocalDateTime now) {
    boolean free =
        stay.fee().isEmpty() || stay.freeUntil() != null && stay.freeUntil().isAfter(now);
    return "Su reserva es: %s. %s ¿La cancelo?"
        .formatted(
            full(stay),
            free
                ? "Cancelarla ahora es gratis, sin coste alguno."
                : "Cancelarla ahora cuesta %s.".formatted(stay.fee()));
  }

  @Override
  public String kept(RoomOffer stay) {
    return "De acuerdo, su reserva sigue como estaba: habitación %s, %s."
        .formatted(stay.called(), dates(stay));
  }

  @Override
  public String confirmChange(RoomOffer was, StayPlan becomes, String total) {
    return "Su reserva es: habitación %s, %s. Quedaría así: habitación %s, %s, %s%s. ¿La cambio?"
        .formatted(
            was.called(),
            dates(was),
            becomes.room(),
            dates(becomes.arrival(), becomes.departure()),
            people(becomes),
            total.isEmpty() ? "" : ", por " + total + " en total");
  }

  @Override
  public String askChange(RoomOffer was) {
    return "Su reserva: %s. ¿Qué quiere cambiar: las fechas, la habitación o las personas?"
        .formatted(full(was));
  }

  @Override
  public String confirmHours(RoomOffer stay, boolean late, LocalTime time, int perCent) {
    String what =
        late ? "salir el " + DAYS.day(stay.departure()) : "entrar el " + DAYS.day(stay.arrival());
    return "Para %s%s hay un suplemento del %d %% de %s. ¿Lo confirmo?"
        .formatted(
            what,
            time == null ? (late ? " más tarde" : " antes") : " a las " + DAYS.time(time),
            perCent,
            late ? "la última noche" : "la primera noche");
  }

  @Override
  public String otherHours(boolean late, LocalTime time, int perCent) {
    return late
        ? "Si la habitación está libre, se puede salir hasta las %s con un suplemento del %d %% de la última noche."
            .formatted(DAYS.time(time), perCent)
        : "Si la habitación está libre, se puede entrar desde las %s con un suplemento del %d %% de la primera noche."
            .formatted(DAYS.time(time), perCent);
  }

  @Override
  public String extra(boolean late, String amount) {
    return (late ? "La salida tardía son " : "La entrada anticipada son ") + amount + ".";
  }

  @Override
  public String noneFound() {
    return "No encuentro ninguna reserva suya desde aquí. ¿Tiene la referencia de la reserva?";
  }

  @Override
  public String noTables(String house) {
    return "En %s reservamos habitaciones, no mesas.".formatted(house);
  }

  private static String dates(RoomOffer offer) {
    return dates(offer.arrival(), offer.departure());
  }

  private static String dates(LocalDate from, LocalDate to) {
    long nights = to.toEpochDay() - from.toEpochDay();
    return "del %s al %s (%s)"
        .formatted(DAYS.day(from), DAYS.day(to), nights == 1 ? "1 noche" : nights + " noches");
  }

  private static String people(StayPlan plan) {
    String adults = plan.adults() == 1 ? "1 adulto" : plan.adults() + " adultos";
    int children = plan.children() == null ? 0 : plan.children();
    int cots = plan.cots() == null ? 0 : plan.cots();
    return adults
        + (children == 0 ? "" : children == 1 ? " y 1 niño" : " y " + children + " niños")
        + (cots == 0 ? "" : cots == 1 ? ", con 1 cuna" : ", con " + cots + " cunas");
  }
}
