package io.conserje.venue;

/** A venue's short name, unique in the deployment, for example {@code restaurante}. */
public record VenueId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
