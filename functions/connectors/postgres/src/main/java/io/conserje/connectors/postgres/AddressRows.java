package io.conserje.connectors.postgres;

import io.conserje.venue.Channel;
import io.conserje.venue.HouseFile;
import io.conserje.venue.HouseFile.Address;
import io.conserje.venue.VenueId;
import io.conserje.venue.house.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** By which addresses guests reach a house. */
final class AddressRows {

  private final Sql sql;

  AddressRows(Sql sql) {
    this.sql = sql;
  }

  List<Address> of(VenueId venue) {
    return sql.list(
        "SELECT channel, address FROM channel_addresses WHERE venue = ? ORDER BY channel, place, address",
        row -> new Address(Channel.of(row.text("channel")), row.text("address")),
        venue.value());
  }

  boolean areOf(HouseFile file) {
    return byChannel(of(file.venue().id())).equals(byChannel(file.addresses()));
  }

  /** In the order of the file: the first of a channel is the one the house begins with. */
  private static Map<Channel, List<Address>> byChannel(List<Address> addresses) {
    return addresses.stream().collect(Collectors.groupingBy(Address::channel));
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

  /** What stays remembers who carries it, unless the file says who does. */
  void replace(HouseFile file) {
    String venue = file.venue().id().value();
    sql.update(
        """
        DELETE FROM channel_addresses a WHERE venue = ? AND NOT EXISTS
          (SELECT FROM unnest(?::text[], ?::text[]) AS kept (channel, address)
           WHERE kept.channel = a.channel AND kept.address = a.address)
        """,
        venue,
        texts(file, address -> address.channel().code()),
        texts(file, Address::address));
    int place = 0;
    for (Address address : file.addresses()) {
      sql.update(
          """
          INSERT INTO channel_addresses (channel, address, venue, place, carrier) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (channel, address) DO UPDATE SET place = EXCLUDED.place,
            carrier = coalesce(EXCLUDED.carrier, channel_addresses.carrier),
            carrier_address = CASE WHEN EXCLUDED.carrier <> channel_addresses.carrier THEN NULL
              ELSE channel_addresses.carrier_address END
          WHERE channel_addresses.venue = EXCLUDED.venue
          """,
          address.channel().code(),
          address.address(),
          venue,
          place++,
          file.venue().correspondence().carriers().get(address.channel()));
    }
  }

  private static String[] texts(HouseFile file, Function<Address, String> text) {
    return file.addresses().stream().map(text).toArray(String[]::new);
  }
}
