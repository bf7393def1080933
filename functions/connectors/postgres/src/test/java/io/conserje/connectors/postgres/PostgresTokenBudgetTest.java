package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Patience;
import io.conserje.conversation.Tokens;
import io.conserje.conversation.models.TokenLimits;
import io.conserje.guest.Guest;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may still be spent, per conversation and per house and day. */
class PostgresTokenBudgetTest {

  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private TokenLimits limits = new TokenLimits(1000, 1500);
  private Database database;
  private PostgresTokenBudget budget;
  private UUID one;
  private UUID other;

  @BeforeEach
  void open() {
    database = Database.with(1);
    budget = new PostgresTokenBudget(database.sql, () -> limits);
    one = conversation("+34600000101");
    other = conversation("+34600000102");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aConversationMaySpendItsOwnAndNoMore() {
    budget.spend(in(one), "openai", new Tokens(600, 100));
    assertTrue(budget.allows(in(one)));

    budget.spend(in(one), "groq", new Tokens(200, 100));
    assertFalse(budget.allows(in(one)));
    assertTrue(budget.allows(in(other)));
  }

  @Test
  void aHouseMaySpendItsDaysOwnAndBeginsAnewTheNextDay() {
    budget.spend(in(one), "openai", new Tokens(900, 0));
    budget.spend(in(other), "openai", new Tokens(600, 0));
    assertFalse(budget.allows(in(other)));

    now = Instant.parse("2026-11-20T22:59:59Z");
    assertFalse(budget.allows(in(other)), "23:59 in the house");
    now = Instant.parse("2026-11-20T23:00:00Z");
    assertTrue(budget.allows(in(other)), "midnight in the house");
  }

  @Test
  void aConversationsLimitHoldsOverDays() {
    budget.spend(in(one), "openai", new Tokens(1000, 0));
    now = Instant.parse("2026-11-25T11:00:00Z");

    assertFalse(budget.allows(in(one)));
  }

  @Test
  void zeroIsNoLimit() {
    budget.spend(in(one), "openai", new Tokens(1_000_000, 0));

    limits = new TokenLimits(0, 0);
    assertTrue(budget.allows(in(one)));
    limits = new TokenLimits(0, 1500);
    assertFalse(budget.allows(in(one)));
    limits = new TokenLimits(1000, 0);
    assertFalse(budget.allows(in(one)));
  }

  @Test
  void eachModelsPriceIsKeptByItself() {
    budget.spend(in(one), "openai", new Tokens(10, 1));
    budget.spend(in(one), "openai", new Tokens(20, 2));
    budget.spend(in(one), "groq", new Tokens(5, 5));

    assertEquals(
        List.of("groq 5 5 1", "openai 30 3 2"),
        database.list(
            "SELECT model || ' ' || read || ' ' || written || ' ' || answers AS line FROM token_use ORDER BY 1",
            row -> row.text("line")));
  }

  private ModelRequest in(UUID conversation) {
    Venue house = database.house();
    return new ModelRequest(
        house,
        now.atZone(house.zone()),
        Channel.WHATSAPP,
        new Guest("", "+34600000101"),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        "es",
        conversation,
        Patience.ENDLESS);
  }

  private UUID conversation(String guest) {
    InboundMessage message =
        new InboundMessage(
            "twilio",
            "SM" + guest,
            Channel.WHATSAPP,
            "+34600000900",
            guest,
            "",
            "hola",
            "text",
            List.of(),
            now,
            "correlation");
    return new PostgresInboundLedger(database.sql, database.json, database.digests)
        .record(message, database.house(), false, null, now)
        .conversation();
  }
}
