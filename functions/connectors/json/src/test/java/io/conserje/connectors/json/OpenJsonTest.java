package io.conserje.connectors.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micronaut.serde.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is there in another way than expected is as if it were not there. */
class OpenJsonTest {

  private final OpenJson json = new OpenJson(ObjectMapper.getDefault());

  @Test
  void whatIsThereIsRead() {
    Part part = read("{\"a\":{\"b\":[{\"c\":\"x\"},1,null,{\"c\":2}]},\"at\":\"1788854401\"}");

    assertEquals(List.of("x", "2"), part.at("a").each("b").stream().map(c -> c.text("c")).toList());
    assertEquals(Optional.of(Instant.ofEpochSecond(1788854401)), part.time("at"));
  }

  @Test
  void whatIsNotThereOrOfAnotherKindIsNothing() {
    Part part = read("{\"a\":[1],\"b\":\"x\"}");

    assertEquals("", part.at("a").text("c"));
    assertEquals("", part.text("a"));
    assertEquals(List.of(), part.each("b"));
    assertEquals(Optional.empty(), part.number("b"));
    assertEquals(Optional.empty(), part.time("b"));
    assertFalse(part.has("c"));
  }

  @Test
  void whatNoDatabaseKeepsIsLeftOut() {
    assertEquals("ab", read("{\"t\":\"a\\u0000\\ud83d b\"}").text("t").replace(" ", ""));
  }

  @Test
  void whatIsNoObjectIsNothing() {
    for (String odd : List.of("", "[]", "1", "{", "null", "\"x\"")) {
      assertEquals(Optional.empty(), json.read(odd.getBytes(StandardCharsets.UTF_8)), odd);
    }
  }

  private Part read(String text) {
    return json.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
