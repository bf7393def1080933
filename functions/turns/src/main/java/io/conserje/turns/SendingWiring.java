package io.conserje.turns;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.telnyx.TelnyxApi;
import io.conserje.connectors.telnyx.TelnyxSender;
import io.conserje.connectors.twilio.TwilioAccount;
import io.conserje.connectors.twilio.TwilioSender;
import io.conserje.conversation.Wakeups;
import io.conserje.names.Variable;
import io.conserje.outbound.BackOff;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.Outbox;
import io.conserje.outbound.Senders;
import io.conserje.outbound.SpokenReplies;
import io.conserje.venue.Channel;
import io.conserje.venue.Venues;
import io.conserje.webchat.WebChat;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Who carries what the house says, and how it is sent. */
@Factory
final class SendingWiring {

  private static final int SENDING_TRIES = 8;

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
  Senders senders(TwilioSender twilio, TelnyxSender telnyx) {
    return new Senders(
        Map.of(
            Channel.WHATSAPP, List.of(twilio),
            Channel.SMS, List.of(twilio, telnyx),
            Channel.WEBCHAT, List.of(Senders.fetchedByTheGuest(WebChat.PROVIDER))));
  }

  @Singleton
  DeliverReplies deliverReplies(
      Outbox outbox,
      Venues venues,
      Senders senders,
      Wakeups wakeups,
      SpokenReplies spoken,
      FunctionEnvironment environment) {
    return new DeliverReplies(
        outbox,
        venues,
        senders,
        wakeups,
        environment.clock(),
        new BackOff(SENDING_TRIES, new SecureRandom()),
        spoken);
  }
}
