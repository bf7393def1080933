package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.voice.PhoneGuest.Words;
import io.conserje.simulated.speech.Utterance;
import java.util.ArrayList;
import java.util.List;

/** What a guest says in a call that is really carried, by the names of the recorded sentences. */
final class SpokenWords {

  private SpokenWords() {}

  static List<Words> of(JsonNode names) {
    List<Words> words = new ArrayList<>();
    for (JsonNode name : names) {
      Utterance said = Utterance.of(name.asText());
      words.add(Words.answering(said.text(), said.mulaw()));
    }
    return words;
  }
}
