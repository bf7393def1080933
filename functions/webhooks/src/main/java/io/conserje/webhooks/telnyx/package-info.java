/** Telnyx's webhooks: the function {@code telnyx-events} and nothing of any other. */
@Configuration
@Requires(property = WebhookFunction.FUNCTION, value = "TelnyxEvents")
package io.conserje.webhooks.telnyx;

import io.conserje.webhooks.WebhookFunction;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
