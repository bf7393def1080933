package io.conserje.turns;

import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.mail.MailAccount;
import io.conserje.connectors.mail.MailAccount.Encryption;
import io.conserje.connectors.webhook.WebhookAccount;
import io.conserje.names.Variable;
import java.util.Set;

/** By what the house's people are told, besides WhatsApp and SMS. */
final class StaffAccounts {

  private static final int SUBMISSION = 587;

  private StaffAccounts() {}

  static MailAccount mail(Settings settings) {
    return new MailAccount(
        settings.required(Variable.SMTP_HOST),
        settings.number(Variable.SMTP_PORT, SUBMISSION),
        settings.find(Variable.SMTP_ENCRYPTION).map(Encryption::of).orElse(Encryption.STARTTLS),
        settings.find(Variable.SMTP_USER).orElse(""),
        settings.find(Variable.SMTP_PASSWORD).orElse(""),
        settings.required(Variable.EMAILS_FROM));
  }

  static WebhookAccount webhook(Settings settings) {
    return new WebhookAccount(
        settings.required(Variable.STAFF_WEBHOOK_SECRET),
        Set.copyOf(settings.requiredList(Variable.STAFF_WEBHOOK_ORIGINS)));
  }
}
