package io.conserje.console;

import io.conserje.venue.HouseFile.Topic;
import io.conserje.venue.Venue;
import io.conserje.venue.house.EditKnowledge;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What a house answers to questions, topic by topic. */
@Controller("/api/knowledge")
final class KnowledgeController {

  private final Houses houses;
  private final EditKnowledge knowledge;

  KnowledgeController(Houses houses, EditKnowledge knowledge) {
    this.houses = houses;
    this.knowledge = knowledge;
  }

  @Get
  Topics of(@QueryValue @Nullable String venue) {
    Venue house = houses.named(venue);
    return new Topics(
        house.id().value(),
        knowledge.topics(house.id()).stream().map(KnowledgeController::view).toList());
  }

  private static TopicView view(Topic topic) {
    return new TopicView(topic.topic(), topic.language(), topic.words(), topic.text());
  }

  @Put
  HttpResponse<?> put(@QueryValue @Nullable String venue, @Body TopicView topic) {
    Venue house = houses.named(venue);
    return KnowledgeAnswer.of(
        knowledge.put(
            house.id(),
            KnowledgeAnswer.given("topic", topic.topic),
            KnowledgeAnswer.given("language", topic.language),
            topic.words,
            KnowledgeAnswer.given("text", topic.text)));
  }

  @Delete
  HttpResponse<?> remove(
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String topic,
      @QueryValue @Nullable String language) {
    Venue house = houses.named(venue);
    return KnowledgeAnswer.of(
        knowledge.remove(
            house.id(), Asked.required("topic", topic), Asked.required("language", language)));
  }

  @Serdeable
  record Topics(String venue, List<TopicView> topics) {}

  /**
   * @param words null in a change: those it has
   */
  @Serdeable
  record TopicView(
      @Nullable String topic,
      @Nullable String language,
      @Nullable List<String> words,
      @Nullable String text) {}
}
