package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PhoneTalkTest {

  @Test
  void onlyTheEndOfANumberIsSaidAgain() {
    assertEquals("no, +34600112653", PhoneTalk.whole("no, acaba en 653", "+34600112233"));
    assertEquals(
        "sorry, it +447700900653", PhoneTalk.whole("sorry, it ends in 6 53", "+447700900652"));
    assertEquals("sorry, it ends in 653", PhoneTalk.whole("sorry, it ends in 653", ""));
  }
}
