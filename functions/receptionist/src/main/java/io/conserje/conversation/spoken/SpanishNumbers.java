package io.conserje.conversation.spoken;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Spanish. */
final class SpanishNumbers implements SpokenNumbers {

  private static final List<String> TO_TWENTY_NINE =
      List.of(
          "cero",
          "uno",
          "dos",
          "tres",
          "cuatro",
          "cinco",
          "seis",
          "siete",
          "ocho",
          "nueve",
          "diez",
          "once",
          "doce",
          "trece",
          "catorce",
          "quince",
          "dieciséis",
          "diecisiete",
          "dieciocho",
          "diecinueve",
          "veinte",
          "veintiuno",
          "veintidós",
          "veintitrés",
          "veinticuatro",
          "veinticinco",
          "veintiséis",
          "veintisiete",
          "veintiocho",
          "veintinueve");
  private static final List<String> TENS =
      List.of(
          "",
          "",
          "",
          "treinta",
          "cuarenta",
          "cincuenta",
          "sesenta",
          "setenta",
          "ochenta",
          "noventa");
  private static final List<String> HUNDREDS =
      List.of(
          "",
          "ciento",
          "doscientos",
          "trescientos",
          "cuatrocientos",
          "quinientos",
          "seiscientos",
          "setecientos",
          "ochocientos",
          "novecientos");
  private static final List<String> LETTERS =
      List.of(
          "a",
          "be",
          "ce",
          "de",
          "e",
          "efe",
          "ge",
          "hache",
          "i",
          "jota",
          "ka",
          "ele",
          "eme",
          "ene",
          "o",
          "pe",
          "cu",
          "erre",
          "ese",
          "te",
          "u",
          "uve",
          "uve doble",
          "equis",
          "i griega",
          "zeta");

  private static final Set<String> NO_NOUNS =
      Set.of("a", "al", "con", "de", "del", "el", "en", "o", "para", "por", "u", "y");

  @Override
  public String cardinal(int number) {
    if (number < 30) {
      return TO_TWENTY_NINE.get(number);
    }
    if (number < 100) {
      return TENS.get(number / 10) + (number % 10 == 0 ? "" : " y " + cardinal(number % 10));
    }
    if (number < 1000) {
      return number == 100 ? "cien" : and(HUNDREDS.get(number / 100), number % 100);
    }
    String thousands = number < 2000 ? "mil" : shortened(cardinal(number / 1000)) + " mil";
    return and(thousands, number % 1000);
  }

  private String and(String large, int rest) {
    return rest == 0 ? large : large + " " + cardinal(rest);
  }

  /** "un", "veintiún" before what is counted. */
  private static String shortened(String number) {
    if (number.endsWith("veintiuno")) {
      return number.substring(0, number.length() - 3) + "ún";
    }
    return number.endsWith("uno") ? number.substring(0, number.length() - 1) : number;
  }

  @Override
  public String before(int number, String noun) {
    String spoken = cardinal(number);
    if (!spoken.endsWith("uno") || NO_NOUNS.contains(noun)) {
      return spoken;
    }
    boolean feminine = noun.toLowerCase(Locale.ROOT).matches(".*(as?|ión|iones|noches?)");
    return feminine ? spoken.substring(0, spoken.length() - 1) + "a" : shortened(spoken);
  }

  @Override
  public String time(int hour, int minute) {
    int shown = hour % 12 == 0 ? 12 : hour % 12;
    boolean towardsTheNext = minute == 45;
    int said = towardsTheNext ? shown % 12 + 1 : shown;
    String minutes =
        switch (minute) {
          case 0 -> "";
          case 15 -> " y cuarto";
          case 30 -> " y media";
          case 45 -> " menos cuarto";
          default -> " y " + cardinal(minute);
        };
    return (said == 1 ? "una" : cardinal(said)) + minutes + " " + partOfDay(hour);
  }

  private static String partOfDay(int hour) {
    if (hour % 24 < 6) {
      return "de la madrugada";
    }
    if (hour < 12) {
      return "de la mañana";
    }
    if (hour < 14) {
      return "del mediodía";
    }
    return hour < 20 ? "de la tarde" : "de la noche";
  }

  @Override
  public String money(int whole, int cents, String currency) {
    String unit = currency.equals("€") ? "euro" : "dólar";
    String units = currency.equals("€") ? "euros" : "dólares";
    String amount = shortened(cardinal(whole)) + " " + (whole == 1 ? unit : units);
    return cents == 0 ? amount : amount + " con " + cardinal(cents);
  }

  @Override
  public String letter(char letter) {
    char small = Character.toLowerCase(letter);
    return small >= 'a' && small <= 'z' ? LETTERS.get(small - 'a') : String.valueOf(letter);
  }

  @Override
  public String point() {
    return "coma";
  }

  @Override
  public String percent() {
    return "por ciento";
  }
}
