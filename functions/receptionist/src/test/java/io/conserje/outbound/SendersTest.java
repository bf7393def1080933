package io.conserje.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.inbound.DeliveryReport;
import io.conserje.outbound.Sending.Refusal;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which provider carries a message, where a house has addresses at several. */
class SendersTest {

  private final Senders senders =
      new Senders(
          Map.of(
              Channel.WHATSAPP, List.of(new Carrier("one", "+"), new Carrier("two", "1")),
              Channel.SMS, List.of(new Carrier("one", "+"), new Carrier("three", "+"))));

  @Test
  void whoBringsWhatIsWrittenToAnAddressCarriesWhatIsSaidFromIt() {
    assertEquals("three", carrier(Channel.SMS, "+34600000900", "three"));
    assertEquals("one", carrier(Channel.SMS, "+34600000901", "one"));
  }

  @Test
  void beforeTheFirstMessageTheShapeOfTheAddressTells() {
    assertEquals("one", carrier(Channel.WHATSAPP, "+34600000900", null));
    assertEquals("two", carrier(Channel.WHATSAPP, "106540352242922", null));
    assertEquals("one", carrier(Channel.SMS, "+34600000900", null));
  }

  @Test
  void whoDoesNotCarryThisChannelIsNotTaken() {
    assertEquals("one", carrier(Channel.WHATSAPP, "+34600000900", "three"));
  }

  @Test
  void whatNobodyCarriesIsRefused() {
    OutboundMessage message = message(Channel.EMAIL, "casa@example.com", null);

    assertInstanceOf(Sending.Refused.class, senders.of(message).send(message));
    assertEquals("none", carrier(Channel.WHATSAPP, "casa", null));
  }

  @Test
  void everyProvidersWordsAreItsOwn() {
    ProviderWords words = ProviderWords.of(Map.of("one", new Words(Delivery.SENT)));

    assertEquals(Optional.of(Delivery.SENT), words.state(report("one")));
    assertEquals(Optional.empty(), words.state(report("two")));
    assertEquals(Refusal.OPTED_OUT, words.refusal(report("one")));
    assertEquals(Refusal.FINAL, words.refusal(report("two")));
  }

  private String carrier(Channel channel, String houseAddress, String carrier) {
    return senders.of(message(channel, houseAddress, carrier)).provider();
  }

  private static OutboundMessage message(Channel channel, String houseAddress, String carrier) {
    return new OutboundMessage(
        UUID.randomUUID(),
        new VenueId("casa"),
        UUID.randomUUID(),
        channel,
        houseAddress,
        "+34600000101",
        "Hola",
        1,
        null,
        null,
        Map.of(),
        carrier,
        null,
        List.of());
  }

  private static DeliveryReport report(String provider) {
    return new DeliveryReport(provider, "id", null, "sent", null, Instant.EPOCH, "test");
  }

  private record Words(Delivery state) implements ProviderWords {
    @Override
    public Optional<Delivery> state(DeliveryReport report) {
      return Optional.of(state);
    }

    @Override
    public Refusal refusal(DeliveryReport report) {
      return Refusal.OPTED_OUT;
    }
  }

  private record Carrier(String provider, String start) implements MessageSender {
    @Override
    public boolean holds(String houseAddress) {
      return houseAddress.startsWith(start);
    }

    @Override
    public Sending send(OutboundMessage message) {
      return new Sending.Taken(provider);
    }

    @Override
    public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
      return EarlierTry.NEVER_ARRIVED;
    }
  }
}
