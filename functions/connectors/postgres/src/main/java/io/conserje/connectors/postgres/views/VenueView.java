package io.conserje.connectors.postgres.views;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A house, as the API shows it. */
@Serdeable
public record VenueView(
    String id,
    String name,
    String kind,
    String timeZone,
    String language,
    String phone,
    String address,
    List<Reached> channels,
    Rules rules,
    List<ServiceView> services,
    List<TableView> tables) {

  /** An address by which guests reach the house. */
  @Serdeable
  public record Reached(String channel, String address) {}

  @Serdeable
  public record Rules(int largestParty, int noticeMinutes, int horizonDays, List<Stay> stays) {}

  /** How long a party of up to so many keeps its table. */
  @Serdeable
  public record Stay(int upTo, int minutes) {}

  /**
   * @param weekday 1 is Monday
   * @param lastBooking before {@code firstBooking}: after midnight
   */
  @Serdeable
  public record ServiceView(int weekday, String name, String firstBooking, String lastBooking) {}

  @Serdeable
  public record TableView(String name, String zone, int seats) {}
}
