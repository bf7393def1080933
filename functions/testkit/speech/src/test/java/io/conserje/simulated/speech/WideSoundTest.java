package io.conserje.simulated.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WideSoundTest {

  @Test
  void whatABrowserBringsIsWhatATelephoneWouldHaveBroughtWhereverItIsCut() {
    byte[] telephone = Sounds.TONES.of("Una mesa para dos");
    byte[] browser = WideSound.ofMulaw(telephone);
    assertEquals(4 * telephone.length, browser.length);

    WideSound wide = new WideSound();
    ByteArrayOutputStream back = new ByteArrayOutputStream();
    for (int from = 0; from < browser.length; from += 639) {
      int to = Math.min(browser.length, from + 639);
      back.writeBytes(wide.toMulaw(Arrays.copyOfRange(browser, from, to)));
    }
    assertArrayEquals(Mulaw.decode(telephone), Mulaw.decode(back.toByteArray()));
  }
}
