package io.conserje.sandbox;

import java.io.PrintStream;
import java.nio.file.Path;

/** Where everything is, for a person who has just started it. */
final class Welcome {

  private static final String TEXT =
      """
      The house       %1$s   (try %1$s/health)
      Its API         curl -H 'Authorization: Bearer %3$s' '%1$s/api/reservations?venue=restaurante&date=2026-11-21'
      The web chat    %2$s/pages/restaurante and %2$s/pages/hotel
      The telephone   %2$s/telephone   (by the microphone of this machine)
      The controls    %2$s/_sim   (docs/sandbox.md)
      The log         %4$s

      Write to the restaurant as a guest, and read what it sent:
        curl -X POST %2$s/_sim/whatsapp -d '{"from":"+34600000102","to":"+34600000900","text":"mesa para dos mañana a las nueve","name":"Ana"}'
        curl '%2$s/_sim/requests?provider=twilio'

      Ctrl-C ends it.
      """;

  private Welcome() {}

  static void print(Sandbox sandbox, Path log, PrintStream out) {
    out.printf(
        TEXT,
        sandbox.gateway(),
        sandbox.simulators(),
        sandbox.settings().get(io.conserje.names.Variable.ADMIN_API_KEY),
        log);
  }
}
