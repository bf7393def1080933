package io.conserje.call.out;

import java.util.Locale;

/** What is said in a call that the house makes, in one language. */
public interface OutgoingWording {

  static OutgoingWording in(Locale language) {
    return language != null && language.getLanguage().equals("en") ? new English() : new Spanish();
  }

  /** Why the house calls back, where nobody has said more. */
  String yourMessage();

  /** The first words: who calls, that it is a machine, and why. */
  String opening(String house, String purpose);

  /** To somebody, or something, that asks who calls and why. */
  String whoAndWhy(String house, String purpose);

  /** After the tone. */
  String afterTheTone(String house, String purpose);

  /** In Spanish. */
  final class Spanish implements OutgoingWording {

    @Override
    public String yourMessage() {
      return "el mensaje que nos dejó";
    }

    @Override
    public String opening(String house, String purpose) {
      return "Hola, le llamo de "
          + house
          + " por "
          + purpose
          + ". Soy el asistente automático. ¿En qué puedo ayudarle?";
    }

    @Override
    public String whoAndWhy(String house, String purpose) {
      return "Soy el asistente automático de " + house + ". Llamo por " + purpose + ".";
    }

    @Override
    public String afterTheTone(String house, String purpose) {
      return "Hola, le llamamos de "
          + house
          + " por "
          + purpose
          + ". Puede devolvernos la llamada a este mismo número. Gracias. Adiós.";
    }
  }

  /** In English. */
  final class English implements OutgoingWording {

    @Override
    public String yourMessage() {
      return "the message you left us";
    }

    @Override
    public String opening(String house, String purpose) {
      return "Hello, this is "
          + house
          + " calling about "
          + purpose
          + ". I am the automatic assistant. How can I help you?";
    }

    @Override
    public String whoAndWhy(String house, String purpose) {
      return "I am the automatic assistant of " + house + ". I am calling about " + purpose + ".";
    }

    @Override
    public String afterTheTone(String house, String purpose) {
      return "Hello, this is "
          + house
          + " calling about "
          + purpose
          + ". You can call us back on this number. Thank you. Goodbye.";
    }
  }
}
