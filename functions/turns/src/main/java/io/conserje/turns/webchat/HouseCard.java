package io.conserje.turns.webchat;

import io.conserje.venue.Venue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What a page shows of a house, all of it public.
 *
 * @param color {@code #rrggbb}; null where the house has named none
 * @param phone E.164, for when the chat does not answer
 */
@Serdeable
record HouseCard(
    String venue, String name, String kind, String language, String phone, @Nullable String color) {

  static HouseCard of(Venue house) {
    String color = house.look().color();
    return new HouseCard(
        house.id().value(),
        house.name(),
        house.kind(),
        house.language().toLanguageTag(),
        house.phone(),
        color.isEmpty() ? null : color);
  }
}
