package io.conserje.connectors.meta;

import io.conserje.connectors.json.Cut;
import io.conserje.connectors.json.Part;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Meta's notices in our own words. One may tell of many messages, to several of our numbers; what
 * it tells besides is left.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks">Meta:
 *     webhooks</a>
 */
public final class MetaEvents {

  public static final String PROVIDER = "meta";

  private static final Pattern DIGITS = Pattern.compile("\\+?([1-9]\\d{6,14})");
  private static final int LONGEST_ID = 500;
  private static final int LONGEST_ADDRESS = 200;

  private final InstantSource clock;

  public MetaEvents(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What a notice is worth keeping for, in its order.
   *
   * @param left how many items had no id, no sender or no number of ours, and cannot be kept
   */
  public record News(List<InboundMessage> messages, List<DeliveryReport> reports, int left) {}

  public News read(Part notice, String correlation) {
    News news = new News(new ArrayList<>(), new ArrayList<>(), 0);
    for (Part entry : notice.each("entry")) {
      for (Part change : entry.each("changes")) {
        if (isOfMessages(change)) {
          news = with(news, change.at("value"), correlation);
        }
      }
    }
    return news;
  }

  /**
   * Other fields have messages, too, that nobody has said to us now: of long ago ({@code history}),
   * or while another program answers ({@code standby}); and calls have statuses.
   */
  private static boolean isOfMessages(Part change) {
    return !(change.value("field") instanceof String field)
        || field.isBlank()
        || field.equals("messages");
  }

  private News with(News news, Part value, String correlation) {
    Instant now = clock.instant();
    List<Part> said = value.each("messages");
    List<Part> told = value.each("statuses");
    List<InboundMessage> messages =
        said.stream().flatMap(m -> message(value, m, now, correlation).stream()).toList();
    List<DeliveryReport> reports =
        told.stream().flatMap(s -> report(s, now, correlation).stream()).toList();
    int left = said.size() - messages.size() + told.size() - reports.size();
    return new News(
        joined(news.messages(), messages), joined(news.reports(), reports), news.left() + left);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Optional<InboundMessage> message(
      Part value, Part message, Instant now, String correlation) {
    String id = Cut.to(message.text("id"), LONGEST_ID);
    String house = Cut.to(value.at("metadata").text("phone_number_id"), LONGEST_ADDRESS);
    String guest = guest(message);
    if (id.isBlank() || house.isBlank() || guest.isBlank()) {
      return Optional.empty();
    }
    MetaContent content = new MetaContent(message, house);
    return Optional.of(
        new InboundMessage(
                PROVIDER,
                id,
                Channel.WHATSAPP,
                house,
                guest,
                name(value, message),
                content.text(),
                content.kind(),
                content.media(),
                now,
                correlation,
                null,
                content.repliesTo())
            .orTo(shownOf(value)));
  }

  /** The number, where WhatsApp gives it; else what it gives in place of one. */
  private static String guest(Part message) {
    String from = number(message.text("from"));
    return Cut.to(
        from.isEmpty() ? message.firstText("from_user_id", "from") : from, LONGEST_ADDRESS);
  }

  /** E.164 of digits without a plus; empty for anything else. */
  private static String number(String digits) {
    var number = DIGITS.matcher(digits);
    return number.matches() ? "+" + number.group(1) : "";
  }

  /** Our number as guests see it; null where it is not said. */
  private static String shownOf(Part value) {
    String number = shown(value.at("metadata").text("display_phone_number"));
    return number.isEmpty() ? null : number;
  }

  /** E.164 of a number as Meta shows it: {@code +34 600 00 09 00}; empty for anything else. */
  static String shown(String displayed) {
    return number(displayed.replaceAll("[ ().-]", ""));
  }

  private static String name(Part value, Part message) {
    List<Part> contacts = value.each("contacts");
    return contacts.stream()
        .filter(contact -> is(contact, message))
        .findFirst()
        .or(() -> contacts.size() == 1 ? contacts.stream().findFirst() : Optional.empty())
        .map(contact -> contact.at("profile").firstText("name", "username"))
        .map(name -> Cut.to(name, LONGEST_ADDRESS))
        .orElse("");
  }

  private static boolean is(Part contact, Part message) {
    return same(contact.text("wa_id"), message.text("from"))
        || same(contact.text("user_id"), message.text("from_user_id"));
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  private static Optional<DeliveryReport> report(Part status, Instant now, String correlation) {
    String id = Cut.to(status.text("id"), LONGEST_ID);
    String word = Cut.to(status.text("status"), LONGEST_ADDRESS);
    if (id.isBlank() || word.isBlank()) {
      return Optional.empty();
    }
    String ours = Cut.to(status.text("biz_opaque_callback_data"), LONGEST_ID);
    String code = status.each("errors").stream().map(e -> e.text("code")).findFirst().orElse("");
    return Optional.of(
        new DeliveryReport(
            PROVIDER,
            id,
            ours.isEmpty() ? null : ours,
            word,
            code.isEmpty() ? null : Cut.to(code, LONGEST_ADDRESS),
            now,
            correlation));
  }
}
