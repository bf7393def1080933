package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.guest.Staff;
import io.conserje.handoff.HandBack;
import io.conserje.handoff.HandoverAnswer;
import io.conserje.handoff.HandoverAnswer.Done;
import io.conserje.handoff.HandoverAnswer.Written;
import io.conserje.handoff.TakeOver;
import io.conserje.handoff.WriteAsPerson;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.List;

/** Staff take a conversation, write in it, and give it back. */
@Controller("/api/conversations/{id}")
final class HandoverController {

  private static final String KEY = "Idempotency-Key";
  private static final String SOMEBODY = "staff";
  private static final String NO_SUCH =
      "There is no such conversation; GET /api/conversations?venue= lists them.";
  private static final int LONGEST_TEXT = 4_000;

  private final TakeOver takeOver;
  private final HandBack handBack;
  private final WriteAsPerson write;
  private final ObjectMapper json;
  private final FunctionEnvironment environment;

  HandoverController(
      TakeOver takeOver,
      HandBack handBack,
      WriteAsPerson write,
      ObjectMapper json,
      FunctionEnvironment environment) {
    this.takeOver = takeOver;
    this.handBack = handBack;
    this.write = write;
    this.json = json;
    this.environment = environment;
  }

  @Post(uri = "/take-over", consumes = MediaType.ALL)
  HttpResponse<?> takeOver(
      @PathVariable String id, HttpRequest<?> request, @Header(KEY) @Nullable String key) {
    return answer(takeOver.takeOver(Asked.id(id), staff(by(request)), Asked.key(key)));
  }

  @Post(uri = "/hand-back", consumes = MediaType.ALL)
  HttpResponse<?> handBack(
      @PathVariable String id, HttpRequest<?> request, @Header(KEY) @Nullable String key) {
    return answer(handBack.handBack(Asked.id(id), staff(by(request)), Asked.key(key)));
  }

  /** Nothing has to be said; the framework's own reading insists on a body. */
  private By by(HttpRequest<?> request) {
    try {
      byte[] body = RawRequest.of(request).body();
      return body.length == 0 ? null : json.readValue(body, By.class);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw Refused.badRequest("Send {\"by\": \"…\"}, who of the staff it is, or nothing.");
    }
  }

  @Post("/messages")
  HttpResponse<?> write(
      @PathVariable String id, @Body @Nullable Said said, @Header(KEY) @Nullable String key) {
    String text = Asked.words(said == null ? null : said.text, LONGEST_TEXT);
    Staff staff = staff(said == null ? null : new By(said.by));
    return answer(write.write(Asked.id(id), text, staff, Asked.key(key)));
  }

  private static HttpResponse<?> answer(HandoverAnswer answer) {
    return switch (answer) {
      case Done done -> HttpResponse.ok(HandoverView.of(done));
      case Written written -> HttpResponse.created(MessageView.of(written));
      case HandoverAnswer.Unknown() -> throw Refused.notFound(NO_SUCH);
      case HandoverAnswer.Refused(String by) when by != null ->
          throw Refused.conflict(by + " has this conversation; it has to be handed back first.");
      case HandoverAnswer.Refused(_), HandoverAnswer.OnItsWay() ->
          throw Refused.conflict(
              "The assistant answers this conversation; take it over before writing in it.");
    };
  }

  private Staff staff(By by) {
    String who = by == null ? null : Asked.optional("by", by.by);
    return new Staff(who == null ? SOMEBODY : who.strip(), environment.clock().instant());
  }

  /**
   * @param by who of the staff; {@code staff} when left out
   */
  @Serdeable
  record By(@Nullable String by) {}

  @Serdeable
  record Said(@Nullable String text, @Nullable String by) {}

  /**
   * @param by who of the house has it, null for nobody
   * @param since when a person answers, null while the assistant does
   * @param unsaid what the assistant had written and the guest will not get
   */
  @Serdeable
  record HandoverView(
      String conversation, String owner, String by, String since, List<String> unsaid) {

    static HandoverView of(Done done) {
      return new HandoverView(
          done.conversation().toString(),
          done.owner(),
          done.takenBy(),
          done.since() == null ? null : done.since().toString(),
          done.unsaid());
    }
  }

  @Serdeable
  record MessageView(String id, String conversation, String from, String text, String at) {

    static MessageView of(Written written) {
      return new MessageView(
          String.valueOf(written.position()),
          written.conversation().toString(),
          "person",
          written.text(),
          written.at().toString());
    }
  }
}
