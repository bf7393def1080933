package io.conserje.turns.webchat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.conserje.connectors.lambda.Problem;
import io.conserje.venue.VenueId;
import io.conserje.webchat.WebChat;
import io.conserje.webchat.WebChat.Heard;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.Optional;

/** The chat of a house's own pages: no key; who has the conversation's token is its guest. */
@Controller("/webchat")
final class WebChatController {

  private static final int LONGEST_BODY = 32_768;

  private final BeanProvider<WebChat> chat;

  /**
   * @param chat made at the first real message: it wants the database
   */
  WebChatController(BeanProvider<WebChat> chat) {
    this.chat = chat;
  }

  @Post("/messages")
  HttpResponse<?> say(@Body Written message, APIGatewayV2HTTPEvent event) {
    if (message.tooLong() || (event.getBody() != null && event.getBody().length() > LONGEST_BODY)) {
      return Problem.of(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "Send texts of at most " + Written.LONGEST_TEXT + " characters.");
    }
    Optional<String> wrong = message.wrong();
    if (wrong.isPresent()) {
      return Problem.of(HttpStatus.BAD_REQUEST, wrong.get());
    }
    return answer(chat.get().say(new VenueId(message.venue()), message.from(source(event))));
  }

  @Get("/messages")
  HttpResponse<?> since(
      @QueryValue @Nullable String conversation,
      @QueryValue @Nullable String after,
      APIGatewayV2HTTPEvent event) {
    if (conversation == null || conversation.isBlank()) {
      return Problem.of(
          HttpStatus.BAD_REQUEST, "Add the parameter conversation, as the first answer gave it.");
    }
    if (!chat.get().mayLook(source(event))) {
      return tooMany();
    }
    boolean anId = after != null && after.matches("[0-9a-f-]{36}");
    return answer(chat.get().since(conversation, anId ? after : null));
  }

  /** What the widget shows before a word is said. */
  @Get("/house")
  HttpResponse<?> house(@QueryValue @Nullable String venue, APIGatewayV2HTTPEvent event) {
    if (!Written.namesAVenue(venue)) {
      return Problem.of(HttpStatus.BAD_REQUEST, "Add the parameter venue, the house's short name.");
    }
    if (!chat.get().mayLook(source(event))) {
      return tooMany();
    }
    return chat.get()
        .house(new VenueId(venue))
        .<HttpResponse<?>>map(house ->
            HttpResponse.ok(HouseCard.of(house))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300"))
        .orElseGet(WebChatController::noSuchHouse);
  }

  private static HttpResponse<?> noSuchHouse() {
    return Problem.of(HttpStatus.NOT_FOUND, "There is no house of that name.");
  }

  private static String source(APIGatewayV2HTTPEvent event) {
    var context = event.getRequestContext();
    String source =
        context == null || context.getHttp() == null ? null : context.getHttp().getSourceIp();
    return source == null ? "unknown" : source;
  }

  private static HttpResponse<?> answer(Heard heard) {
    return switch (heard) {
      case Heard.Lines lines ->
          HttpResponse.ok(Lines.of(lines)).header(HttpHeaders.CACHE_CONTROL, "no-store");
      case Heard.NoSuchHouse _ -> noSuchHouse();
      case Heard.NotYours _ ->
          Problem.of(
              HttpStatus.UNAUTHORIZED,
              "This conversation is not known here or is over. Leave conversation out to begin a"
                  + " new one.");
      case Heard.TooMany _ -> tooMany();
    };
  }

  private static HttpResponse<?> tooMany() {
    return Problem.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many requests in a minute. Send this one again in a minute.")
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(WebChat.WINDOW.toSeconds()));
  }
}
