package io.conserje.console;

import io.conserje.call.CallHouses;
import io.conserje.call.KeptRecording;
import io.conserje.call.RecordingLink;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.KeyedDigest;
import io.conserje.connectors.postgres.PostgresCalls;
import io.conserje.connectors.postgres.PostgresCircuits;
import io.conserje.connectors.postgres.PostgresDeadLetters;
import io.conserje.connectors.postgres.PostgresGuests;
import io.conserje.connectors.postgres.PostgresHandovers;
import io.conserje.connectors.postgres.PostgresHouseFiles;
import io.conserje.connectors.postgres.PostgresNotices;
import io.conserje.connectors.postgres.PostgresPersonRequests;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.postgres.PostgresRecordings;
import io.conserje.connectors.postgres.PostgresSettings;
import io.conserje.connectors.postgres.PostgresStays;
import io.conserje.connectors.postgres.PostgresTableBook;
import io.conserje.connectors.postgres.PostgresVenues;
import io.conserje.connectors.postgres.PostgresWaitlist;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.VenueRows;
import io.conserje.connectors.postgres.views.CallViews;
import io.conserje.connectors.postgres.views.ConversationViews;
import io.conserje.connectors.postgres.views.EventViews;
import io.conserje.connectors.postgres.views.PersonRequestViews;
import io.conserje.connectors.postgres.views.QuestionViews;
import io.conserje.connectors.postgres.views.ReservationViews;
import io.conserje.connectors.postgres.views.SchemaView;
import io.conserje.connectors.postgres.views.StayViews;
import io.conserje.connectors.postgres.views.VenueViews;
import io.conserje.connectors.s3.S3Recordings;
import io.conserje.connectors.secretsmanager.SecretsManagerClients;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsClients;
import io.conserje.connectors.sqs.SqsDeadLetters;
import io.conserje.connectors.sqs.SqsWakeups;
import io.conserje.connectors.telnyx.TelnyxAccount;
import io.conserje.connectors.telnyx.TelnyxApi;
import io.conserje.connectors.telnyx.TelnyxRecordings;
import io.conserje.conversation.Wakeups;
import io.conserje.guest.GuestTiers;
import io.conserje.guest.Guests;
import io.conserje.handoff.HandBack;
import io.conserje.handoff.Handovers;
import io.conserje.handoff.PatientWakeups;
import io.conserje.handoff.TakeOver;
import io.conserje.handoff.WriteAsPerson;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.reservation.TableBook;
import io.conserje.venue.Venues;
import io.conserje.venue.house.EditKnowledge;
import io.conserje.venue.house.HouseFiles;
import io.conserje.venue.house.ImportHouse;
import io.conserje.waitlist.FrontDesk;
import io.conserje.waitlist.Waitlist;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** What the console uses, and nothing else. */
@Factory
final class ConsoleWiring {

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
    return new PostgresPool(() -> PostgresSettings.from(settings::find, settings::required), 1);
  }

  @Singleton
  @Named("default")
  DataSource database(PostgresPool pool) {
    return pool.dataSource();
  }

  @Singleton
  Sql sql(TransactionOperations<Connection> transactions) {
    return new Sql(transactions);
  }

  @Singleton
  Venues venues(VenueRows rows, ObjectMapper mapper) {
    return new PostgresVenues(rows, new Json(mapper));
  }

  @Singleton
  Houses houses(Venues venues) {
    return new Houses(venues);
  }

  @Singleton
  Waitlist waitlist(Sql sql) {
    return new PostgresWaitlist(sql);
  }

  /** What the book says to guests is found by the outbox sweep. */
  @Singleton
  FrontDesk frontDesk(Sql sql, Waitlist waitlist, Venues venues) {
    return FrontDesk.of(
        new PostgresTableBook(sql, new SecureRandom()),
        waitlist,
        new PostgresNotices(sql),
        new PostgresPersonRequests(sql),
        venues);
  }

  @Singleton
  TableBook book(FrontDesk desk) {
    return desk.book();
  }

  @Singleton
  KeyedDigest digests(Settings settings) {
    return new KeyedDigest(() -> settings.required(Variable.SESSION_SECRET_KEY));
  }

  @Singleton
  Guests guests(Sql sql, Venues venues, ObjectMapper mapper, KeyedDigest digests) {
    return new PostgresGuests(sql, new Json(mapper), venues, GuestTiers.USUAL, digests);
  }

  @Singleton
  PostgresStays stays(Sql sql, ObjectMapper mapper) {
    return new PostgresStays(sql, new Json(mapper), new SecureRandom());
  }

  @Singleton
  StayViews stayViews(Sql sql, PostgresStays stays) {
    return new StayViews(sql, stays);
  }

  @Singleton
  VenueViews venueViews(Venues venues, Sql sql) {
    return new VenueViews(venues, sql);
  }

  @Singleton
  HouseFiles houseFiles(Sql sql, ObjectMapper mapper) {
    return new PostgresHouseFiles(sql, new Json(mapper));
  }

  @Singleton
  ImportHouse importHouse(HouseFiles houses, FunctionEnvironment environment) {
    return new ImportHouse(houses, environment.clock());
  }

  @Singleton
  EditKnowledge editKnowledge(HouseFiles houses, ImportHouse importHouse) {
    return new EditKnowledge(houses, importHouse);
  }

  @Singleton
  QuestionViews questions(Sql sql) {
    return new QuestionViews(sql);
  }

  @Singleton
  ReservationViews reservations(Sql sql) {
    return new ReservationViews(sql);
  }

  @Singleton
  ConversationViews conversations(Sql sql, ObjectMapper json) {
    return new ConversationViews(sql, json);
  }

  @Singleton
  PersonRequestViews personRequests(Sql sql) {
    return new PersonRequestViews(sql);
  }

  @Singleton
  CallViews calls(Sql sql, ObjectMapper mapper, Settings settings) {
    return new CallViews(
        sql,
        mapper,
        (call, recording) -> heardAt(settings, call.toString(), recording),
        new ReadPrices(settings, mapper));
  }

  /** Whoever has the key of the API asks here for what has no address that lasts. */
  private static String heardAt(Settings settings, String call, String recording) {
    return KeptRecording.of(recording)
        .map(_ -> settings.find(Variable.PUBLIC_BASE_URL).orElse("").replaceAll("/+$", ""))
        .map(base -> base + "/api/calls/" + call + "/recording")
        .orElse(recording);
  }

  @Singleton
  RecordingLink recordingLink(Settings settings) {
    return new RecordingLink(
        () -> settings.required(Variable.PUBLIC_BASE_URL),
        () -> settings.required(Variable.SESSION_SECRET_KEY));
  }

  @Singleton
  HearCall recordings(
      CallViews calls, Settings settings, ObjectMapper mapper, FunctionEnvironment environment) {
    TelnyxApi telnyx =
        new TelnyxApi(
            () ->
                new TelnyxAccount(
                    settings.required(Variable.TELNYX_API_KEY),
                    settings.find(Variable.TELNYX_BASE_URL).orElse(null)),
            new OpenJson(mapper),
            environment.clock());
    return new HearCall(
        calls,
        List.of(new TelnyxRecordings(telnyx), new S3Recordings(environment.variables())),
        environment.clock());
  }

  @Singleton
  PostgresRecordings recordedCalls(Sql sql) {
    return new PostgresRecordings(sql);
  }

  @Singleton
  EventViews events(Sql sql) {
    return new EventViews(sql);
  }

  @Singleton
  Handovers handovers(Sql sql, ObjectMapper mapper) {
    return new PostgresHandovers(sql, new Json(mapper));
  }

  @Singleton
  SqsDeadLetters deadQueues(FunctionEnvironment environment, Settings settings) {
    return new SqsDeadLetters(
        SqsClients.create(environment.variables()),
        queue -> settings.required(queue.urlVariable()));
  }

  @Singleton
  PostgresDeadLetters deadMessages(Sql sql, ObjectMapper mapper, KeyedDigest digests) {
    return new PostgresDeadLetters(sql, new Json(mapper), digests);
  }

  @Singleton
  DeadLetters deadLetters(
      Sql sql,
      Venues venues,
      PostgresDeadLetters messages,
      ObjectMapper mapper,
      KeyedDigest digests) {
    return new DeadLetters(
        new QueueJson(mapper),
        venues,
        new CallHouses(new PostgresCalls(sql, new Json(mapper), digests), venues),
        messages);
  }

  @Singleton
  LetterFates letterFates(
      SqsDeadLetters queues, PostgresDeadLetters messages, DeadLetters letters, Wakeups wakeups) {
    return new LetterFates(queues, messages, letters, wakeups);
  }

  /** A reminder that cannot be sent is made up for by the outbox sweep. */
  @Singleton
  Wakeups wakeups(FunctionEnvironment environment, Settings settings, ObjectMapper mapper) {
    return new PatientWakeups(
        new SqsWakeups(
            SqsClients.create(environment.variables()),
            () -> settings.required(Queue.TURN_DUE.urlVariable()),
            () -> settings.required(Queue.OUTBOX_DUE.urlVariable()),
            new QueueJson(mapper)));
  }

  /** Eight seconds, well within the function's own time. */
  @Singleton
  TakeOver takeOver(Handovers handovers) {
    return new TakeOver(
        handovers, 160, () -> LockSupport.parkNanos(Duration.ofMillis(50).toNanos()));
  }

  @Singleton
  HandBack handBack(Handovers handovers, Wakeups wakeups) {
    return new HandBack(handovers, wakeups);
  }

  @Singleton
  WriteAsPerson writeAsPerson(Handovers handovers, Wakeups wakeups) {
    return new WriteAsPerson(handovers, wakeups);
  }

  @Singleton
  Readiness readiness(Settings settings, Sql sql) {
    return new Readiness(
        settings,
        new SchemaView(sql),
        new RedisCheck(() -> settings.required(Variable.REDIS_URL)),
        new PostgresCircuits(sql));
  }

  @Singleton
  Rehearsal rehearsal(SecretsManagerSecrets secrets, ObjectMapper mapper) {
    return new Rehearsal(secrets, mapper);
  }
}
