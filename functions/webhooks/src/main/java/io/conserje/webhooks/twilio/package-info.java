/** Twilio's webhooks: the function {@code twilio-messages} and nothing of any other. */
@Configuration
@Requires(property = WebhookFunction.FUNCTION, value = "TwilioMessages")
package io.conserje.webhooks.twilio;

import io.conserje.webhooks.WebhookFunction;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
