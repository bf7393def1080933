package io.conserje.conversation.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.venue.Channel;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  private static String written(String text) {
    return PlainText.of(text, Channel.WEBCHAT);
  }

  @Test
  void markupIsTakenOut() {
    assertEquals("a nombre de Ana", written("a nombre de <b>Ana</b>"));
    assertEquals("a nombre de", written("a nombre de <img src=x onerror=alert(1)>"));
    assertEquals("Hola", written("<script>alert('x')</script>Hola"));
    assertEquals("Hola", written("Hola<script>alert('x')"));
    assertEquals("Muy bien", written("**Muy** `bien`"));
    assertEquals(
        "Carta\ncarta (https://example.com)", written("## Carta\n[carta](https://example.com)"));
  }

  @Test
  void whatOnlyLooksLikeMarkupStays() {
    assertEquals("2 < 3 y 5 > 4", written("2 < 3 y 5 > 4"));
    assertEquals("5 * 2 * 3, snake_case", written("5 * 2 * 3, snake_case"));
    assertEquals("¡Hasta mañana! 😊", written("¡Hasta mañana! 😊"));
    assertEquals("1. Uno\n2. Dos", written("1. Uno\n2. Dos"));
  }

  @Test
  void invisibleSignsAreTakenOut() {
    assertEquals("Ana", written("A\u200bn\u202ea\u0007"));
  }

  @Test
  void voiceGetsNothingItWouldReadOut() {
    assertEquals(
        "Hasta mañana Mesa 4", PlainText.of("Hasta mañana 😊\u200d • *Mesa* 4", Channel.VOICE));
  }
}
