package io.conserje.turns;

import io.conserje.call.CallHouses;
import io.conserje.call.CallTransfers;
import io.conserje.call.Calls;
import io.conserje.call.out.AfterCall;
import io.conserje.call.out.CallDue;
import io.conserje.call.out.MakeCall;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.PostgresCallTransfers;
import io.conserje.connectors.postgres.PostgresOutgoingCalls;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.telnyx.TelnyxApi;
import io.conserje.connectors.telnyx.TelnyxCaller;
import io.conserje.connectors.twilio.TwilioAccount;
import io.conserje.connectors.twilio.TwilioCaller;
import io.conserje.names.Variable;
import io.conserje.turns.voice.BringBack;
import io.conserje.venue.Venues;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Calls that the house makes. */
@Factory
final class OutgoingWiring {

  @Singleton
  OutgoingCalls outgoingCalls(Sql sql, Venues venues) {
    return new PostgresOutgoingCalls(sql, venues);
  }

  @Singleton
  CallTransfers callTransfers(Sql sql) {
    return new PostgresCallTransfers(sql);
  }

  @Singleton
  TwilioCaller twilioCaller(Supplier<TwilioAccount> account, FunctionEnvironment environment) {
    return new TwilioCaller(account, environment.clock());
  }

  @Singleton
  TelnyxCaller telnyxCaller(TelnyxApi telnyx, Settings settings) {
    return new TelnyxCaller(
        telnyx,
        () -> settings.find(Variable.TELNYX_CONNECTION_ID),
        () -> settings.required(Variable.PUBLIC_BASE_URL));
  }

  @Singleton
  AfterCall afterCall(
      OutgoingCalls outgoing, Venues venues, CallDue due, FunctionEnvironment environment) {
    return new AfterCall(outgoing, venues, CallDue.patient(due), environment.clock());
  }

  @Singleton
  MakeCall makeCall(
      OutgoingCalls outgoing,
      Calls calls,
      Venues venues,
      TwilioCaller twilio,
      TelnyxCaller telnyx,
      AfterCall after,
      CallDue due,
      FunctionEnvironment environment) {
    return new MakeCall(
        outgoing,
        calls,
        venues,
        List.of(twilio, telnyx),
        after,
        CallDue.patient(due),
        environment.clock());
  }

  @Singleton
  OutgoingNews outgoingNews(
      OutgoingCalls outgoing, AfterCall after, FunctionEnvironment environment) {
    return new OutgoingNews(outgoing, after, environment.clock());
  }

  @Singleton
  TwilioMachines twilioMachines(
      OutgoingCalls outgoing,
      Calls calls,
      Venues venues,
      TwilioCaller twilio,
      AfterCall after,
      FunctionEnvironment environment) {
    return new TwilioMachines(outgoing, calls, venues, twilio, after, environment.clock());
  }

  @Singleton
  BringBack bringBack(CallHouses houses, Calls calls, TwilioCaller twilio, Settings settings) {
    return new BringBack(
        houses,
        calls,
        twilio::redirect,
        () -> settings.required(Variable.PUBLIC_BASE_URL),
        pause -> LockSupport.parkNanos(pause.toNanos()));
  }
}
