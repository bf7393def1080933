package io.conserje.venue.house;

import io.conserje.venue.Channel;
import io.conserje.venue.HouseFile;
import io.conserje.venue.HouseFile.Address;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Whether what a house file says fits together. */
final class HouseChecks {

  private HouseChecks() {}

  /**
   * @param today the day there, from which on the hours are tried out
   */
  static List<Problem> of(HouseFile file, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    addresses(file.addresses(), problems);
    new HoursChecks(file.venue().hours(), problems).run(today);
    new RoomChecks(file.venue().room(), problems).run();
    new RulesChecks(file.venue(), problems).run();
    return problems;
  }

  /** WhatsApp and SMS know numbers, and Meta its own ids of numbers, which are digits. */
  private static void addresses(List<Address> addresses, List<Problem> problems) {
    Map<Channel, Integer> counted = new EnumMap<>(Channel.class);
    for (Address address : addresses) {
      int index = counted.merge(address.channel(), 1, Integer::sum) - 1;
      boolean number = address.channel() == Channel.WHATSAPP || address.channel() == Channel.SMS;
      if (number && !address.address().matches("\\+?\\d{5,20}")) {
        problems.add(
            new Problem(
                "/channels/" + address.channel().code() + "/" + index,
                "has to be a number as \"+34600000900\", in quotes"));
      }
    }
  }
}
