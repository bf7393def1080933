package io.conserje.sandbox.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Json;
import org.junit.jupiter.api.Test;

class NumberedMessagesTest {

  private final NumberedMessages messages =
      new NumberedMessages("sequenceNumber", "streamSid", "MZ1");

  @Test
  void everyMessageHasTheNextNumberAndNamesItsStream() {
    messages.next("start");

    JsonNode mark = Json.read(messages.mark("greeting"));

    assertEquals("mark", mark.path("event").asText());
    assertEquals("2", mark.path("sequenceNumber").asText());
    assertEquals("MZ1", mark.path("streamSid").asText());
    assertEquals("greeting", mark.at("/mark/name").asText());
  }

  @Test
  void soundHasTheNumberAndTheTimeOfItsFrame() {
    JsonNode message = Json.read(messages.media(3, new byte[] {1, 2}));

    assertEquals("1", message.path("sequenceNumber").asText());
    assertEquals("inbound", message.at("/media/track").asText());
    assertEquals("3", message.at("/media/chunk").asText());
    assertEquals("40", message.at("/media/timestamp").asText());
    assertEquals("AQI=", message.at("/media/payload").asText());
  }
}
