package io.conserje.infra;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Variable;
import io.conserje.names.VoiceHost;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * One secret per provider, {@code conserje/{stage}/{provider}}, JSON keyed by the environment
 * names.
 *
 * <p>The first value of a secret must never be changed here: CloudFormation would write it over
 * what the operator filled in. That is why a provider's secret starts as {@code {}} whatever keys
 * it will hold.
 */
final class ProviderSecrets extends Construct {

  /** The database's only user; its password is generated. */
  static final String POSTGRES_USER = "conserje";

  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private final Deployment deployment;

  ProviderSecrets(Construct scope, Deployment deployment) {
    super(scope, "Secrets");
    this.deployment = deployment;
    Stream.concat(
            LambdaFunction.all().stream().flatMap(function -> function.secrets().stream()),
            VoiceHost.SECRETS.stream())
        .distinct()
        .sorted()
        .forEach(provider -> secrets.put(provider, create(provider)));
  }

  Secret of(String provider) {
    return secrets.get(provider);
  }

  private Secret create(String provider) {
    return switch (provider) {
      case "postgres" ->
          secret(provider)
              .generateSecretString(
                  generated(
                      "{\"" + Variable.POSTGRES_USER + "\":\"" + POSTGRES_USER + "\"}",
                      Variable.POSTGRES_PASSWORD))
              .build();
      case "console" ->
          secret(provider).generateSecretString(generated("{}", Variable.ADMIN_API_KEY)).build();
      case "sessions" ->
          secret(provider)
              .generateSecretString(generated("{}", Variable.SESSION_SECRET_KEY))
              .build();
      default -> secret(provider).secretStringValue(SecretValue.unsafePlainText("{}")).build();
    };
  }

  private Secret.Builder secret(String provider) {
    return Secret.Builder.create(this, provider)
        .secretName(deployment.secretsPrefix() + "/" + provider)
        .removalPolicy(RemovalPolicy.RETAIN);
  }

  private static SecretStringGenerator generated(String template, String key) {
    return SecretStringGenerator.builder()
        .secretStringTemplate(template)
        .generateStringKey(key)
        .passwordLength(40)
        .excludePunctuation(true)
        .build();
  }
}
