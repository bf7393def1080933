package io.conserje.conversation;

import java.util.Locale;

/** What the house says to what is no text, in one language. */
interface MediaWording {

  static MediaWording in(Locale language) {
    return language.getLanguage().equals("en") ? new English() : new Spanish();
  }

  /** A voice note, where nobody listens. */
  String notHeard();

  /** A voice note without words. */
  String nothingHeard();

  String tooLongToHear();

  /** A voice note that nobody can play. */
  String notPlayed();

  /** A voice note, while listening is out of order. */
  String notHeardNow();

  /** After several voice notes in vain. */
  String orAPerson();

  /** A picture, a film, a sticker. */
  String notSeen();

  String documentNotRead();

  String contactNotRead();

  String whereTheGuestIs(String houseAddress);

  /** Something of a kind nobody here knows. */
  String notUnderstood();

  /** In Spanish. */
  final class Spanish implements MediaWording {

    @Override
    public String notHeard() {
      return "Lo siento, no puedo escuchar notas de voz. ¿Me lo puede escribir, por favor?";
    }

    @Override
    public String nothingHeard() {
      return "Lo siento, no he entendido nada en su nota de voz. ¿Me lo puede escribir, por favor?";
    }

    @Override
    public String tooLongToHear() {
      return "Lo siento, su nota de voz es demasiado larga para mí. ¿Me lo puede escribir, o decir en"
          + " una más corta, por favor?";
    }

    @Override
    public String notPlayed() {
      return "Lo siento, no puedo reproducir su nota de voz. ¿Me lo puede escribir, por favor?";
    }

    @Override
    public String notHeardNow() {
      return "Lo siento, en este momento no puedo escuchar notas de voz. ¿Me lo puede escribir, por"
          + " favor?";
    }

    @Override
    public String orAPerson() {
      return "Si lo prefiere, escriba «quiero hablar con una persona» y aviso a alguien de la casa.";
    }

    @Override
    public String notSeen() {
      return "Gracias por la imagen. Yo no puedo verla, pero queda guardada para el personal de la"
          + " casa. Si necesita algo, escríbamelo, por favor.";
    }

    @Override
    public String documentNotRead() {
      return "Gracias por el documento. Yo no puedo abrirlo, pero queda guardado para el personal de"
          + " la casa. Si necesita algo, escríbamelo, por favor.";
    }

    @Override
    public String contactNotRead() {
      return "No puedo abrir tarjetas de contacto. ¿Me escribe el nombre y el teléfono, por favor?";
    }

    @Override
    public String whereTheGuestIs(String houseAddress) {
      return "Gracias por su ubicación, queda anotada. La casa está en "
          + houseAddress
          + ". ¿En qué le puedo ayudar?";
    }

    @Override
    public String notUnderstood() {
      return "Lo siento, no puedo leer este tipo de mensaje. ¿Me lo puede escribir, por favor?";
    }
  }

  /** In English. */
  final class English implements MediaWording {

    @Override
    public String notHeard() {
      return "I am sorry, I cannot listen to voice notes. Could you write it to me, please?";
    }

    @Override
    public String nothingHeard() {
      return "I am sorry, I could not make out a word of your voice note. Could you write it to me,"
          + " please?";
    }

    @Override
    public String tooLongToHear() {
      return "I am sorry, your voice note is too long for me. Could you write it to me, or say it in a"
          + " shorter one, please?";
    }

    @Override
    public String notPlayed() {
      return "I am sorry, I cannot play your voice note. Could you write it to me, please?";
    }

    @Override
    public String notHeardNow() {
      return "I am sorry, I cannot listen to voice notes at the moment. Could you write it to me,"
          + " please?";
    }

    @Override
    public String orAPerson() {
      return "If you prefer, write “I want to speak to a person” and I will let somebody"
          + " of the house know.";
    }

    @Override
    public String notSeen() {
      return "Thank you for the picture. I cannot see it myself, but it is kept for the people of"
          + " the house. If you need something, please write it to me.";
    }

    @Override
    public String documentNotRead() {
      return "Thank you for the document. I cannot open it myself, but it is kept for the people of"
          + " the house. If you need something, please write it to me.";
    }

    @Override
    public String contactNotRead() {
      return "I cannot open contact cards. Could you write me the name and the phone number, please?";
    }

    @Override
    public String whereTheGuestIs(String houseAddress) {
      return "Thank you for your location, it has been noted. The house is at "
          + houseAddress
          + ". How can I help you?";
    }

    @Override
    public String notUnderstood() {
      return "I am sorry, I cannot read this kind of message. Could you write it to me, please?";
    }
  }
}
