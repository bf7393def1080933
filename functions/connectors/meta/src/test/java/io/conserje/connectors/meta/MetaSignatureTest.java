package io.conserje.connectors.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.conserje.connectors.json.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MetaSignatureTest {

  private static final String SECRET = "test-meta-app-secret-not-real";
  private static final String HEADER =
      "sha256=4ee06584e19dc0d3ebc7f3b9a79e43f7ed10fba8662bb69daaba9d007ba4435d";

  @TestFactory
  Stream<DynamicTest> theVectorsAsTheyStand() {
    List<Part> vectors = Samples.part("signature-vectors.json").at("meta").each("vectors");
    assertEquals(17, vectors.size());
    return vectors.stream().map(v -> dynamicTest(v.text("id"), () -> check(v)));
  }

  private static void check(Part vector) {
    byte[] body =
        vector.has("bodyFile")
            ? Samples.bytes(vector.text("bodyFile").replace("samples/", ""))
            : vector.text("rawBody").getBytes(StandardCharsets.UTF_8);
    boolean valid =
        new MetaSignature(List.of(vector.text("appSecret"))).isOf(body, vector.text("header"));
    assertEquals(vector.text("expectValid"), String.valueOf(valid));
  }

  @Test
  void eitherSecretFitsWhileItIsChanged() {
    byte[] body = Samples.bytes("meta-text.json");

    assertTrue(new MetaSignature(List.of("new", SECRET)).isOf(body, HEADER));
    assertFalse(new MetaSignature(List.of("new", "newer")).isOf(body, HEADER));
    assertFalse(new MetaSignature(List.of()).isOf(body, HEADER));
  }

  @Test
  void whatIsWrittenOtherwiseDoesNotFit() {
    byte[] body = Samples.bytes("meta-text.json");
    MetaSignature signature = new MetaSignature(List.of(SECRET));

    for (String other :
        List.of(
            HEADER.toUpperCase(),
            HEADER + " ",
            HEADER + "," + HEADER,
            HEADER.substring(0, 70),
            "sha256=",
            "")) {
      assertFalse(signature.isOf(body, other), other);
    }
  }
}
