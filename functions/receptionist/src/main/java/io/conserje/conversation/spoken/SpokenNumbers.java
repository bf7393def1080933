package io.conserje.conversation.spoken;

/** Numbers as a language says them. */
interface SpokenNumbers {

  /**
   * @param number 0 to 999,999
   */
  String cardinal(int number);

  /** A time of the house's clock with its part of the day, without article: "nueve de la noche". */
  String time(int hour, int minute);

  /** Money, for example "cuarenta y siete euros con cincuenta". */
  String money(int whole, int cents, String currency);

  /** One letter of a code, by its name. */
  String letter(char letter);

  String percent();

  /** Between a number and its decimals. */
  String point();

  /** The number before a noun that follows it in the text: "una", "veintiuna mesas". */
  default String before(int number, String noun) {
    return cardinal(number);
  }

  /** A figure by figure, for codes and telephone numbers. */
  default String digit(char digit) {
    return cardinal(digit - '0');
  }
}
