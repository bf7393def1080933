package io.conserje.sandbox.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.http.Form;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioSignatureTest {

  @ParameterizedTest
  @MethodSource("vectors")
  void signsAsTwilioDoes(JsonNode vector) throws IOException {
    Form form =
        vector.has("bodyFile")
            ? Form.parse(resource(vector.get("bodyFile").asText()))
            : form(vector.path("params"));
    String signature =
        TwilioSignature.sign(vector.path("authToken").asText(), vector.path("url").asText(), form);
    assertEquals(vector.path("signature").asText(), signature, vector.path("id").asText());
  }

  @org.junit.jupiter.api.Test
  void writesAGuestsMessageAsTwilioWritesIt() throws IOException {
    Form sample = Form.parse(resource("twilio-whatsapp-text.form"));
    Form own =
        GuestPhones.form(
            "AC00000000000000000000000000000001",
            "SM00000000000000000000000000000201",
            new GuestPhones.Written(
                "+34600000101",
                "+34600000900",
                "Hola, ¿tenéis mesa para 2 mañana a las 21:00? 😊",
                "Lucía Ejemplo",
                null,
                1));
    // the business-scoped id has no settled shape yet and is left out
    assertEquals(
        sample.fields().stream()
            .filter(f -> !f.name().equals("ExternalUserId"))
            .sorted(Comparator.comparing(Form.Field::name))
            .toList(),
        own.fields().stream().sorted(Comparator.comparing(Form.Field::name)).toList());
  }

  static Stream<JsonNode> vectors() throws IOException {
    JsonNode vectors = Json.read(resource("twilio-signature-vectors.json")).path("vectors");
    return StreamSupport.stream(vectors.spliterator(), false);
  }

  private static Form form(JsonNode params) {
    Form form = Form.empty();
    for (var entry : params.properties()) {
      if (entry.getValue().isArray()) {
        for (JsonNode value : entry.getValue()) {
          form = form.with(entry.getKey(), value.asText());
        }
      } else {
        form = form.with(entry.getKey(), entry.getValue().asText());
      }
    }
    return form;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = TwilioSignatureTest.class.getResourceAsStream("/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
