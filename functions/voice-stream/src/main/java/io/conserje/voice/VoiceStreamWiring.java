package io.conserje.voice;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.lambda.logs.EmbeddedMetrics;
import io.conserje.connectors.languagemodel.LanguageModels;
import io.conserje.connectors.postgres.HouseTools;
import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.PostgresKnowledge;
import io.conserje.connectors.postgres.PostgresNotices;
import io.conserje.connectors.postgres.PostgresPersonRequests;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.postgres.PostgresSavedTurns;
import io.conserje.connectors.postgres.PostgresSettings;
import io.conserje.connectors.postgres.PostgresTableBook;
import io.conserje.connectors.postgres.PostgresTokenBudget;
import io.conserje.connectors.postgres.PostgresVenues;
import io.conserje.connectors.postgres.PostgresWaitlist;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.VenueRows;
import io.conserje.connectors.postgres.views.SchemaView;
import io.conserje.connectors.redis.RedisAnswerCache;
import io.conserje.connectors.redis.RedisConnection;
import io.conserje.connectors.secretsmanager.SecretsManagerClients;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsClients;
import io.conserje.connectors.sqs.SqsWakeups;
import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.SavedTurns;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.TurnRules;
import io.conserje.conversation.builtin.BuiltInModel;
import io.conserje.conversation.models.ChainOfModels;
import io.conserje.conversation.models.ModelMetrics;
import io.conserje.conversation.models.TokenLimits;
import io.conserje.handoff.CallPerson;
import io.conserje.knowledge.CacheWatcher;
import io.conserje.knowledge.Knowledge;
import io.conserje.knowledge.RememberedKnowledge;
import io.conserje.metrics.Metrics;
import io.conserje.metrics.PrometheusText;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.outbound.WakingNotices;
import io.conserje.speech.SpeechRecognizer;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.VoiceActivity;
import io.conserje.venue.Venues;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.record.CallRecords;
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
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What the host of calls uses, and nothing else. */
@Factory
final class VoiceStreamWiring {

  /** Calls wait for one another only while many answer at the same moment. */
  static final int CONNECTIONS = 24;

  /** Minutes. */
  private static final int LONGEST_CALL = 20;

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
        () -> PostgresSettings.from(settings::find, settings::required), CONNECTIONS);
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
  PostgresVenues venues(VenueRows rows, Json json) {
    return new PostgresVenues(rows, json);
  }

  @Singleton
  @Bean(preDestroy = "close")
  RedisConnection redis(Settings settings) {
    return new RedisConnection(() -> settings.required(Variable.REDIS_URL));
  }

  @Singleton
  WakingNotices notices(
      Sql sql, FunctionEnvironment environment, Settings settings, ObjectMapper mapper) {
    return new WakingNotices(
        new PostgresNotices(sql),
        new SqsWakeups(
            SqsClients.forPutting(environment.variables()),
            () -> settings.required(Queue.TURN_DUE.urlVariable()),
            () -> settings.required(Queue.OUTBOX_DUE.urlVariable()),
            new QueueJson(mapper)));
  }

  @Singleton
  PrometheusText measurements() {
    return new PrometheusText();
  }

  @Singleton
  Metrics metrics(FunctionEnvironment environment, PrometheusText measurements) {
    return Metrics.all(new EmbeddedMetrics(environment.clock()), measurements);
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
  ToolBox tools(Sql sql, Json json, WakingNotices notices, Venues venues, Knowledge knowledge) {
    PostgresPersonRequests requests = new PostgresPersonRequests(sql);
    FrontDesk desk =
        FrontDesk.of(
            new PostgresTableBook(sql, new SecureRandom()),
            new PostgresWaitlist(sql),
            notices,
            requests,
            venues);
    return HouseTools.of(sql, json, desk, new CallPerson(requests, notices), knowledge);
  }

  @Singleton
  SavedTurns turns(Sql sql, Json json) {
    return new PostgresSavedTurns(sql, json);
  }

  @Singleton
  Receptionist receptionist(
      SavedTurns turns,
      Venues venues,
      LanguageModel model,
      ToolBox tools,
      Settings settings,
      FunctionEnvironment environment) {
    return new Receptionist(
        turns, venues, model, tools, environment.clock(), () -> rules(settings));
  }

  private static TurnRules rules(Settings settings) {
    TurnRules usual = TurnRules.usual();
    int hedge = settings.number(Variable.MODEL_HEDGE_MS, (int) usual.hedge().toMillis());
    return usual.withHedge(Duration.ofMillis(hedge));
  }

  @Singleton
  Crew crew(
      VoiceActivity.Detector detector,
      SpeechRecognizer recognizer,
      SpeechVoice voice,
      Metrics metrics,
      CallRecords records,
      Settings settings) {
    Supplier<Duration> longest =
        () -> Duration.ofMinutes(settings.number(Variable.CALL_MINUTES_MAX, LONGEST_CALL));
    return new Crew(detector, recognizer, voice, metrics, longest, records);
  }

  @Singleton
  SchemaView schema(Sql sql) {
    return new SchemaView(sql);
  }
}
