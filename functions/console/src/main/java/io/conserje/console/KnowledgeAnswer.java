package io.conserje.console;

import io.conserje.venue.house.Imported;
import io.conserje.venue.house.Problem;
import io.micronaut.http.HttpResponse;

/** What became of a change to what a house knows. */
final class KnowledgeAnswer {

  private KnowledgeAnswer() {}

  static HttpResponse<?> of(Imported imported) {
    return switch (imported) {
      case Imported.Kept kept ->
          HttpResponse.ok(new HouseController.Answer(kept.venue().value(), kept.changed()));
      case Imported.Refused refused ->
          throw Refused.unprocessable(
              "Nothing was changed. "
                  + String.join(
                      "; ", refused.problems().stream().map(KnowledgeAnswer::said).toList()));
    };
  }

  /** Where in the list the topic stands is nothing the caller has said. */
  private static String said(Problem problem) {
    return problem.path().replaceFirst("^/(knowledge/\\d+/)?", "") + " " + problem.reason();
  }

  static String given(String name, String value) {
    if (value == null || value.isBlank()) {
      throw Refused.badRequest("Give " + name + ".");
    }
    return value.strip();
  }
}
