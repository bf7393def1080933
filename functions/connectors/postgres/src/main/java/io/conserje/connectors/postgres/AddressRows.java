package io.conserje.connectors.postgres;

import io.conserje.venue.Channel;
import io.conserje.venue.HouseFile;
import io.conserje.venue.HouseFile.Address;
import io.conserje.venue.VenueId;
import io.conserje.venue.house.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which addresses guests reach a house. */
final class AddressRows {

  private final Sql sql;

  AddressRows(Sql sql) {
    this.sql = sql;
  }

  List<Address> of(VenueId venue) {
    return sql.list(
        "SELECT channel, address FROM channel_addresses WHERE venue = ? ORDER BY channel, address",
        row -> new Address(Channel.of(row.text("channel")), row.text("address")),
        venue.value());
  }

  boolean areOf(HouseFile file) {
    return new HashSet<>(of(file.venue().id())).equals(new HashSet<>(file.addresses()));
  }

  /** Addresses of the file that lead to another house. */
  List<Problem> problems(HouseFile file) {
    List<Problem> problems = new ArrayList<>();
    Map<Channel, Integer> counted = new EnumMap<>(Channel.class);
    for (Address address : file.addresses()) {
      int index = counted.merge(address.channel(), 1, Integer::sum) - 1;
      String path = "/channels/" + address.channel().code() + "/" + index;
      other(address, file.venue().id())
          .ifPresent(house -> problems.add(new Problem(path, "leads to the house " + house)));
    }
    return problems;
  }

  private Optional<String> other(Address address, VenueId venue) {
    return sql.one(
        "SELECT venue FROM channel_addresses WHERE channel = ? AND address = ? AND venue <> ?",
        row -> row.text("venue"),
        address.channel().code(),
        address.address(),
        venue.value());
  }

  void replace(HouseFile file) {
    String venue = file.venue().id().value();
    sql.update("DELETE FROM channel_addresses WHERE venue = ?", venue);
    file.addresses()
        .forEach(address ->
            sql.update(
                "INSERT INTO channel_addresses (channel, address, venue) VALUES (?, ?, ?)",
                address.channel().code(),
                address.address(),
                venue));
  }
}
