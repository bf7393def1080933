package io.conserje.turns;

import io.conserje.call.CallHouses;
import io.conserje.call.Calls;
import io.conserje.call.RecordCall;
import io.conserje.call.out.MakeCall;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.lambda.logs.EmbeddedMetrics;
import io.conserje.connectors.languagemodel.LanguageModels;
import io.conserje.connectors.postgres.HouseTools;
import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.KeyedDigest;
import io.conserje.connectors.postgres.PostgresCalls;
import io.conserje.connectors.postgres.PostgresChatLog;
import io.conserje.connectors.postgres.PostgresHandovers;
import io.conserje.connectors.postgres.PostgresInboundLedger;
import io.conserje.connectors.postgres.PostgresKnowledge;
import io.conserje.connectors.postgres.PostgresNotices;
import io.conserje.connectors.postgres.PostgresOptOuts;
import io.conserje.connectors.postgres.PostgresOutbox;
import io.conserje.connectors.postgres.PostgresPersonRequests;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.postgres.PostgresSettings;
import io.conserje.connectors.postgres.PostgresTableBook;
import io.conserje.connectors.postgres.PostgresTokenBudget;
import io.conserje.connectors.postgres.PostgresVenues;
import io.conserje.connectors.postgres.PostgresWaitlist;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.VenueRows;
import io.conserje.connectors.redis.RedisAnswerCache;
import io.conserje.connectors.redis.RedisConnection;
import io.conserje.connectors.redis.RedisLookLimit;
import io.conserje.connectors.redis.RedisSenderLimit;
import io.conserje.connectors.secretsmanager.SecretsManagerClients;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsClients;
import io.conserje.connectors.sqs.SqsComeback;
import io.conserje.connectors.sqs.SqsWakeups;
import io.conserje.connectors.telnyx.TelnyxSender;
import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.Listening;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.SavedTurns;
import io.conserje.conversation.Speaking;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.TurnRules;
import io.conserje.conversation.Wakeups;
import io.conserje.conversation.builtin.BuiltInModel;
import io.conserje.conversation.models.ChainOfModels;
import io.conserje.conversation.models.ModelMetrics;
import io.conserje.conversation.models.TokenLimits;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.PersonRequests;
import io.conserje.handoff.StaffedLedger;
import io.conserje.handoff.TakeOver;
import io.conserje.inbound.InboundLedger;
import io.conserje.inbound.OptOutLedger;
import io.conserje.inbound.RecordInbound;
import io.conserje.inbound.SenderLimit;
import io.conserje.knowledge.CacheWatcher;
import io.conserje.knowledge.Knowledge;
import io.conserje.knowledge.RememberedKnowledge;
import io.conserje.metrics.Metrics;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.Outbox;
import io.conserje.outbound.ProviderWords;
import io.conserje.outbound.RecordDelivery;
import io.conserje.outbound.WakingNotices;
import io.conserje.turns.telnyx.TelnyxTalk;
import io.conserje.turns.voice.BringBack;
import io.conserje.venue.Venues;
import io.conserje.waitlist.FrontDesk;
import io.conserje.webchat.AnswerAtOnce;
import io.conserje.webchat.ChatLog;
import io.conserje.webchat.ChatTokens;
import io.conserje.webchat.LookLimit;
import io.conserje.webchat.WebChat;
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
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What the function {@code turns} uses, and nothing else. */
@Factory
final class TurnsWiring {

  private static final int USUAL_MESSAGES_PER_MINUTE = 20;

  /** Of 50 ms each. */
  private static final int WAITS_FOR_WHAT_IS_ON_ITS_WAY = 60;

  /** Well before the gateway gives up, after 30 s. */
  private static final Duration WRITER_WAITS = Duration.ofSeconds(20);

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
  Json json(ObjectMapper mapper) {
    return new Json(mapper);
  }

  @Singleton
  KeyedDigest digests(Settings settings) {
    return new KeyedDigest(() -> settings.required(Variable.SESSION_SECRET_KEY));
  }

  @Singleton
  QueueJson queueJson(ObjectMapper mapper) {
    return new QueueJson(mapper);
  }

  @Singleton
  PostgresVenues venues(VenueRows rows, Json json) {
    return new PostgresVenues(rows, json);
  }

  @Singleton
  PersonRequests personRequests(Sql sql) {
    return new PostgresPersonRequests(sql);
  }

  @Singleton
  CallPerson callPerson(PersonRequests requests, WakingNotices notices) {
    return new CallPerson(requests, notices);
  }

  @Singleton
  InboundLedger ledger(
      Sql sql,
      Json json,
      KeyedDigest digests,
      PersonRequests requests,
      CallPerson person,
      WakingNotices notices) {
    TakeOver takeOver =
        new TakeOver(
            new PostgresHandovers(sql, json),
            WAITS_FOR_WHAT_IS_ON_ITS_WAY,
            () -> LockSupport.parkNanos(Duration.ofMillis(50).toNanos()));
    return new OptOutLedger(
        new StaffedLedger(
            new PostgresInboundLedger(sql, json, digests), requests, person, takeOver, notices),
        new PostgresOptOuts(sql));
  }

  @Singleton
  Outbox outbox(Sql sql) {
    return new PostgresOutbox(sql);
  }

  @Singleton
  SqsWakeups wakeups(FunctionEnvironment environment, Settings settings, QueueJson json) {
    return new SqsWakeups(
        SqsClients.forPutting(environment.variables()),
        () -> settings.required(Queue.TURN_DUE.urlVariable()),
        () -> settings.required(Queue.OUTBOX_DUE.urlVariable()),
        json);
  }

  @Singleton
  @Bean(preDestroy = "close")
  RedisConnection redis(Settings settings) {
    return new RedisConnection(() -> settings.required(Variable.REDIS_URL));
  }

