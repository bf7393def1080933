package io.conserje.venue;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A house.
 *
 * @param kind {@code restaurant} or {@code hotel}
 * @param phone the line a person answers, E.164
 * @param lodging its rooms; {@link Lodging#NONE} for a house without
 * @param staff its people; {@link Staffing#NONE} where the file says nothing of them
 */
public record Venue(
    VenueId id,
    String name,
    String kind,
    ZoneId zone,
    Locale language,
    String phone,
    String address,
    OpeningHours hours,
    HouseRules rules,
    DiningRoom room,
    Lodging lodging,
    Staffing staff) {

  /** A house that has said nothing of its people. */
  public Venue(
      VenueId id,
      String name,
      String kind,
      ZoneId zone,
      Locale language,
      String phone,
      String address,
      OpeningHours hours,
      HouseRules rules,
      DiningRoom room,
      Lodging lodging) {
    this(
        id, name, kind, zone, language, phone, address, hours, rules, room, lodging, Staffing.NONE);
  }
}
