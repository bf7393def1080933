package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Variable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserCallApiTest {

  private static final String PATH = "/api/calls/browser";

  private final House house = new House().seeded();

  @BeforeEach
  void withAHostOfTheSound() {
    house.environment.put(Variable.PUBLIC_VOICE_URL, "https://voice.example.com/");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aCallIsAnnouncedAndItsAddressGiven() {
    APIGatewayV2HTTPResponse answer = begin("restaurante");

    assertEquals(201, answer.getStatusCode(), answer.getBody());
    Map<String, Object> begun = house.json(answer);
    String address = begun.get("address").toString();
    assertTrue(address.startsWith("wss://voice.example.com/voice/browser/stream/"), address);
    Map<String, Object> call = house.json(house.get("/api/calls/" + begun.get("call"), ""));
    assertEquals("browser", call.get("provider"));
    assertEquals("ringing", call.get("state"));
  }

  @Test
  void nobodyIsGivenAnAddressWithoutTheKeyAnUnknownHouseOrAHost() {
    assertEquals(401, house.call("POST", PATH, "", Map.of()).getStatusCode());
    assertEquals(404, begin("nowhere").getStatusCode());
    house.environment.remove(Variable.PUBLIC_VOICE_URL);
    assertEquals(409, begin("restaurante").getStatusCode());
  }

  private APIGatewayV2HTTPResponse begin(String venue) {
    String body = "{\"venue\":\"" + venue + "\"}";
    return house.post(PATH, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }
}
