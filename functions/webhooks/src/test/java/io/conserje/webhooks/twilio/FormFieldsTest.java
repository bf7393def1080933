package io.conserje.webhooks.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.lambda.FormFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

  @Test
  void valuesAreDecodedAsUtf8() {
    FormFields form = FormFields.parse("Body=ma%C3%B1ana+a+las+9%2B1%20%F0%9F%98%8A");
    assertEquals("mañana a las 9+1 😊", form.text("Body"));
  }

  @Test
  void repeatedKeysKeepTheirValuesAndEmptyOnesCount() {
    FormFields form = FormFields.parse("b=2&a=&b=1&c&&b=2");
    assertEquals(
        Map.of("a", List.of(""), "b", List.of("2", "1", "2"), "c", List.of("")), form.all());
    assertEquals(List.of("a", "b", "c"), List.copyOf(form.all().keySet()));
    assertEquals("2", form.text("b"));
  }

  @Test
  void anEscapeThatIsNoneStandsForItself() {
    FormFields form = FormFields.parse("a=100%&b=%zz&c=%4&d=%e");
    assertEquals("100%", form.text("a"));
    assertEquals("%zz", form.text("b"));
    assertEquals("%4", form.text("c"));
    assertEquals("%e", form.text("d"));
  }

  @Test
  void anEqualsSignMayBePartOfAValue() {
    assertEquals("x=y", FormFields.parse("a=x=y").text("a"));
  }

  @Test
  void anEmptyBodyHasNoFields() {
    assertTrue(FormFields.parse("").isEmpty());
    assertEquals("", FormFields.none().text("Body"));
  }
}
