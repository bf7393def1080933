package io.conserje.sandbox.models;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.models.AudioEndpoint.Answer;
import io.conserje.sandbox.models.AudioEndpoint.Asked;
import io.conserje.sandbox.models.Multipart.Part;
import io.conserje.sandbox.voice.Ear;
import io.conserje.sandbox.voice.Ear.Heard;
import java.util.Map;
import java.util.Set;

/**
 * Transcriptions as far as the house uses them. It knows what is said in the recordings of the
 * sandbox; in silence it hears what Whisper makes up.
 */
final class SimulatedTranscription implements AudioEndpoint.Work {

  static final String PATH = "audio/transcriptions";
  static final String OPERATION = "transcription";

  private static final String MADE_UP = "Subtítulos realizados por la comunidad";
  private static final Set<String> KNOWN =
      Set.of("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm");

  private final Ear ear;

  SimulatedTranscription(Ear ear) {
    this.ear = ear;
  }

  private static Multipart form(Asked asked) {
    try {
      return Multipart.of(asked.contentType(), asked.body());
    } catch (IllegalArgumentException e) {
      return new Multipart(Map.of());
    }
  }

  @Override
  public Answer answer(Asked asked) {
    Multipart form = form(asked);
    Part file = form.parts().get("file");
    if (file == null || form.text("model").isBlank()) {
      return Answer.problem(400, null, "you must provide a model and a file");
    }
    String ending = file.fileName().substring(file.fileName().lastIndexOf('.') + 1);
    if (!KNOWN.contains(ending)) {
      return Answer.problem(400, null, "Unrecognized file format. Supported formats: " + KNOWN);
    }
    boolean verbose = form.text("response_format").equals("verbose_json");
    if (verbose && form.text("model").startsWith("gpt-")) {
      return Answer.problem(
          400, "unsupported_value", "response_format 'verbose_json' is not compatible");
    }
    return ear.hear(file.bytes())
        .map(heard -> Answer.json(200, Json.write(answer(heard, verbose))))
        .orElseGet(() ->
            Answer.problem(400, "invalid_value", "Audio file might be corrupted or unsupported"));
  }

  private static ObjectNode answer(Heard heard, boolean verbose) {
    String text = heard.silent() ? MADE_UP : heard.words();
    ObjectNode answer = Json.object();
    if (verbose) {
      answer.put("task", "transcribe");
      answer.put("language", "spanish");
      answer.put("duration", heard.seconds());
    }
    answer.put("text", text);
    if (verbose) {
      ObjectNode segment = answer.putArray("segments").addObject();
      segment.put("id", 0).put("start", 0.0).put("end", heard.seconds()).put("text", " " + text);
      segment.put("avg_logprob", heard.silent() ? -0.9 : -0.2);
      segment.put("no_speech_prob", heard.silent() ? 0.86 : 0.01);
    }
    return answer;
  }

  /** The sound itself is told of by its name and size. */
  @Override
  public String told(Asked asked) {
    ObjectNode fields = Json.object();
    form(asked)
        .parts()
        .forEach((name, part) ->
            fields.put(
                name,
                part.fileName().isEmpty()
                    ? part.text()
                    : part.fileName() + ", " + part.contentType() + ", " + part.bytes().length));
    return Json.write(fields);
  }
}
