package io.conserje.turns;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.meta.MetaAccount;
import io.conserje.connectors.meta.MetaAttention;
import io.conserje.connectors.meta.MetaDelivery;
import io.conserje.connectors.meta.MetaEvents;
import io.conserje.connectors.meta.MetaSender;
import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.PostgresInboundEvents;
import io.conserje.connectors.postgres.PostgresSavedTurns;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.telnyx.TelnyxApi;
import io.conserje.connectors.telnyx.TelnyxDelivery;
import io.conserje.connectors.telnyx.TelnyxSender;
import io.conserje.connectors.twilio.TwilioAccount;
import io.conserje.connectors.twilio.TwilioDelivery;
import io.conserje.connectors.twilio.TwilioSender;
import io.conserje.conversation.AttentiveTurns;
import io.conserje.conversation.SavedTurns;
import io.conserje.names.Variable;
import io.conserje.outbound.ProviderWords;
import io.conserje.outbound.Senders;
import io.conserje.venue.Channel;
import io.conserje.webchat.WebChat;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Who carries messages to guests, and what their words mean. */
@Factory
final class CarriersWiring {

  @Singleton
  Supplier<TwilioAccount> twilioAccount(Settings settings) {
    return () ->
        new TwilioAccount(
            settings.required(Variable.TWILIO_ACCOUNT_SID),
            settings.required(Variable.TWILIO_AUTH_TOKEN),
            settings.find(Variable.TWILIO_BASE_URL).orElse(null),
            settings.required(Variable.PUBLIC_BASE_URL));
  }

  @Singleton
  TwilioSender twilio(Supplier<TwilioAccount> account, FunctionEnvironment environment) {
    return new TwilioSender(account, environment.clock());
  }

  @Singleton
  TelnyxSender telnyxSender(TelnyxApi telnyx, Settings settings) {
    return new TelnyxSender(telnyx, () -> settings.required(Variable.PUBLIC_BASE_URL));
  }

  @Singleton
  MetaSender meta(
      Supplier<MetaAccount> account, ObjectMapper mapper, FunctionEnvironment environment) {
    return new MetaSender(account, new OpenJson(mapper), environment.clock());
  }

  @Singleton
  Supplier<MetaAccount> metaAccount(Settings settings) {
    return () ->
        new MetaAccount(
            settings.required(Variable.WHATSAPP_ACCESS_TOKEN),
            settings.find(Variable.WHATSAPP_PHONE_NUMBER_ID).orElse(null),
            settings.find(Variable.META_BASE_URL).orElse(null),
            settings.find(Variable.META_GRAPH_VERSION).orElse(null));
  }

  @Singleton
  Senders senders(TwilioSender twilio, TelnyxSender telnyx, MetaSender meta, StaffSenders staff) {
    return new Senders(
        Map.of(
            Channel.WHATSAPP, List.of(twilio, meta),
            Channel.SMS, List.of(twilio, telnyx),
            Channel.EMAIL, List.of(staff.mail()),
            Channel.WEBHOOK, List.of(staff.webhook()),
            Channel.WEBCHAT, List.of(Senders.fetchedByTheGuest(WebChat.PROVIDER))));
  }

  @Singleton
  ProviderWords words() {
    return ProviderWords.of(
        Map.of(
            "twilio",
            new TwilioDelivery(),
            TelnyxSender.PROVIDER,
            new TelnyxDelivery(),
            MetaEvents.PROVIDER,
            new MetaDelivery()));
  }

  /** A guest of Meta's sees that the message was read, and that somebody writes. */
  @Singleton
  SavedTurns turns(
      Sql sql,
      Json json,
      Supplier<MetaAccount> account,
      ObjectMapper mapper,
      FunctionEnvironment environment) {
    MetaAttention meta = new MetaAttention(account, new OpenJson(mapper), environment.clock());
    return new AttentiveTurns(
        new PostgresSavedTurns(sql, json),
        new ShowAttention(new PostgresInboundEvents(sql), Map.of(MetaEvents.PROVIDER, meta::show)));
  }
}
