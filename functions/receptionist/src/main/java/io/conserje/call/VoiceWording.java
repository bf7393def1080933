package io.conserje.call;

import java.util.Locale;

/** What a caller is told without the assistant, in one language. */
public interface VoiceWording {

  static VoiceWording in(Locale language) {
    return language != null && language.getLanguage().equals("en") ? new English() : new Spanish();
  }

  /** There is no assistant on this line. */
  String noAssistant(String house);

  /** The talk broke off. */
  String apology();

  /** Nobody picked up. */
  String notReached();

  /** That person did not pick up, and the next one is called. */
  String nextPerson();

  /** Behind what a person of the house hears of the caller. */
  String pressOne();

  /** To the person who has pressed it. */
  String hereTheyAre();

  String leaveMessage();

  String nothingHeard();

  String thanks();

  /** For the house's people. */
  String messageFor(String recording);

  /** In Spanish. */
  final class Spanish implements VoiceWording {

    @Override
    public String noAssistant(String house) {
      return "Gracias por llamar a " + house + ".";
    }

    @Override
    public String apology() {
      return "Perdone, se ha cortado la conversación.";
    }

    @Override
    public String notReached() {
      return "Ahora no nos es posible atender la llamada.";
    }

    @Override
    public String nextPerson() {
      return "Sigo buscando a alguien que pueda atenderle. Un momento, por favor.";
    }

    @Override
    public String pressOne() {
      return "Pulse uno para atender la llamada.";
    }

    @Override
    public String hereTheyAre() {
      return "Le paso la llamada.";
    }

    @Override
    public String leaveMessage() {
      return "Deje su nombre, su teléfono y su mensaje después de la señal, y le devolveremos la"
          + " llamada.";
    }

    @Override
    public String nothingHeard() {
      return "No hemos oído ningún mensaje. Puede volver a llamarnos cuando quiera. Adiós.";
    }

    @Override
    public String thanks() {
      return "Gracias, hemos recibido su mensaje y le devolveremos la llamada. Adiós.";
    }

    @Override
    public String messageFor(String recording) {
      return "Mensaje de voz: " + recording;
    }
  }

  /** In English. */
  final class English implements VoiceWording {

    @Override
    public String noAssistant(String house) {
      return "Thank you for calling " + house + ".";
    }

    @Override
    public String apology() {
      return "I am sorry, we were cut off.";
    }

    @Override
    public String notReached() {
      return "We cannot take the call at the moment.";
    }

    @Override
    public String nextPerson() {
      return "I am still looking for somebody who can help you. One moment, please.";
    }

    @Override
    public String pressOne() {
      return "Press one to take the call.";
    }

    @Override
    public String hereTheyAre() {
      return "I am putting you through.";
    }

    @Override
    public String leaveMessage() {
      return "Please leave your name, your number and your message after the tone, and we will call"
          + " you back.";
    }

    @Override
    public String nothingHeard() {
      return "We did not hear a message. You can call us again at any time. Goodbye.";
    }

    @Override
    public String thanks() {
      return "Thank you, we have your message and will call you back. Goodbye.";
    }

    @Override
    public String messageFor(String recording) {
      return "Voice message: " + recording;
    }
  }
}
