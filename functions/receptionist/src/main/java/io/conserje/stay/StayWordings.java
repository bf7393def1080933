package io.conserje.stay;

import java.util.Currency;
import java.util.Locale;

/** What is said of stays, by language; Spanish where it is not English. */
public final class StayWordings {

  private static final StayWording SPANISH = new SpanishStayWording();
  private static final StayWording ENGLISH = new EnglishStayWording();

  private StayWordings() {}

  public static StayWording in(Locale language) {
    return language != null && language.getLanguage().equals("en") ? ENGLISH : SPANISH;
  }

  /** {@code 95.00}, with as many decimals as the currency has. */
  static String decimal(long amount, String currency, char point) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    if (digits == 0) {
      return Long.toString(amount);
    }
    long unit = Math.powExact(10L, digits);
    String minor = Long.toString(unit + Math.abs(amount % unit)).substring(1);
    return amount / unit + String.valueOf(point) + minor;
  }
}
