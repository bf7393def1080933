package io.conserje.venue;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A house.
 *
 * @param kind {@code restaurant} or {@code hotel}
 * @param phone the line a person answers, E.164
 * @param lodging its rooms; {@link Lodging#NONE} for a house without
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
    Lodging lodging) {}
