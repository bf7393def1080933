package io.conserje.venue.house;

import io.conserje.venue.Lodging;

/** Reads the rooms of a house. */
final class LodgingReader {

  private LodgingReader() {}

  static Lodging read(Field hotel) {
    hotel.only();
    return Lodging.NONE;
  }
}
