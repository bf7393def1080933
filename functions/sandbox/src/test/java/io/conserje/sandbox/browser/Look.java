package io.conserje.sandbox.browser;

import java.nio.file.*;

class Look {
  public static void main(String[] a) throws Exception {
    Path out = Path.of("/tmp/h/widget-shots");
    Files.createDirectories(out);
    String R = "document.querySelector('body > div').shadowRoot";
    try (Chromium c =
        Chromium.start(Chromium.installed().get(), Files.createTempDirectory("chr"), "es")) {
      Tab t = c.open();
      t.size(1200, 800, false);
      t.go(a[0] + "/pages/restaurante");
      t.until(R + ".querySelector('.conserje-launcher') !== null");
      t.screenshot(out.resolve("1-closed.png"));
      t.value(R + ".querySelector('.conserje-launcher').click()");
      t.screenshot(out.resolve("2-open.png"));
      t.write("mesa para dos mañana a las nueve, a nombre de Ana Gil, 611 22 33 44");
      t.press("Enter");
      t.screenshot(out.resolve("3-sent.png"));
      t.until(
          R
              + ".querySelectorAll('.conserje-line.house').length > 1 && "
              + R
              + ".querySelector('.conserje-choices button') !== null");
      t.screenshot(out.resolve("4-answered.png"));
      t.value(R + ".querySelector('.conserje-choices button').click()");
      t.until(R + ".querySelectorAll('.conserje-line.house').length > 2");
      t.screenshot(out.resolve("5-booked.png"));
      t.go(a[0] + "/pages/restaurante/where");
      t.until(R + ".querySelectorAll('.conserje-line.house').length > 2");
      t.screenshot(out.resolve("6-other-page.png"));
      t.offline(true);
      t.write("¿y hay terraza? https://example.com/mapa.");
      t.press("Enter");
      t.until("!" + R + ".querySelector('.conserje-trouble').hidden");
      t.screenshot(out.resolve("7-offline.png"));
      t.offline(false);
      t.value("window.dispatchEvent(new Event('online'))");
      t.until(R + ".querySelectorAll('.conserje-line.house').length > 3");
      t.screenshot(out.resolve("8-online.png"));
      Tab p = c.open();
      p.size(390, 780, true);
      p.go(a[0] + "/pages/hotel/en");
      p.until(R + ".querySelector('.conserje-launcher') !== null");
      p.screenshot(out.resolve("9-phone-closed.png"));
      p.value(R + ".querySelector('.conserje-launcher').click()");
      p.screenshot(out.resolve("10-phone-open.png"));
      p.write("a double room from 4 to 6 December for two adults, name Tom Fox, +447700900123");
      p.press("Enter");
      p.until(R + ".querySelectorAll('.conserje-line.house').length > 1");
      p.screenshot(out.resolve("11-phone-answer.png"));
      System.out.println(t.complaints);
      System.out.println(p.complaints);
    }
  }
}
