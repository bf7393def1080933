package io.conserje.followups;

import io.conserje.call.AskAfterCalls;
import io.conserje.call.BrowserCalls;
import io.conserje.call.CallHouses;
import io.conserje.call.Calls;
import io.conserje.call.ProviderCalls;
import io.conserje.call.RecordCall;
import io.conserje.call.out.AfterCall;
import io.conserje.call.out.CallDue;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.ForgottenAddresses;
import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.KeyedDigest;
import io.conserje.connectors.postgres.PostgresCallSummaries;
import io.conserje.connectors.postgres.PostgresCalls;
import io.conserje.connectors.postgres.PostgresHandovers;
import io.conserje.connectors.postgres.PostgresJobLeases;
import io.conserje.connectors.postgres.PostgresNotices;
import io.conserje.connectors.postgres.PostgresOutgoingCalls;
import io.conserje.connectors.postgres.PostgresPersonRequests;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.postgres.PostgresRecordings;
import io.conserje.connectors.postgres.PostgresSettings;
import io.conserje.connectors.postgres.PostgresSpokenReplies;
import io.conserje.connectors.postgres.PostgresStays;
import io.conserje.connectors.postgres.PostgresSweep;
import io.conserje.connectors.postgres.PostgresTableBook;
import io.conserje.connectors.postgres.PostgresVenues;
import io.conserje.connectors.postgres.PostgresWaitlist;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.VenueRows;
import io.conserje.connectors.s3.S3Recordings;
import io.conserje.connectors.secretsmanager.SecretsManagerClients;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsClients;
import io.conserje.connectors.sqs.SqsWakeups;
import io.conserje.connectors.telnyx.TelnyxAccount;
import io.conserje.connectors.telnyx.TelnyxApi;
import io.conserje.connectors.telnyx.TelnyxEndedCalls;
import io.conserje.connectors.twilio.TwilioAccount;
import io.conserje.connectors.twilio.TwilioEndedCalls;
import io.conserje.connectors.vapi.VapiCalls;
import io.conserje.conversation.Wakeups;
import io.conserje.handoff.HandBack;
import io.conserje.handoff.RemindStaff;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.outbound.WakingNotices;
import io.conserje.reservation.ExpireHolds;
import io.conserje.stay.ExpireStays;
import io.conserje.venue.Venues;
import io.conserje.waitlist.FrontDesk;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What the functions of this package use, and nothing else. */
@Factory
final class FollowUpsWiring {

  /** One to hold Flyway's lock, one to migrate with. */
  private static final int MIGRATION_NEEDS = 2;

  @Singleton
  SecretsManagerSecrets secrets(FunctionEnvironment environment, ObjectMapper json) {
    return new SecretsManagerSecrets(
        environment.variables(),
        environment.clock(),
        SupplierUtil.memoized(() -> SecretsManagerClients.create(environment.variables())),
        json);
  }

  @Singleton
  Settings settings(FunctionEnvironment environment, SecretsManagerSecrets secrets) {
    return new Settings(environment.variables(), secrets);
  }

  @Singleton
  @Bean(preDestroy = "close")
  PostgresPool pool(Settings settings) {
    return new PostgresPool(
        () -> PostgresSettings.from(settings::find, settings::required), MIGRATION_NEEDS);
  }

  @Singleton
  @Named("default")
  DataSource database(PostgresPool pool) {
    return pool.dataSource();
  }

  @Singleton
  SqsWakeups wakeups(FunctionEnvironment environment, Settings settings, ObjectMapper mapper) {
    return new SqsWakeups(
        SqsClients.create(environment.variables()),
        () -> settings.required(Queue.TURN_DUE.urlVariable()),
        () -> settings.required(Queue.OUTBOX_DUE.urlVariable()),
        new QueueJson(mapper));
  }

  @Singleton
  Sql sql(TransactionOperations<Connection> transactions) {
    return new Sql(transactions);
  }

  @Singleton
  KeyedDigest digests(Settings settings) {
    return new KeyedDigest(() -> settings.required(Variable.SESSION_SECRET_KEY));
  }

  @Singleton
  ForgottenAddresses forgottenAddresses(Sql sql, KeyedDigest digests) {
    return new ForgottenAddresses(sql, digests);
  }

  @Singleton
  Venues venues(VenueRows rows, ObjectMapper mapper) {
    return new PostgresVenues(rows, new Json(mapper));
  }

