package io.conserje.conversation.builtin;

import io.conserje.conversation.SpokenDays;
import io.conserje.conversation.Wording;
import io.conserje.conversation.Wordings;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Spanish, usted, warm and short. */
final class SpanishSayings implements Sayings {

  static final Sayings INSTANCE = new SpanishSayings();
  private static final SpokenDays DAYS = SpokenDays.SPANISH;

  private SpanishSayings() {}

  @Override
  public Wording engine() {
    return Wordings.in(Tongue.SPANISH.locale);
  }

  @Override
  public SpokenDays days() {
    return DAYS;
  }

  @Override
  public String greeting(String house) {
    return "Hola, soy el asistente de %s. ¿En qué puedo ayudarle?".formatted(house);
  }

  @Override
  public String hello() {
    return "Hola.";
  }

  @Override
  public String howCanIHelp() {
    return "Dígame, ¿en qué puedo ayudarle?";
  }

  @Override
  public String welcome() {
    return "A usted.";
  }

  @Override
  public String atYourService() {
    return "Aquí estoy si necesita algo más.";
  }

  @Override
  public String bothLanguages() {
    return "Claro, puede escribirme en español o en inglés.";
  }

  @Override
  public String goodbye() {
    return "Hasta pronto.";
  }

  @Override
  public String fine() {
    return "De acuerdo.";
  }

  @Override
  public String assistant(String house) {
    return "Soy el asistente virtual de %s.".formatted(house);
  }

  @Override
  public String abilities() {
    return "Puedo reservarle una mesa, consultar o cancelar su reserva y decirle nuestro horario.";
  }

  @Override
  public String askParty() {
    return "¿Para cuántas personas sería?";
  }

  @Override
  public String askDate() {
    return "¿Para qué día sería?";
  }

  @Override
  public String whichOfTheWeekend() {
    return "¿El sábado o el domingo?";
  }

  @Override
  public String askTime(LocalDate day, List<Service> services) {
    return services.isEmpty()
        ? "¿A qué hora les gustaría venir?"
        : "¿A qué hora les vendría bien? El %s se puede reservar %s."
            .formatted(DAYS.day(day), hours(services));
  }

  @Override
  public String askName() {
    return "¿A nombre de quién hago la reserva?";
  }

  @Override
  public String askedForName(String question) {
    return "Tenemos mesa. " + question;
  }

  @Override
  public String readBack(LocalDateTime at, int party, String name, String zone, String notes) {
    return "Le confirmo los datos: %s, %s, a nombre de %s%s%s. ¿Está todo bien?"
        .formatted(
            DAYS.moment(at),
            people(party),
            name,
            zone == null ? "" : ", " + zone(zone),
            notes == null ? "" : " (nota: " + notes + ")");
  }

  @Override
  public String whatToChange() {
    return "¿Qué cambiamos: el día, la hora, el número de personas o el nombre?";
  }

  @Override
  public String dropped() {
    return "De acuerdo, no hago ninguna reserva. Si cambia de idea, aquí me tiene.";
  }

  @Override
  public String contradictory(LocalDate date) {
    return "Ojo: el %d cae en %s."
        .formatted(date.getDayOfMonth(), DAYS.weekday(date.getDayOfWeek()));
  }

  @Override
  public String full(LocalDateTime at, int party, String zone) {
    return "Lo siento, no nos queda mesa para %s%s el %s."
        .formatted(people(party), zone == null ? "" : " " + zone(zone), DAYS.moment(at));
  }

  @Override
  public String justTaken() {
    return "Lo siento, esa mesa acaba de ocuparse.";
  }

  @Override
  public String closedDay(LocalDate day) {
    return "El %s cerramos.".formatted(DAYS.day(day));
  }

  @Override
  public String closedThen(LocalDateTime at, List<Service> services) {
    return "El %s a las %s no damos mesas; ese día se puede reservar %s."
        .formatted(DAYS.day(at.toLocalDate()), DAYS.time(at.toLocalTime()), hours(services));
  }

  @Override
  public String noSuchMeal(LocalDate day, PartOfDay part, List<Service> services) {
    return "El %s no damos %s; ese día se puede reservar %s."
        .formatted(DAYS.day(day), part == PartOfDay.DINNER ? "cenas" : "comidas", hours(services));
  }

  @Override
  public String past() {
    return "Esa hora ya ha pasado.";
  }

  @Override
  public String tooSoon(String phone) {
    return "Con tan poca antelación no puedo reservar por aquí; llámenos al %s y lo miramos."
        .formatted(phone);
  }

  @Override
  public String tooFarAhead() {
    return "Para esa fecha aún no tenemos abierto el libro de reservas.";
  }

  @Override
  public String tooSmall() {
    return "Necesito saber cuántas personas vienen.";
  }

  @Override
  public String offer(List<Offer> offers, LocalDate asked) {
    return "Puedo ofrecerle %s. ¿Le va bien%s?"
        .formatted(choices(offers, asked), offers.size() > 1 ? " alguna" : "");
  }

  @Override
  public String whichOffer(List<Offer> offers, LocalDate asked) {
    return offers.size() == 1
        ? offer(offers, asked)
        : "¿Cuál prefiere: %s?".formatted(choices(offers, asked));
  }

  @Override
  public String otherDayOrTime() {
    return "¿Quiere que mire otro día u otra hora?";
  }

