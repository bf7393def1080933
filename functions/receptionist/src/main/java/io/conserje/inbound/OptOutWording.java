package io.conserje.inbound;

import java.util.Locale;

/** What a guest is told who wants no more messages, in one language. */
interface OptOutWording {

  static OptOutWording in(Locale language) {
    return language.getLanguage().equals("en") ? new English() : new Spanish();
  }

  String stopped(String house);

  String started(String house);

  /** In Spanish. */
  final class Spanish implements OptOutWording {

    @Override
    public String stopped(String house) {
      return house + ": no le escribiremos más. Si quiere volver a recibir mensajes, escriba ALTA.";
    }

    @Override
    public String started(String house) {
      return house + ": volvemos a escribirle. Para no recibir más mensajes, escriba BAJA.";
    }
  }

  /** In English. */
  final class English implements OptOutWording {

    @Override
    public String stopped(String house) {
      return house + ": we will not write to you any more. To hear from us again, send START.";
    }

    @Override
    public String started(String house) {
      return house + ": we will write to you again. To stop these messages, send STOP.";
    }
  }
}
