package io.conserje.sandbox;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.sandbox.Simulators.Served;
import io.conserje.sandbox.controls.ClockControl;
import io.conserje.sandbox.controls.Controls;
import io.conserje.sandbox.controls.MetaControls;
import io.conserje.sandbox.controls.ModelControls;
import io.conserje.sandbox.controls.ProviderControls;
import io.conserje.sandbox.controls.SettingsControls;
import io.conserje.sandbox.controls.StateControls;
import io.conserje.sandbox.controls.TelnyxControls;
import io.conserje.sandbox.controls.TwilioCallControls;
import io.conserje.sandbox.controls.VapiControls;
import io.conserje.sandbox.gateway.FrontPort;
import io.conserje.sandbox.gateway.Gateway;
import io.conserje.sandbox.http.HttpPort;
import io.conserje.sandbox.lambda.Functions;
import io.conserje.sandbox.lambda.VoiceHost;
import io.conserje.sandbox.meta.Meta;
import io.conserje.sandbox.meta.SimulatedMeta;
import io.conserje.sandbox.metrics.Measurements;
import io.conserje.sandbox.metrics.MetricLines;
import io.conserje.sandbox.models.Models;
import io.conserje.sandbox.pages.HousePages;
import io.conserje.sandbox.people.HouseMail;
import io.conserje.sandbox.people.HouseProgram;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import io.conserje.sandbox.queues.EventSourceMapping;
import io.conserje.sandbox.queues.Queues;
import io.conserje.sandbox.telnyx.SimulatedTelnyx;
import io.conserje.sandbox.telnyx.Telnyx;
import io.conserje.sandbox.twilio.Twilio;
import io.conserje.sandbox.vapi.SimulatedVapi;
import io.conserje.sandbox.vapi.Vapi;
import io.conserje.sandbox.voice.Speech;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole house in one JVM: every function, every queue, every provider. */
public final class Sandbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  private final Closing closing = new Closing();
  private final SandboxOptions options;
  private final SandboxClock clock;
  private final Activity activity = new Activity();
  private final Faults faults = new Faults();
  private final Measurements measurements = new Measurements();
  private final ReadWriteLock pause = new ReentrantReadWriteLock(true);
  private final RequestLog requests;
  private final HttpPort gatewayPort;
  private final HttpPort simulatorPort;
  private final EmbeddedServices services;
  private final Queues queues;
  private final HouseDatabase database;
  private final HouseMail mail;
  private final Speech speech;
  private final SandboxSettings settings;
  private final Functions functions;
  private final VoiceHost voice;
  private final SeedHouses houses;
  private final Twilio twilio;
  private final Telnyx telnyx;
  private final Meta meta;
  private final Vapi vapi;
  private final Models models;
  private final Scheduler scheduler;

  private Sandbox(SandboxOptions options) {
    this.options = options;
    this.clock = SandboxClock.starting(options.now());
    this.requests = new RequestLog(clock);
    try {
      gatewayPort = closing.later(HttpPort.take(options.port(), SandboxOptions.PORT));
      simulatorPort =
          closing.later(HttpPort.take(options.simulatorPort(), SandboxOptions.SIMULATOR_PORT));
      closing.later(MetricLines.listen(measurements));
      HttpPort.mustBeFree(options.voicePort(), SandboxOptions.VOICE_PORT);
      WorkFolder work = closing.later(WorkFolder.create());
      services = closing.later(new EmbeddedServices(options.tuning().durable()));
      queues = closing.later(new Queues(services.sqsEndpoint(), options.tuning().visibility()));
      queues.create();
      LOG.info("Postgres, Redis and the queues are there.");
      database = HouseDatabase.create(services.postgres());
      mail = closing.later(new HouseMail(requests, faults, activity));
      speech = closing.later(new Speech());
      settings = new SandboxSettings(gatewayPort.address(), values());
      functions =
          closing.later(
              new Functions(
                  options.modules(),
                  work.path(),
                  settings.environment(),
                  clock,
                  activity,
                  options.tuning().elsewhere()));
      voice = closing.later(startVoice());
      houses = closing.later(new SeedHouses(gatewayPort.address(), settings));
      twilio = closing.later(new Twilio(settings, clock, requests, faults, activity));
      telnyx = closing.later(new Telnyx(settings, clock, requests, faults, activity));
      meta = closing.later(new Meta(settings, clock, requests, faults, activity));
      vapi = closing.later(new Vapi(settings, clock, requests, faults, activity));
      models = new Models(settings, requests, faults, activity);
      scheduler =
          closing.later(new Scheduler(options.functions(), functions, clock, activity, pause));
      open();
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  /** It needs nothing of the others until the first call comes. */
  private VoiceHost startVoice() {
    return VoiceHost.start(options.modules(), settings.environment(), clock, options.voicePort());
  }

  /** From now on the sound of calls is brought to the host of calls. */
  public void carryCalls() {
    if (settings.get(Variable.PUBLIC_VOICE_URL).isEmpty()) {
      settings.set(Variable.PUBLIC_VOICE_URL, "http://127.0.0.1:" + voice.port());
    }
  }

  public static Sandbox start(SandboxOptions options) {
    return new Sandbox(options);
  }

  private void open() {
    migrate();
    warm();
    LOG.info("Every function stands ready.");
    Gateway gateway = new Gateway(options.functions(), functions, clock);
    gatewayPort.serve(new FrontPort(gateway, measurements));
    houses.handIn();
    LOG.info("The houses have handed in their files.");
    simulatorPort.put(HousePages.PATH, new HousePages(gateway()));
    options.functions().forEach(this::connect);
    simulatorPort.serve(new Simulators(providers(), controls()));
    scheduler.start();
  }

  private List<Served> providers() {
    return List.of(
        new Served(Twilio::serves, twilio.api()),
        new Served(SimulatedTelnyx::serves, telnyx.api()),
        new Served(SimulatedMeta::serves, meta.api()),
        new Served(SimulatedVapi::serves, vapi.api()),
        new Served(HouseProgram::serves, new HouseProgram(settings, requests, faults, activity)),
        new Served(Models::serves, models));
  }

  private Map<String, String> values() {
    return Values.inForce(
        Values.defaults(
            gateway().toString(), simulators().toString(), speech.address(), mail.port()),
        options.environment(),
        Values.embedded(services, queues));
  }

  private void migrate() {
    functions.invoke(LambdaFunction.MIGRATE, "{}");
  }

  /** At the same time: they have nothing to do with each other. */
  private void warm() {
    options.functions().stream()
        .filter(function -> !function.equals(LambdaFunction.MIGRATE))
        .map(f -> CompletableFuture.runAsync(() -> warm(f), Thread::startVirtualThread))
        .toList()
        .forEach(CompletableFuture::join);
  }

  private void warm(LambdaFunction function) {
    try {
      functions.warm(function);
    } catch (RuntimeException e) {
      LOG.error("{} did not start; tried again at its first event.", function.name());
    }
  }

  private void connect(LambdaFunction function) {
    for (Queue queue : function.queues()) {
      EventSourceMapping mapping =
          new EventSourceMapping(queues, queue, function, functions, activity, pause);
      closing.later(mapping.start());
    }
  }

  private Controls controls() {
    Quiet quiet = new Quiet(activity, queues, database);
    Reset reset =
        new Reset(
            pause, activity, queues, database, houses, services, twilio, telnyx, meta, vapi, models,
            speech, requests, faults);
    return new Controls(
        List.of(
            new ClockControl(clock, scheduler),
            new StateControls(quiet, reset, database),
            new SettingsControls(settings, services.secrets(), this::ports),
            new ProviderControls(requests, faults, twilio),
            new TwilioCallControls(twilio.calls()),
            new TelnyxControls(telnyx.calls(), telnyx.guests()),
            new MetaControls(meta),
            new VapiControls(vapi.calls(), clock),
            new ModelControls(models.scripts())));
  }

  private Map<String, String> ports() {
    return Map.of(
        SandboxOptions.PORT, String.valueOf(gatewayPort.number()),
        SandboxOptions.VOICE_PORT, String.valueOf(voice.port()),
        SandboxOptions.SIMULATOR_PORT, String.valueOf(simulatorPort.number()),
        SandboxOptions.NOW, options.now());
  }

  public URI gateway() {
    return gatewayPort.address();
  }

  public URI simulators() {
    return simulatorPort.address();
  }

  HouseDatabase database() {
    return database;
  }

  /** What is kept of a call's sound; null for nothing. */
  byte[] recording(String key) {
    return services.s3().object(Values.RECORDINGS, key);
  }

  Faults faults() {
    return faults;
  }

  Queues queues() {
    return queues;
  }

  /**
   * Made anew: nothing is left, nor do they remember what they had. Nobody waits at them meanwhile,
   * who would be kept waiting for long.
   */
  void emptyQueues() {
    pause.writeLock().lock();
    try {
      queues.empty();
    } finally {
      pause.writeLock().unlock();
    }
  }

  /** Whether nothing was left to do within {@code longest}. */
  boolean awaitQuiet(Duration longest) {
    return new Quiet(activity, queues, database).await(longest);
  }

  public SandboxClock clock() {
    return clock;
  }

  public SandboxSettings settings() {
    return settings;
  }

  RequestLog requests() {
    return requests;
  }

  Models models() {
    return models;
  }

  public Telnyx telnyx() {
    return telnyx;
  }

  public Meta meta() {
    return meta;
  }

  public Vapi vapi() {
    return vapi;
  }

  public Speech speech() {
    return speech;
  }

  public Twilio twilio() {
    return twilio;
  }

  @Override
  public void close() {
    closing.close();
  }
}
