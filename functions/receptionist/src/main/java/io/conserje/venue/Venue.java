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
 * @param correspondence how it writes to guests
 * @param look how it looks on its own pages
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
    Staffing staff,
    Correspondence correspondence,
    Look look) {

  /** A house without colours of its own. */
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
      Lodging lodging,
      Staffing staff,
      Correspondence correspondence) {
    this(
        id,
        name,
        kind,
        zone,
        language,
        phone,
        address,
        hours,
        rules,
        room,
        lodging,
        staff,
        correspondence,
        Look.USUAL);
  }

  /** A house that writes as houses do. */
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
      Lodging lodging,
      Staffing staff) {
    this(
        id,
        name,
        kind,
        zone,
        language,
        phone,
        address,
        hours,
        rules,
        room,
        lodging,
        staff,
        Correspondence.USUAL);
  }

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
