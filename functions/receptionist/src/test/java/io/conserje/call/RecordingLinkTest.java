package io.conserje.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordingLinkTest {

  private static final UUID CALL = UUID.fromString("00000000-0000-0000-0000-00000000ca11");
  private static final String KEPT = "telnyx:recording:3fa85f64-5717-4562-b3fc-2c963f66afa6";

  private final RecordingLink link = link("key");

  private static RecordingLink link(String key) {
    return new RecordingLink(() -> "https://api.example.com/", () -> key);
  }

  @Test
  void whatDiesWithinMinutesHasAnAddressOfOurs() {
    String address = link.to(CALL, KEPT);

    assertTrue(
        address.matches("https://api\\.example\\.com/recordings/[A-Za-z0-9_-]{43}"), address);
    assertEquals(Optional.of(CALL), link.read(token(address)));
  }

  @Test
  void whatLastsKeepsItsOwn() {
    assertEquals("https://api.twilio.com/RE1", link.to(CALL, "https://api.twilio.com/RE1"));
  }

  @Test
  void whatWasNotMadeHereLeadsNowhere() {
    String token = token(link.to(CALL, KEPT));
    String first = token.startsWith("B") ? "C" : "B";

    assertEquals(Optional.empty(), link("other").read(token));
    assertEquals(Optional.empty(), link.read(first + token.substring(1)), "another call's");
    assertEquals(Optional.empty(), link.read("A".repeat(43)));
    assertEquals(Optional.empty(), link.read(token + "A"));
    assertEquals(Optional.empty(), link.read(""));
  }

  @Test
  void aKeptRecordingIsReadAsItWasWritten() {
    for (boolean isOfLeg : new boolean[] {true, false}) {
      KeptRecording kept = new KeptRecording("telnyx", "7f1d2c3e-0000-11f1", isOfLeg);
      assertEquals(Optional.of(kept), KeptRecording.of(kept.written()));
    }
    assertEquals(Optional.empty(), KeptRecording.of("https://recordings.example.com/1.mp3"));
    assertEquals(Optional.empty(), KeptRecording.of("telnyx:recording:../calls"));
    assertEquals(Optional.empty(), KeptRecording.of(""));
  }

  private static String token(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
