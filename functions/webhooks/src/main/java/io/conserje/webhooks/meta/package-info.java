/** Meta's webhooks: the function {@code meta-whatsapp} and nothing of any other. */
@Configuration
@Requires(property = WebhookFunction.FUNCTION, value = "MetaWhatsApp")
package io.conserje.webhooks.meta;

import io.conserje.webhooks.WebhookFunction;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
