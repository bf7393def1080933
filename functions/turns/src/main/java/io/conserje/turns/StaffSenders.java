package io.conserje.turns;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.mail.MailAccount;
import io.conserje.connectors.mail.MailAccount.Encryption;
import io.conserje.connectors.mail.MailSender;
import io.conserje.connectors.webhook.WebhookAccount;
import io.conserje.connectors.webhook.WebhookSender;
import io.conserje.names.Variable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/** By what the house's people are told, besides WhatsApp and SMS. */
@Singleton
final class StaffSenders {

  private static final int SUBMISSION = 587;

  private final Settings settings;
  private final ObjectMapper json;
  private final InstantSource clock;

  StaffSenders(Settings settings, ObjectMapper json, FunctionEnvironment environment) {
    this.settings = settings;
    this.json = json;
    this.clock = environment.clock();
  }

  MailSender mail() {
    return new MailSender(this::mailAccount, clock);
  }

  WebhookSender webhook() {
    return new WebhookSender(this::webhookAccount, json, clock);
  }

  private MailAccount mailAccount() {
    return new MailAccount(
        settings.required(Variable.SMTP_HOST),
        settings.number(Variable.SMTP_PORT, SUBMISSION),
        settings.find(Variable.SMTP_ENCRYPTION).map(Encryption::of).orElse(Encryption.STARTTLS),
        settings.find(Variable.SMTP_USER).orElse(""),
        settings.find(Variable.SMTP_PASSWORD).orElse(""),
        settings.required(Variable.EMAILS_FROM));
  }

  private WebhookAccount webhookAccount() {
    return new WebhookAccount(
        settings.required(Variable.STAFF_WEBHOOK_SECRET),
        Set.copyOf(settings.requiredList(Variable.STAFF_WEBHOOK_ORIGINS)));
  }
}
