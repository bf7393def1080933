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
  void aTimeThatNoDatabaseTakesIsNone() {
    for (String far :
        List.of(
            "\"+300000-01-01T00:00:00Z\"",
            "\"-9000-01-01T00:00:00Z\"",
            "\"+999999999-12-31T00:00:00Z\"",
            "1000000000000000000",
            "-1")) {
      assertEquals(Optional.empty(), read("{\"at\":" + far + "}").time("at"), far);
    }
    assertEquals(
        Optional.of(Instant.parse("2026-11-20T11:00:00Z")),
        read("{\"at\":\"2026-11-20T12:00:00+01:00\"}").time("at"));
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
