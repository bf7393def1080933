package io.conserje.sandbox.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated Meta is as strict as Meta's documentation, and writes as Meta does. */
class MetaRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'type':'text','text':{'body':'hola'}|0",
        "'text':{'body':'hola'}|0",
        "'type':'text','text':{'body':' '}|100",
        "'type':'text','text':{}|100",
        "'type':'hologram'|100",
        "'type':'template','template':{'name':'hola','language':{'code':'es'}}|0",
        "'type':'template','template':{'name':'Hola','language':{'code':'es'}}|100",
        "'type':'template','template':{'name':'hola'}|100",
        "'type':'template','template':{'name':'hola','language':{'code':'es'},'components':[{'parameters':[{'type':'text','text':''}]}]}|132012",
        "'biz_opaque_callback_data':'x','text':{'body':'hola'}|0"
      })
  void aMessageIsWhatItsTypeAsksFor(String fields, int code) {
    assertEquals(code, code(message(fields)));
  }

  @Test
  void aTextHas4096Characters() {
    assertEquals(0, code(message("'text':{'body':'" + "😀".repeat(4096) + "'}")));
    assertEquals(100, code(message("'text':{'body':'" + "x".repeat(4097) + "'}")));
  }

  @ParameterizedTest
  @CsvSource({"1,20,0", "3,20,0", "4,5,100", "0,5,100", "2,21,100"})
  void thereAreThreeButtonsOf20Characters(int buttons, int length, int code) {
    String all =
        IntStream.range(0, buttons)
            .mapToObj(i ->
                "{'type':'reply','reply':{'id':'%d','title':'%s'}}"
                    .formatted(i, (i + "x".repeat(length)).substring(0, length)))
            .collect(Collectors.joining(","));
    assertEquals(
        code, code(interactive("'type':'button','action':{'buttons':[" + all + "]}", "¿Cuál?")));
  }

  @ParameterizedTest
  @CsvSource({"1,24,0", "10,24,0", "11,5,100", "0,5,100", "2,25,100"})
  void aListHasTenRowsOf24Characters(int rows, int length, int code) {
    String all =
        IntStream.range(0, rows)
            .mapToObj(i ->
                "{'id':'%d','title':'%s'}"
                    .formatted(i, (i + "x".repeat(length)).substring(0, length)))
            .collect(Collectors.joining(","));
    String list = "'type':'list','action':{'button':'Elegir','sections':[{'rows':[" + all + "]}]}";
    assertEquals(code, code(interactive(list, "¿Cuál?")));
  }

  @Test
  void overButtonsThereIsLessRoom() {
    String one =
        "'type':'button','action':{'buttons':[{'type':'reply','reply':{'id':'1','title':'x'}}]}";
    assertEquals(0, code(interactive(one, "x".repeat(1024))));
    assertEquals(100, code(interactive(one, "x".repeat(1025))));
  }

  @Test
  void whoItIsForMustBeSaid() {
    JsonNode nobody =
        Json.read("{\"messaging_product\":\"whatsapp\",\"text\":{\"body\":\"hola\"}}");
    assertEquals(100, code(nobody));
  }

  /** Letters and slashes are escaped before the signature is made. */
  @Test
  void aNoticeIsWrittenByteForByteAsMetaWritesIt() throws IOException {
    Path sample = Path.of("../../events/meta/good/audio.plain.json");
    String body = Json.read(Files.readString(sample)).path("body").asText();

    assertEquals(body, MetaWebhooks.escaped(Json.write(Json.read(body))));
  }

  private static JsonNode interactive(String fields, String text) {
    return message(
        "'type':'interactive','interactive':{'body':{'text':'" + text + "'}," + fields + "}");
  }

  private static JsonNode message(String fields) {
    return Json.read(
        "{'messaging_product':'whatsapp','to':'34600000101',%s}"
            .formatted(fields)
            .replace('\'', '"'));
  }

  private static int code(JsonNode message) {
    Optional<MetaProblem> problem = MetaRules.problem(message);
    return problem.map(MetaProblem::code).orElse(0);
  }
}
