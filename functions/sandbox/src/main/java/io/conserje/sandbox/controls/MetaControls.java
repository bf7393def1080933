package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.meta.Meta;
import io.conserje.sandbox.meta.MetaGuests;
import io.conserje.sandbox.meta.MetaGuests.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Guests who write to a house on WhatsApp, where its number is at Meta. */
public final class MetaControls implements ControlGroup {

  private static final String WRITTEN =
      "{\"from\": \"+34600000101\", \"to\"?: \"106540352242922\", \"shown\"?: \"34600000900\","
          + " \"text\": \"hola\", \"name\"?: \"Lucía\", \"id\"?: \"wamid.…\", \"times\"?: 1,"
          + " \"content\"?: {\"type\": \"image\", \"image\": {\"caption\": \"…\"}}, \"file\"?:"
          + " \"<base64>\"}, or {\"messages\": [of these, in one notice], \"times\"?: 1}";

  private final Meta meta;

  public MetaControls(Meta meta) {
    this.meta = meta;
  }

  @Override
  public List<Control> controls() {
    return List.of(
        new Control("POST", "/_sim/meta/messages", WRITTEN, (body, query) -> write(body)),
        new Control(
            "POST",
            "/_sim/meta/verify",
            "nothing",
            (body, query) -> Control.Reply.ok(Map.of("verified", meta.verify()))));
  }

  private Control.Reply write(JsonNode body) {
    List<Written> all = new ArrayList<>();
    if (body.path("messages").isArray()) {
      Fields.of(body, "messages", "times");
      body.path("messages").forEach(one -> all.add(written(one)));
    } else {
      all.add(written(body));
    }
    int times = body.path("times").asInt(1);
    return Control.Reply.ok(meta.guests().write(all, times));
  }

  private static Written written(JsonNode body) {
    Fields fields =
        Fields.of(body, "from", "to", "shown", "text", "name", "id", "times", "content", "file");
    JsonNode content = body.path("content");
    if (!content.isMissingNode() && !content.isObject()) {
      throw new IllegalArgumentException("content is no object.");
    }
    return new Written(
        fields.required("from"),
        fields.text("to", MetaGuests.RESTAURANT),
        fields.text("shown", "34600000900"),
        fields.text("name", ""),
        content.isObject() ? fields.text("text", "") : fields.required("text"),
        fields.text("id", null),
        content.isObject() ? content : Json.object(),
        fields.text("file", ""));
  }
}
