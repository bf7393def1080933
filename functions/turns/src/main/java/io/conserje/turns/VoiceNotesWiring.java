package io.conserje.turns;

import io.conserje.connectors.audio.SoundFiles;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.languagemodel.Speeches;
import io.conserje.connectors.languagemodel.Transcriptions;
import io.conserje.connectors.meta.MetaAccount;
import io.conserje.connectors.meta.MetaMedia;
import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.PostgresCircuits;
import io.conserje.connectors.postgres.PostgresSavedNotes;
import io.conserje.connectors.postgres.PostgresSpokenReplies;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.twilio.TwilioAccount;
import io.conserje.connectors.twilio.TwilioMedia;
import io.conserje.conversation.Listening;
import io.conserje.conversation.Speaking;
import io.conserje.conversation.TurnRules;
import io.conserje.metrics.Metrics;
import io.conserje.names.Variable;
import io.conserje.outbound.SpokenReplies;
import io.conserje.voicenote.AnswerAloud;
import io.conserje.voicenote.ListenToVoiceNotes;
import io.conserje.voicenote.NoteLimits;
import io.conserje.voicenote.SavedSpeech;
import io.conserje.voicenote.SpeakReplies;
import io.conserje.voicenote.Speaker;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What is used to listen to voice notes, and to answer them aloud. */
@Factory
final class VoiceNotesWiring {

  @Singleton
  Listening listening(
      Settings settings,
      Supplier<TwilioAccount> twilio,
      Supplier<MetaAccount> meta,
      Sql sql,
      Json json,
      ObjectMapper mapper,
      Metrics metrics,
      Supplier<TurnRules> rules,
      FunctionEnvironment environment) {
    return new ListenToVoiceNotes(
        List.of(
            new TwilioMedia(twilio, environment.clock()),
            new MetaMedia(meta, new OpenJson(mapper), environment.clock())),
        new SoundFiles(
            () -> settings.find(Variable.TRANSCRIPTION_AUDIO).filter("wav"::equals).isPresent()),
        new Transcriptions(
            settings::find, mapper, metrics, environment.clock(), new PostgresCircuits(sql)),
        new PostgresSavedNotes(sql, json),
        metrics,
        environment.clock(),
        () -> limits(settings, rules.get().lease()));
  }

  @Singleton
  Speaker speaker(
      Settings settings,
      ObjectMapper mapper,
      Metrics metrics,
      Sql sql,
      FunctionEnvironment environment) {
    return new Speeches(
        settings::find, mapper, metrics, environment.clock(), new PostgresCircuits(sql));
  }

  @Singleton
  Speaking speaking(Speaker speaker) {
    return new AnswerAloud(speaker);
  }

  @Singleton
  SavedSpeech savedSpeech(Sql sql) {
    return new PostgresSpokenReplies(sql);
  }

  @Singleton
  SpokenReplies spokenReplies(
      Speaker speaker,
      SavedSpeech saved,
      Settings settings,
      Metrics metrics,
      FunctionEnvironment environment) {
    return new SpeakReplies(
        speaker,
        new SoundFiles(() -> false),
        saved,
        () -> settings.required(Variable.PUBLIC_BASE_URL),
        new SecureRandom(),
        metrics,
        environment.clock());
  }

  private static NoteLimits limits(Settings settings, Duration lease) {
    return new NoteLimits(
        settings.seconds(Variable.VOICE_NOTE_LONGEST_SECONDS, NoteLimits.LONGEST),
        settings.number(Variable.VOICE_NOTE_LARGEST_BYTES, NoteLimits.LARGEST),
        lease);
  }
}
