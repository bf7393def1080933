package io.conserje.connectors.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NoNumbersTest {

  @Test
  void phoneNumbersAreTakenOutHoweverTheyAreWritten() {
    assertEquals(
        "The number … is not valid.", NoNumbers.in("The number +34 600-000-101 is not valid."));
    assertEquals("Code 20429", NoNumbers.in("Code 20429"));
    assertEquals("", NoNumbers.in(null));
  }
}
