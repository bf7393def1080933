package io.conserje.console;

import io.conserje.connectors.housefile.HouseText;
import io.conserje.connectors.housefile.HouseYaml;
import io.conserje.connectors.housefile.LineProblem;
import io.conserje.connectors.housefile.UnreadableHouse;
import io.conserje.venue.VenueId;
import io.conserje.venue.house.HouseFiles;
import io.conserje.venue.house.ImportHouse;
import io.conserje.venue.house.Imported;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/** Houses come in and go out as files. */
@Controller("/api/venues")
final class HouseController {

  private static final String YAML = "application/yaml";

  private final ImportHouse importHouse;
  private final HouseFiles houses;

  HouseController(ImportHouse importHouse, HouseFiles houses) {
    this.importHouse = importHouse;
    this.houses = houses;
  }

  @Post
  @Consumes({YAML, "application/x-yaml", "text/yaml", "text/x-yaml", MediaType.APPLICATION_JSON})
  HttpResponse<?> put(HttpRequest<?> request, @Body byte[] written) {
    if (written.length > HouseText.LARGEST_BYTES) {
      throw Refused.tooLarge("A house file may have 256 KB.");
    }
    try {
      return put(isJson(request) ? HouseText.readJson(written) : HouseText.read(written));
    } catch (UnreadableHouse unreadable) {
      return HouseProblem.of(HttpStatus.BAD_REQUEST, unreadable.problems());
    }
  }

  private HttpResponse<?> put(HouseText text) {
    return switch (importHouse.put(text.document())) {
      case Imported.Kept kept ->
          HttpResponse.status(kept.created() ? HttpStatus.CREATED : HttpStatus.OK)
              .body(new Answer(kept.venue().value(), kept.changed()));
      case Imported.Refused refused ->
          HouseProblem.of(HttpStatus.UNPROCESSABLE_ENTITY, text.problems(refused.problems()));
    };
  }

  private static boolean isJson(HttpRequest<?> request) {
    return request.getContentType().filter(type -> type.getSubtype().equals("json")).isPresent();
  }

  @Get("/{id}")
  @Produces(YAML)
  String file(@PathVariable String id) {
    return Optional.of(id)
        .filter(Asked::isVenue)
        .flatMap(venue -> houses.document(new VenueId(venue)))
        .map(HouseYaml::write)
        .orElseThrow(
            () -> Refused.notFound("There is no venue of that name; GET /api/venues lists them."));
  }

  /**
   * @param changed whether the house was any different before
   */
  @Serdeable
  record Answer(String venue, boolean changed) {}

  /** Every problem with its line, and all of them as one text to be read. */
  @Serdeable
  record HouseProblem(String title, int status, String detail, List<Line> problems) {

    static HttpResponse<HouseProblem> of(HttpStatus status, List<LineProblem> found) {
      List<Line> lines = found.stream().map(p -> new Line(p.line(), p.path(), p.reason())).toList();
      return HttpResponse.<HouseProblem>status(status)
          .body(new HouseProblem(status.getReason(), status.getCode(), detail(found), lines))
          .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    private static String detail(List<LineProblem> found) {
      return "Nothing was changed. "
          + String.join("; ", found.stream().map(LineProblem::toString).toList());
    }
  }

  @Serdeable
  record Line(int line, String path, String reason) {}
}
