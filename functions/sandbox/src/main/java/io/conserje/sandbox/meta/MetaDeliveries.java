package io.conserje.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.HouseDoor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a message to the guest's phone, and tells the house how far it is. That a message was
 * taken says nothing of that: what is wrong with it comes as a status.
 */
final class MetaDeliveries {

  private static final int OUTSIDE_WINDOW = 131047;
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final long STEP_MILLIS = 60;

  private final MetaMessages messages;
  private final MetaWebhooks webhooks;
  private final Faults faults;
  private final InstantSource clock;
  private final Activity activity;

  MetaDeliveries(
      MetaMessages messages,
      MetaWebhooks webhooks,
      Faults faults,
      InstantSource clock,
      Activity activity) {
    this.messages = messages;
    this.webhooks = webhooks;
    this.faults = faults;
    this.clock = clock;
    this.activity = activity;
  }

  void follow(MetaMessage message) {
    Optional<Integer> trouble = trouble(message);
    activity.begin();
    Thread.startVirtualThread(() -> tell(message, trouble));
  }

  private Optional<Integer> trouble(MetaMessage message) {
    Optional<Integer> asked =
        faults
            .take(MetaWebhooks.PROVIDER, Fault.DELIVERY, Set.of(Fault.Kind.STATUS))
            .map(Fault::status);
    boolean template = message.content().path("type").asText().equals("template");
    boolean heard =
        messages.heard(message.guest(), message.number(), clock.instant().minus(WINDOW));
    return asked.isPresent() || template || heard ? asked : Optional.of(OUTSIDE_WINDOW);
  }

  private void tell(MetaMessage message, Optional<Integer> trouble) {
    List<String> statuses = trouble.isPresent() ? List.of("failed") : List.of("sent", "delivered");
    if (webhooks.reordered(MetaWebhooks.STATUSES)) {
      statuses = statuses.reversed();
    }
    try {
      for (String status : statuses) {
        HouseDoor.pause(STEP_MILLIS);
        webhooks.send(MetaWebhooks.STATUSES, List.of(change(message, status, trouble)));
      }
    } finally {
      activity.end();
    }
  }

  private ObjectNode change(MetaMessage message, String word, Optional<Integer> trouble) {
    ObjectNode change = MetaWebhooks.change(message.number(), "34600000900");
    ObjectNode status = ((ObjectNode) change.get("value")).putArray("statuses").addObject();
    boolean number = message.guest().matches("\\d+");
    status.put("id", message.id()).put("status", word);
    status.put("timestamp", String.valueOf(clock.instant().getEpochSecond()));
    status.put(number ? "recipient_id" : "recipient_user_id", message.guest());
    String data = message.content().path("biz_opaque_callback_data").asText("");
    if (!data.isEmpty()) {
      status.put("biz_opaque_callback_data", data);
    }
    if (trouble.isPresent()) {
      ObjectNode error = status.putArray("errors").addObject();
      error
          .put("code", trouble.get())
          .put("title", "Not delivered")
          .put("message", "Not delivered");
      error.putObject("error_data").put("details", "The message was not delivered.");
    } else {
      status
          .putObject("pricing")
          .put("billable", false)
          .put("pricing_model", "PMP")
          .put("category", "service")
          .put("type", "free_customer_service");
    }
    return change;
  }
}
