package io.conserje.infra;

import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Tags;

/**
 * What {@code cdk} runs: one stack that remembers, one that can be replaced at any time, and one
 * that carries the sound of calls where it is wanted.
 */
public final class ConserjeApp {

  private ConserjeApp() {}

  public static void main(String[] arguments) {
    App app = new App();
    addStacks(app, Packages.in(Path.of(arguments[0])));
    app.synth();
  }

  static Stacks addStacks(App app, Packages packages) {
    Deployment deployment = Deployment.of(app.getNode());
    Tags.of(app).add("application", "conserje");
    Tags.of(app).add("stage", deployment.stage());
    StateStack state = new StateStack(app, deployment);
    FunctionsStack functions = new FunctionsStack(app, deployment, state, packages);
    Optional<VoiceStack> voice =
        deployment
            .voiceCertificate()
            .map(arn -> new VoiceStack(app, deployment, arn, state, functions, packages));
    return new Stacks(state, functions, voice);
  }

  record Stacks(StateStack state, FunctionsStack functions, Optional<VoiceStack> voice) {}
}
