package io.conserje.connectors.postgres.views;

import io.conserje.stay.Quote;
import io.conserje.stay.Stay;
import io.conserje.stay.StayState;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * A stay, as the API shows it. Amounts are in minor units.
 *
 * @param room its number; null once it was given back
 * @param heldUntil of held and pending: until when the room waits, UTC
 * @param since when its guest came, or left once it is finished; UTC
 * @param earlyCheckIn and {@code lateCheckOut}: the venue's own time; null for the house's hours
 * @param owed of cancelled and no_show
 * @param conversation in which it was made, or null
 */
@Serdeable
public record StayView(
    String reference,
    String venue,
    String status,
    String arrival,
    String departure,
    String roomType,
    String room,
    int adults,
    int children,
    int cots,
    GuestView guest,
    Money total,
    Money deposit,
    Money owed,
    List<NightView> nights,
    List<ExtraView> extras,
    Taxes taxes,
    Cancellation cancellation,
    String earlyCheckIn,
    String lateCheckOut,
    String heldUntil,
    String since,
    String notes,
    String channel,
    String conversation) {

  @Serdeable
  public record GuestView(String name, String phone) {}

  @Serdeable
  public record Money(long amount, String currency) {}

  @Serdeable
  public record NightView(String night, String season, long amount) {}

  @Serdeable
  public record ExtraView(String what, long amount) {}

  /**
   * @param included whether the nights have the VAT in them
   */
  @Serdeable
  public record Taxes(long vat, boolean included, long touristTax) {}

  /**
   * @param freeUntil UTC
   */
  @Serdeable
  public record Cancellation(String freeUntil, long fee) {}

  public static StayView of(Stay stay) {
    Quote quote = stay.quote();
    return new StayView(
        stay.reference(),
        stay.venue().value(),
        stay.state().code(),
        stay.nights().arrival().toString(),
        stay.nights().departure().toString(),
        stay.type(),
        stay.claim() == null ? null : stay.claim().room(),
        stay.party().adults(),
        stay.party().children(),
        stay.party().cots(),
        new GuestView(stay.guest().name(), stay.guest().phone()),
        new Money(quote.total(), quote.currency()),
        new Money(quote.deposit(), quote.currency()),
        new Money(owed(stay.state()), quote.currency()),
        nights(quote),
        extras(quote),
        new Taxes(quote.vat(), quote.vatIncluded(), quote.touristTax()),
        new Cancellation(Times.instant(quote.freeUntil()), quote.cancellationFee()),
        clock(stay.hours().from()),
        clock(stay.hours().until()),
        stay.state() instanceof StayState.Waiting waiting ? Times.instant(waiting.until()) : null,
        Times.instant(since(stay.state())),
        stay.notes(),
        stay.channel().code(),
        stay.conversation() == null ? null : stay.conversation().toString());
  }

  public static List<NightView> nights(Quote quote) {
    return quote.nights().stream()
        .map(n -> new NightView(n.night().toString(), n.season(), n.amount()))
        .toList();
  }

  private static List<ExtraView> extras(Quote quote) {
    return quote.extras().stream().map(e -> new ExtraView(e.what(), e.amount())).toList();
  }

  private static String clock(LocalTime time) {
    return time == null ? null : Times.clock(time);
  }

  private static long owed(StayState state) {
    return switch (state) {
      case StayState.Cancelled cancelled -> cancelled.owed();
      case StayState.NoShow noShow -> noShow.owed();
      default -> 0;
    };
  }

  private static Instant since(StayState state) {
    return switch (state) {
      case StayState.InHouse there -> there.since();
      case StayState.Finished gone -> gone.at();
      default -> null;
    };
  }
}
