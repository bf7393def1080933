package io.conserje.venue.house;

import io.conserje.venue.Channel;
import io.conserje.venue.Staffing;
import io.conserje.venue.Staffing.Contact;
import io.conserje.venue.Staffing.Fact;
import io.conserje.venue.Staffing.Shift;
import io.conserje.venue.TelephoneNumber;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads who of the house answers guests, and when. */
final class StaffReader {

  private static final List<Channel> BY =
      List.of(Channel.WHATSAPP, Channel.SMS, Channel.EMAIL, Channel.WEBHOOK);

  private static final int MOST_CONTACTS = 20;
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private StaffReader() {}

  static Staffing read(Field staff) {
    staff.only("hours", "answers", "contacts", "list", "again", "silence");
    Staffing usual = Staffing.NONE;
    return new Staffing(
        shifts(staff.at("hours")),
        shifts(staff.at("answers")),
        contacts(staff.at("contacts")),
        staff.at("list").present() ? facts(staff.at("list")) : usual.list(),
        length(staff.at("again"), usual.again()),
        length(staff.at("silence"), usual.silence()));
  }

  private static List<Shift> shifts(Field shifts) {
    return shifts.items().stream()
        .map(shift -> shift.only("days", "when", "from", "to"))
        .map(shift ->
            new Shift(HoursReader.days(shift), shift.at("from").time(), shift.at("to").time()))
        .toList();
  }

  private static List<Contact> contacts(Field contacts) {
    List<Contact> read = contacts.items().stream().map(StaffReader::contact).toList();
    Set<String> numbers = new HashSet<>();
    if (!read.stream().map(Contact::address).allMatch(numbers::add)) {
      contacts.wrong("has an address twice");
    }
    if (read.size() > MOST_CONTACTS) {
      contacts.wrong("has more than " + MOST_CONTACTS + " people");
    }
    return read;
  }

  private static Contact contact(Field contact) {
    contact.only("name", "whatsapp", "sms", "email", "webhook", "phone");
    String name = contact.at("name").text();
    List<Channel> by = BY.stream().filter(one -> contact.at(one.code()).present()).toList();
    if (by.size() != 1) {
      contact.wrong("has to have one of whatsapp, sms, email and webhook");
    }
    Channel channel = by.isEmpty() ? Channel.WHATSAPP : by.getFirst();
    Field address = contact.at(channel.code());
    if (address.present()) {
      check(address, channel);
    }
    return new Contact(name, channel, address.text(""), phone(contact.at("phone")));
  }

  private static String phone(Field phone) {
    String written = phone.text("");
    if (phone.present() && !TelephoneNumber.isOne(written)) {
      phone.wrong("has to be a number as \"+34957000000\" or \"+34957000000;ext=12\", in quotes");
    }
    return written;
  }

  private static void check(Field address, Channel channel) {
    String text = address.text();
    switch (channel) {
      case EMAIL -> {
        if (!text.matches("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]+(\\.[\\w-]+)+")) {
          address.wrong("has to be an e-mail address as marta@example.com");
        }
      }
      case WEBHOOK -> {
        if (!text.matches("https?://[^\\s/?#@]+(/[^\\s#]*)?")) {
          address.wrong("has to be an address as https://example.com/conserje");
        }
      }
      default -> {
        if (!text.matches("\\+[1-9]\\d{6,14}")) {
          address.wrong("has to be a number as \"+34600000950\", in quotes");
        }
      }
    }
  }

  private static List<Fact> facts(Field list) {
    return list.items().stream().map(fact -> fact.choice(Fact.class, Fact.NOTES)).toList();
  }

  private static Duration length(Field field, Duration usual) {
    Duration length = field.length(usual);
    if (length.compareTo(SHORTEST) < 0) {
      field.wrong("has to be 1m at least");
    }
    return length;
  }
}
