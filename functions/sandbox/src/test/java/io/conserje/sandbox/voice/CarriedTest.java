package io.conserje.sandbox.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.sandbox.Json;
import io.conserje.sandbox.voice.PhoneGuest.Moment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarriedTest {

  @Test
  void whatWasHeardCanBeAnswered() {
    Moment moment = new Moment(Duration.ofMillis(1280), "the house speaks");
    assertEquals(
        "{\"end\":\"hung up\",\"clears\":1,\"moments\":[{\"at\":1.28,\"what\":\"the house speaks\"}]}",
        Json.write(new Carried("hung up", 1, List.of(moment), null)));
  }
}
