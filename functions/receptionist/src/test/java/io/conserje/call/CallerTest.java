package io.conserje.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "anonymous",
        "Anonymous",
        "Restricted",
        "+266696687",
        "266696687",
        "+7378742833",
        "+17378742833",
        "+86282452253",
        "sip:anonymous@anonymous.invalid",
        "unknown"
      })
  void whoHidesIsNobody(String said) {
    assertTrue(Caller.of(said).isHidden());
    assertEquals("", Caller.of(said).phone());
  }

  @Test
  void aNumberIsFoundInWhateverItStands() {
    assertEquals("+34600000101", Caller.of("+34 600 000 101").phone());
    assertEquals("+34600000101", Caller.of("sip:+34600000101@carrier.example;user=phone").phone());
    assertEquals("+34600000101", Caller.of("tel:+34600000101").phone());
  }

  @Test
  void whatIsNoNumberIsAnAddressAllTheSame() {
    assertEquals("sip:ana@example.com", Caller.of("sip:ana@example.com").address());
    assertEquals("", Caller.of("sip:ana@example.com").phone());
  }
}