  @Singleton
  WakingNotices notices(Sql sql, Wakeups wakeups) {
    return new WakingNotices(new PostgresNotices(sql), wakeups);
  }

  @Singleton
  FrontDesk frontDesk(Sql sql, WakingNotices notices, Venues venues) {
    return FrontDesk.of(
        new PostgresTableBook(sql, new SecureRandom()),
        new PostgresWaitlist(sql),
        notices,
        new PostgresPersonRequests(sql),
        venues);
  }

  @Singleton
  OutgoingCalls outgoingCalls(Sql sql, Venues venues) {
    return new PostgresOutgoingCalls(sql, venues);
  }

  @Singleton
  CallsDue callsDue(OutgoingCalls outgoing, CallDue due) {
    return new CallsDue(outgoing, due);
  }

  @Singleton
  LostCallReports callReports(
      Sql sql,
      ObjectMapper mapper,
      KeyedDigest digests,
      Venues venues,
      OutgoingCalls outgoing,
      CallDue due,
      Settings settings,
      FunctionEnvironment environment) {
    InstantSource clock = environment.clock();
    Calls calls = new PostgresCalls(sql, new Json(mapper), digests);
    RecordCall record = new RecordCall(new CallHouses(calls, venues), calls, clock);
    AfterCall after = new AfterCall(outgoing, venues, CallDue.patient(due), clock);
    OpenJson json = new OpenJson(mapper);
    return new LostCallReports(
        Stream.of(
                vapi(settings, json, clock),
                twilio(settings, json, clock),
                telnyx(settings, json, clock),
                new BrowserCalls(clock))
            .map(provider -> new AskAfterCalls(calls, record, provider, after::ended))
            .toList());
  }

  private static ProviderCalls vapi(Settings settings, OpenJson json, InstantSource clock) {
    return new VapiCalls(
        () ->
            new VapiCalls.Account(
                settings.required(Variable.VAPI_API_KEY),
                settings.find(Variable.VAPI_BASE_URL).orElse(null)),
        json,
        clock);
  }

  /** It is asked only; nothing is to be told to us. */
  private static ProviderCalls twilio(Settings settings, OpenJson json, InstantSource clock) {
    return new TwilioEndedCalls(
        () ->
            new TwilioAccount(
                settings.required(Variable.TWILIO_ACCOUNT_SID),
                settings.required(Variable.TWILIO_AUTH_TOKEN),
                settings.find(Variable.TWILIO_BASE_URL).orElse(null),
                ""),
        json,
        clock);
  }

  private static ProviderCalls telnyx(Settings settings, OpenJson json, InstantSource clock) {
    return new TelnyxEndedCalls(
        new TelnyxApi(
            () ->
                new TelnyxAccount(
                    settings.required(Variable.TELNYX_API_KEY),
                    settings.find(Variable.TELNYX_BASE_URL).orElse(null)),
            json,
            clock),
        clock);
  }

  @Singleton
  JobRunner jobs(
      Sql sql,
      ObjectMapper mapper,
      Wakeups wakeups,
      Venues venues,
      FrontDesk desk,
      WakingNotices notices,
      CallsDue callsDue,
      LostCallReports callReports,
      ForgottenAddresses forgotten,
      FunctionEnvironment environment) {
    Jobs jobs =
        new Jobs(
            new ExpireHoldsJob(new ExpireHolds(desk.book()), venues, notices),
            new WaitlistOffers(desk, venues, notices),
            new StayHolds(
                venues,
                new ExpireStays(new PostgresStays(sql, new Json(mapper), new SecureRandom()))),
            new HandoverReminders(
                new RemindStaff(
                    new PostgresPersonRequests(sql),
                    notices,
                    new HandBack(new PostgresHandovers(sql, new Json(mapper)), wakeups)),
                venues,
                notices),
            callsDue,
            callReports,
            new SumUpCalls(new PostgresCallSummaries(sql, new Json(mapper))),
            new KeepRecordings(
                new PostgresRecordings(sql), new S3Recordings(environment.variables())),
            new ForgetSpokenReplies(new PostgresSpokenReplies(sql)),
            new ForgetWhomWeForgot(forgotten),
            new OutboxSweep(new PostgresSweep(sql), wakeups));
    return new JobRunner(jobs, new PostgresJobLeases(sql), environment.clock());
  }
}
