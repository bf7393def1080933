package io.conserje.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** What must outlive every deploy: network, database, cache, queues, recordings, secrets. */
final class StateStack extends Stack {

  final Network network;
  final ProviderSecrets secrets;
  final Database database;
  final Cache cache;
  final MessageQueues queues;
  final Recordings recordings;

  StateStack(Construct scope, Deployment deployment) {
    super(
        scope,
        deployment.name("state"),
        StackProps.builder()
            .description("Conserje: network, database, cache, queues, recordings, secrets")
            .terminationProtection(true)
            .build());
    network = new Network(this);
    secrets = new ProviderSecrets(this, deployment);
    database = new Database(this, network, secrets.of("postgres"));
    cache = new Cache(this, deployment, network);
    queues = new MessageQueues(this, deployment);
    recordings = new Recordings(this);
  }
}
