package io.conserje.call;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a unit costs that a provider bills of a call. What has no price is not known, and not free.
 *
 * @param currency as {@code EUR}
 * @param each by unit: {@code elevenlabs_characters} …
 */
public record CallPrices(String currency, Map<String, BigDecimal> each) {

  /** Nothing is known. */
  public static final CallPrices NONE = new CallPrices("", Map.of());

  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

  /** The key of the currency among the prices. */
  private static final String CURRENCY = "currency";

  public CallPrices {
    each = Map.copyOf(each);
  }

  /**
   * @param table the currency and, by unit, the price of one; 0 or nothing for what is not known
   * @throws IllegalArgumentException for what is none
   */
  public static CallPrices of(Map<String, ?> table) {
    Map<String, BigDecimal> each = new HashMap<>();
    table.forEach((unit, price) -> {
      if (!unit.equals(CURRENCY)) {
        BigDecimal one = new BigDecimal(String.valueOf(price));
        if (one.signum() < 0) {
          throw new IllegalArgumentException("A price is below nothing: " + unit);
        }
        if (one.signum() > 0) {
          each.put(unit, one);
        }
      }
    });
    Object currency = table.get(CURRENCY);
    if (!each.isEmpty() && !String.valueOf(currency).matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("The currency of the prices is missing, as EUR.");
    }
    return new CallPrices(currency == null ? "" : String.valueOf(currency), each);
  }

  /** In millionths of the currency; empty where the price is not known. */
  public OptionalLong micros(String unit, long amount) {
    BigDecimal one = each.get(unit);
    return one == null
        ? OptionalLong.empty()
        : OptionalLong.of(
            one.multiply(BigDecimal.valueOf(amount))
                .multiply(MICROS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
  }
}