  @Singleton
  SenderLimit limit(RedisConnection redis, Settings settings) {
    return new RedisSenderLimit(
        redis,
        () -> settings.number(Variable.MESSAGES_PER_MINUTE_SENDER, USUAL_MESSAGES_PER_MINUTE));
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
  Metrics metrics(FunctionEnvironment environment) {
    return new EmbeddedMetrics(environment.clock());
  }

  @Singleton
  LanguageModel model(
      Settings settings,
      Sql sql,
      Metrics metrics,
      ObjectMapper json,
      FunctionEnvironment environment) {
    return new ChainOfModels(
        new LanguageModels(settings::find, json, environment.clock()),
        new BuiltInModel(),
        new PostgresTokenBudget(sql, () -> limits(settings)),
        new ModelMetrics(metrics),
        environment.clock());
  }

  private static TokenLimits limits(Settings settings) {
    TokenLimits usual = TokenLimits.USUAL;
    return new TokenLimits(
        settings.number(Variable.TOKENS_PER_CONVERSATION, (int) usual.perConversation()),
        settings.number(Variable.TOKENS_PER_VENUE_DAY, (int) usual.perVenueDay()));
  }

  @Singleton
  Knowledge knowledge(Sql sql, PostgresVenues venues, RedisConnection redis, Metrics metrics) {
    CacheWatcher watcher =
        hit -> metrics.count("answer_cache", 1, Metrics.Label.of("outcome", hit ? "hit" : "miss"));
    return new RememberedKnowledge(
        new PostgresKnowledge(sql), venues, new RedisAnswerCache(redis), watcher);
  }

  @Singleton
  ToolBox tools(Sql sql, Json json, FrontDesk desk, CallPerson person, Knowledge knowledge) {
    return HouseTools.of(sql, json, desk, person, knowledge);
  }

  @Singleton
  Calls calls(Sql sql, Json json, KeyedDigest digests) {
    return new PostgresCalls(sql, json, digests);
  }

  @Singleton
  CallHouses callHouses(Calls calls, Venues venues) {
    return new CallHouses(calls, venues);
  }

  @Singleton
  Receptionist receptionist(
      SavedTurns turns,
      Venues venues,
      LanguageModel model,
      ToolBox tools,
      Listening listening,
      Speaking speaking,
      Supplier<TurnRules> rules,
      FunctionEnvironment environment) {
    return new Receptionist(
        turns, venues, model, tools, environment.clock(), rules, listening, speaking);
  }

  @Singleton
  Supplier<TurnRules> rules(Settings settings) {
    TurnRules usual = TurnRules.usual();
    return () -> usual.withLease(settings.seconds(Variable.TURN_LEASE_SECONDS, usual.lease()));
  }

  @Singleton
  WebChat webChat(
      Sql sql,
      Venues venues,
      InboundLedger ledger,
      RedisConnection redis,
      Receptionist receptionist,
      DeliverReplies deliver,
      WakingNotices notices,
      Settings settings,
      FunctionEnvironment environment) {
    ChatLog log = new PostgresChatLog(sql);
    return new WebChat(
        venues,
        new ChatTokens(() -> settings.required(Variable.SESSION_SECRET_KEY), new SecureRandom()),
        ledger,
        new WebChat.Limits(
            chatLimit(redis, settings, Variable.WEBCHAT_PER_MINUTE_CONVERSATION, 20),
            chatLimit(redis, settings, Variable.WEBCHAT_PER_MINUTE_ADDRESS, 60),
            lookLimit(redis, settings, Variable.WEBCHAT_LOOKS_PER_MINUTE_CONVERSATION, 120),
            lookLimit(redis, settings, Variable.WEBCHAT_LOOKS_PER_MINUTE_ADDRESS, 600)),
        new AnswerAtOnce(receptionist, deliver, notices::wake, log, WRITER_WAITS),
        log,
        environment.clock());
  }

  private static SenderLimit chatLimit(
      RedisConnection redis, Settings settings, String variable, int usual) {
    return new RedisSenderLimit(redis, () -> settings.number(variable, usual));
  }

  private static LookLimit lookLimit(
      RedisConnection redis, Settings settings, String variable, int usual) {
    return new RedisLookLimit(redis, variable, () -> settings.number(variable, usual));
  }

  @Singleton
  QueueSteps steps(
      QueueJson json,
      Calls calls,
      CallHouses callHouses,
      InboundLedger ledger,
      Venues venues,
      SenderLimit limit,
      Wakeups wakeups,
      Receptionist receptionist,
      Outbox outbox,
      DeliverReplies deliverReplies,
      WakingNotices notices,
      TelnyxTalk telnyxTalk,
      TwilioMachines twilioMachines,
      BringBack bringBack,
      OutgoingNews outgoing,
      MakeCall makeCall,
      ProviderWords words,
      Settings settings,
      FunctionEnvironment environment) {
    return new QueueSteps(
        json,
        new RecordInbound(
            ledger,
            venues,
            limit,
            wakeups,
            environment.clock(),
            () -> settings.seconds(Variable.TURN_BREATH_SECONDS, RecordInbound.BREATH)),
        receptionist,
        deliverReplies,
        new RecordDelivery(ledger, outbox, words, venues, wakeups, environment.clock()),
        new RecordCall(callHouses, calls, environment.clock()),
        outgoing,
        makeCall,
        Map.of(
            TelnyxSender.PROVIDER,
            telnyxTalk,
            TwilioMachines.PROVIDER,
            twilioMachines.andThen(bringBack)),
        notices,
        wakeups,
        new SoonAgain(
            new SqsComeback(
                SupplierUtil.memoized(() -> SqsClients.create(environment.variables())))));
  }
}
