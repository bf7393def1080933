package io.conserje.webhooks.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.twilio.SignedUrl;
import io.conserje.connectors.lambda.twilio.TwilioSignature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published vectors, as they stand. */
class TwilioSignatureTest {

  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

  @Test
  void allVectorsAreThere() {
    assertEquals(28, Vectors.of("form").size());
    assertEquals(5, Vectors.of("json").size());
    assertEquals(16, Vectors.of("derived").size());
  }

  @TestFactory
  Stream<DynamicTest> formVectors() {
    return tests("form", v -> verifier(v).signedForm(url(v), form(v), signature(v)));
  }

  @TestFactory
  Stream<DynamicTest> jsonVectors() {
    return tests("json", v -> verifier(v).signedJson(url(v), body(v), signature(v)));
  }

  @TestFactory
  Stream<DynamicTest> vectorsOverOurSamples() {
    return tests("derived", v -> verifier(v).signedForm(url(v), form(v), signature(v)));
  }

  @Test
  void duringARotationBothTokensVerify() {
    Map<String, Object> basic = Vectors.of("form").getFirst();
    for (List<String> tokens : List.of(List.of("12345", "new"), List.of("new", "12345"))) {
      assertTrue(new TwilioSignature(tokens).signedForm(URL, form(basic), signature(basic)));
    }
    assertFalse(
        new TwilioSignature(List.of("new", "newer"))
            .signedForm(URL, form(basic), signature(basic)));
    assertFalse(new TwilioSignature(List.of()).signedForm(URL, form(basic), signature(basic)));
  }

  @Test
  void thePortMayBeThereOrNot() {
    assertEquals(
        List.of("https://a_b.example/x?y=%2B", "https://a_b.example:443/x?y=%2B"),
        both("https://a_b.example/x?y=%2B"));
    assertEquals(List.of("http://h:80", "http://h"), both("http://h:80"));
    assertEquals(List.of("wss://h:443/s", "wss://h/s"), both("wss://h:443/s"));
    assertEquals(List.of("https://u:1@h/", "https://u:1@h:443/"), both("https://u:1@h/"));
    assertEquals(List.of("https://h:8443/", "https://h/"), both("https://h:8443/"));
    assertEquals(List.of("https://h:80/", "https://h/"), both("https://h:80/"));
    assertEquals(List.of("https://[::1]/", "https://[::1]:443/"), both("https://[::1]/"));
  }

  private static List<String> both(String url) {
    return List.copyOf(SignedUrl.spellings(url));
  }

  private static Stream<DynamicTest> tests(String group, Predicate<Map<String, Object>> verifies) {
    return Vectors.of(group).stream()
        .map(v ->
            DynamicTest.dynamicTest(
                v.get("id").toString(),
                () -> assertEquals(v.get("expectValid"), verifies.test(v))));
  }

  private static TwilioSignature verifier(Map<String, Object> vector) {
    return new TwilioSignature(List.of(vector.get("authToken").toString()));
  }

  private static String url(Map<String, Object> vector) {
    return vector.get("requestUrl").toString();
  }

  private static String signature(Map<String, Object> vector) {
    return (String) vector.get("signature");
  }

  private static byte[] body(Map<String, Object> vector) {
    return vector.get("rawBody").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static FormFields form(Map<String, Object> vector) {
    if (vector.get("bodyFile") instanceof String file) {
      return FormFields.parse(Vectors.sample(file.replace("samples/", "")));
    }
    FormFields form = FormFields.none();
    ((Map<?, ?>) vector.get("params")).forEach((key, value) -> add(form, key.toString(), value));
    return form;
  }

  private static void add(FormFields form, String key, Object value) {
    if (value instanceof List<?> values) {
      values.forEach(each -> form.add(key, each.toString()));
    } else {
      form.add(key, value.toString());
    }
  }
}
