package io.conserje.conversations;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What people of the house do with a conversation, over the API. */
final class StaffAtWork {

  private final World world;
  private final Road road;
  private boolean owns;
  private boolean interrupted;
  private String saying = "";

  StaffAtWork(World world, Road road) {
    this.world = world;
    this.road = road;
  }

  /** Whether the API has what staff need. */
  static boolean canBe(World world) {
    return post(world, UUID.randomUUID() + "/take-over", Map.of())
        .getBody()
        .contains("conversation");
  }

  void does(Scenario.Staff what) {
    String conversation = road.conversation().toString();
    switch (what.what()) {
      case "take_over" -> {
        done(post(world, conversation + "/take-over", Map.of()));
        owns = true;
      }
      case "hand_back" -> {
        done(post(world, conversation + "/hand-back", Map.of()));
        owns = false;
      }
      case "says" -> {
        saying = what.text();
        done(post(world, conversation + "/messages", Map.of("text", what.text())));
        world.runJobs();
      }
      default -> throw new IllegalArgumentException("staff: " + what.what());
    }
  }

  /** The house's words, of whomever they are. */
  void heard(String text) {
    interrupted |= owns && !text.equals(saying);
  }

  boolean wasInterrupted() {
    return interrupted;
  }

  String owner() {
    UUID conversation = road.conversation();
    return conversation == null
        ? "assistant"
        : world
            .ground
            .strings("SELECT owner AS text FROM conversations WHERE id = ?", conversation)
            .getFirst();
  }

  private static void done(APIGatewayV2HTTPResponse response) {
    if (response.getStatusCode() / 100 != 2) {
      throw new IllegalStateException(
          "the API answered staff " + response.getStatusCode() + " " + response.getBody());
    }
  }

  private static APIGatewayV2HTTPResponse post(World world, String path, Map<String, String> body) {
    String full = "/api/conversations/" + path;
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey("POST " + full)
            .withRawPath(full)
            .withRawQueryString("")
            .withHeaders(
                new HashMap<>(
                    Map.of(
                        "content-type",
                        "application/json",
                        "authorization",
                        "Bearer " + World.ADMIN_KEY)))
            .withBody(Json.write(body))
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder()
                    .withRequestId(UUID.randomUUID().toString())
                    .withStage("$default")
                    .withHttp(
                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                            .withMethod("POST")
                            .withPath(full)
                            .withProtocol("HTTP/1.1")
                            .withSourceIp("203.0.113.8")
                            .build())
                    .build())
            .build();
    return world.api(event);
  }
}
