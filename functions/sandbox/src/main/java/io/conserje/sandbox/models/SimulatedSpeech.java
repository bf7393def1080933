package io.conserje.sandbox.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.models.AudioEndpoint.Answer;
import io.conserje.sandbox.models.AudioEndpoint.Asked;
import io.conserje.sandbox.voice.Recordings;
import java.nio.charset.StandardCharsets;

/** Speech as far as the house uses it; whatever it is to say, it says one of the recordings. */
final class SimulatedSpeech implements AudioEndpoint.Work {

  static final String PATH = "audio/speech";
  static final String OPERATION = "speech";

  private static final int LONGEST = 4096;

  @Override
  public Answer answer(Asked asked) {
    JsonNode body;
    try {
      body = Json.read(told(asked));
    } catch (IllegalArgumentException e) {
      return Answer.problem(400, null, "We could not parse the JSON body of your request.");
    }
    String text = body.path("input").asText("");
    if (text.isBlank() || text.length() > LONGEST) {
      return Answer.problem(400, null, "'input' has 1 to " + LONGEST + " characters");
    }
    if (!body.path("model").isTextual() || !body.path("voice").isTextual()) {
      return Answer.problem(400, null, "you must provide a model and a voice");
    }
    return body.path("response_format").asText().equals("opus")
        ? new Answer(200, "audio/ogg", Recordings.sound("confirmo"))
        : Answer.problem(400, null, "Only opus is simulated.");
  }

  @Override
  public String told(Asked asked) {
    return new String(asked.body(), StandardCharsets.UTF_8);
  }
}