  @Override
  public String askWaitlist() {
    return "¿Le apunto en la lista de espera por si se libera una mesa?";
  }

  @Override
  public String noReservation(String phone) {
    return "No encuentro ninguna reserva suya. Si la hizo con otro número, llámenos al %s y lo miramos."
        .formatted(phone);
  }

  @Override
  public String noReservationOn(LocalDate day) {
    return "No veo ninguna reserva suya para el %s.".formatted(DAYS.day(day));
  }

  @Override
  public String reservations(List<Found> found) {
    if (found.size() == 1) {
      return "Tiene una reserva: %s.".formatted(full(found.getFirst()));
    }
    return "Tiene estas reservas: %s.".formatted(numbered(found));
  }

  @Override
  public String confirmCancel(List<Found> found) {
    return found.size() == 1
        ? "Su reserva es: %s. ¿Quiere que la cancele?".formatted(full(found.getFirst()))
        : "Son estas: %s. ¿Las cancelo todas?".formatted(numbered(found));
  }

  @Override
  public String whichToCancel(List<Found> found) {
    return "Tiene varias reservas: %s. ¿Cuál cancelo?".formatted(numbered(found));
  }

  @Override
  public String kept() {
    return "De acuerdo, la reserva sigue como estaba.";
  }

  @Override
  public String alreadyGone() {
    return "Esa reserva ya no figura en nuestro libro.";
  }

  @Override
  public String cannotCancel(String phone) {
    return "Esa reserva ya no puedo cancelarla por aquí; llámenos al %s, por favor."
        .formatted(phone);
  }

  @Override
  public String changeByPhone(String phone) {
    return "Una reserva hecha no puedo cambiarla por aquí: puedo cancelarla y hacerle otra, o"
        + " llámenos al %s y se la cambian.".formatted(phone);
  }

  @Override
  public String hoursOn(LocalDate day, List<Service> services) {
    return services.isEmpty()
        ? closedDay(day)
        : "El %s se puede reservar %s.".formatted(DAYS.day(day), hours(services));
  }

  @Override
  public String week(OpeningHours hours) {
    List<String> lines = new ArrayList<>();
    for (ServiceHours group : ServiceHours.of(hours)) {
      String days = and(group.days().stream().map(DAYS::weekday).toList());
      lines.add(days + (group.services().isEmpty() ? ", cerrado" : ", " + hours(group.services())));
    }
    return "Nuestro horario de reservas: " + String.join("; ", lines) + ".";
  }

  @Override
  public String address(String address) {
    return "Estamos en %s.".formatted(address);
  }

  @Override
  public String phone(String phone) {
    return "Nuestro teléfono es el %s.".formatted(phone);
  }

  @Override
  public String person(String phone) {
    return "Para hablar con una persona del equipo, llame al %s.".formatted(phone);
  }

  @Override
  public String notKnown(String phone) {
    return "De eso no tengo información; se lo dirán con gusto en el %s.".formatted(phone);
  }

  @Override
  public String notUnderstood() {
    return "Perdone, no le he entendido bien.";
  }

  @Override
  public String notUnderstoodAgain(String phone) {
    return "Disculpe, sigo sin entenderle. Si lo prefiere, llámenos al %s.".formatted(phone);
  }

  @Override
  public String onlyText() {
    return "De momento solo puedo leer texto; ¿me lo puede escribir, por favor?";
  }

  private static String hours(List<Service> services) {
    return and(services.stream().map(SpanishSayings::hours).toList());
  }

  private static String hours(Service service) {
    String what =
        switch (service.name()) {
          case "lunch" -> "para comer de ";
          case "dinner" -> "para cenar de ";
          default -> "de ";
        };
    return what + DAYS.time(service.firstBooking()) + " a " + DAYS.time(service.lastBooking());
  }

  /** Times alone where they are on the day asked for; else with their day. */
  private static String choices(List<Offer> offers, LocalDate asked) {
    List<String> said = new ArrayList<>();
    LocalDate day = asked;
    for (Offer offer : offers) {
      String time = "las " + DAYS.time(offer.at().toLocalTime());
      boolean sameDay = offer.at().toLocalDate().equals(day);
      String where = offer.zone().isEmpty() ? "" : " " + zone(offer.zone());
      said.add(
          (sameDay ? time : "el " + DAYS.day(offer.at().toLocalDate()) + " a " + time) + where);
      day = offer.at().toLocalDate();
    }
    return or(said);
  }

  private static String full(Found found) {
    return "%s, %s, a nombre de %s, referencia %s"
        .formatted(DAYS.moment(found.at()), people(found.party()), found.name(), found.reference());
  }

  private static String numbered(List<Found> found) {
    List<String> lines = new ArrayList<>();
    for (Found one : found) {
      lines.add("%d) %s".formatted(lines.size() + 1, full(one)));
    }
    return String.join("; ", lines);
  }

  private static String people(int party) {
    return party == 1 ? "1 persona" : party + " personas";
  }

  private static String zone(String zone) {
    return switch (zone) {
      case "terrace" -> "en la terraza";
      case "inside" -> "en el interior";
      default -> "en " + zone;
    };
  }

  private static String and(List<String> parts) {
    return Lists.joined(parts, " y ");
  }

  private static String or(List<String> parts) {
    return Lists.joined(parts, " o ");
  }
}
