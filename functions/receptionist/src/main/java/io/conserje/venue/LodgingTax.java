package io.conserje.venue;

/**
 * What the state takes of a stay.
 *
 * @param vat per cent
 * @param included whether the rates have it in them; otherwise it is added
 * @param perPersonAndNight tourist tax in minor units
 * @param childrenToo whether children pay it as adults do
 */
public record LodgingTax(int vat, boolean included, long perPersonAndNight, boolean childrenToo) {

  public static final LodgingTax NONE = new LodgingTax(0, true, 0, false);
}
