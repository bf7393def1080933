package io.conserje.conversation.spoken;

import java.util.List;

/** English. */
final class EnglishNumbers implements SpokenNumbers {

  private static final List<String> TO_NINETEEN =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  @Override
  public String cardinal(int number) {
    if (number < 20) {
      return TO_NINETEEN.get(number);
    }
    if (number < 100) {
      return TENS.get(number / 10) + (number % 10 == 0 ? "" : "-" + cardinal(number % 10));
    }
    if (number < 1000) {
      return rest(cardinal(number / 100) + " hundred", number % 100);
    }
    return rest(cardinal(number / 1000) + " thousand", number % 1000);
  }

  private String rest(String large, int rest) {
    return rest == 0 ? large : large + (rest < 100 ? " and " : " ") + cardinal(rest);
  }

  @Override
  public String time(int hour, int minute) {
    int shown = hour % 12 == 0 ? 12 : hour % 12;
    String minutes =
        minute == 0 ? "" : minute < 10 ? " oh " + cardinal(minute) : " " + cardinal(minute);
    return cardinal(shown) + minutes + " " + partOfDay(hour);
  }

  private static String partOfDay(int hour) {
    if (hour % 24 < 12) {
      return "in the morning";
    }
    if (hour < 18) {
      return "in the afternoon";
    }
    return hour < 22 ? "in the evening" : "at night";
  }

  @Override
  public String money(int whole, int cents, String currency) {
    String unit = currency.equals("€") ? "euro" : "dollar";
    String amount = cardinal(whole) + " " + unit + (whole == 1 ? "" : "s");
    return cents == 0 ? amount : amount + " " + cardinal(cents);
  }

  @Override
  public String letter(char letter) {
    return String.valueOf(Character.toUpperCase(letter));
  }

  @Override
  public String point() {
    return "point";
  }

  @Override
  public String percent() {
    return "per cent";
  }
}
