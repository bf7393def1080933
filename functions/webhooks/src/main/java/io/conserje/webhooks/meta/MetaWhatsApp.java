package io.conserje.webhooks.meta;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.webhooks.WebhookFunction;
import java.time.InstantSource;
import java.util.Map;

/** The function {@code meta-whatsapp}: WhatsApp without anybody between Meta and the house. */
public final class MetaWhatsApp extends WebhookFunction {

  public MetaWhatsApp() {
    this(FunctionEnvironment.ofProcess());
  }

  public MetaWhatsApp(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private MetaWhatsApp(FunctionEnvironment environment) {
    super(MetaWhatsApp.class, environment, MetaRehearsal.script());
  }
}
