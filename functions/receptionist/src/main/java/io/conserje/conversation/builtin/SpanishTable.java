package io.conserje.conversation.builtin;

import io.conserje.conversation.SpokenDays;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Spanish, usted, warm and short. */
final class SpanishTable implements TableSayings {

  static final TableSayings INSTANCE = new SpanishTable();

  private SpanishTable() {}

  @Override
  public String free(LocalDateTime at, int party, String zone) {
    String where = zone == null || zone.isEmpty() ? "" : " " + SpanishMore.zone(zone);
    return "Tenemos mesa%s para %s el %s."
        .formatted(where, SpanishMore.people(party), SpokenDays.SPANISH.moment(at));
  }

  @Override
  public String nameNeeded() {
    return "Me falta solo un nombre. ¿A nombre de quién la pongo?";
  }

  @Override
  public String edge(Edge edge, LocalTime at) {
    return (edge == Edge.FIRST ? "Lo primero que hay es a las %s." : "Lo último es a las %s.")
        .formatted(at);
  }

  @Override
  public String noted() {
    return "Tomo nota.";
  }

  @Override
  public String noSuchDay() {
    return "Ese día no existe en el calendario.";
  }

  @Override
  public String dayIsPast() {
    return "Ese día ya ha pasado.";
  }

  @Override
  public String phoneNoted(String phone) {
    return "Cambio el teléfono por el %s.".formatted(phone);
  }

  @Override
  public String mayWait() {
    return "Si lo prefiere, hay lista de espera.";
  }
}
