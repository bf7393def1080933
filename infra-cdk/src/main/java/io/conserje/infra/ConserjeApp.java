package io.conserje.infra;

import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Tags;

/**
 * What {@code cdk} runs: two stacks, one that remembers and one that can be replaced at any time.
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
    return new Stacks(state, new FunctionsStack(app, deployment, state, packages));
  }

  record Stacks(StateStack state, FunctionsStack functions) {}
}
