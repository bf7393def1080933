package io.conserje.console;

import io.conserje.connectors.postgres.views.QuestionViews;
import io.conserje.connectors.postgres.views.QuestionViews.QuestionView;
import io.conserje.knowledge.Question;
import io.conserje.venue.Venue;
import io.conserje.venue.house.EditKnowledge;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** What guests asked and a house did not know. */
@Controller("/api/questions")
final class QuestionController {

  private static final String NO_SUCH =
      "There is no such question; GET /api/questions lists those that wait.";

  private static final int LONGEST_NAME = 80;

  private final Houses houses;
  private final QuestionViews questions;
  private final EditKnowledge knowledge;

  QuestionController(Houses houses, QuestionViews questions, EditKnowledge knowledge) {
    this.houses = houses;
    this.questions = questions;
    this.knowledge = knowledge;
  }

  @Get
  Questions of(@QueryValue @Nullable String venue) {
    return new Questions(questions.of(houses.named(venue).id()));
  }

  /** The question itself becomes one of the topic's words, so that it is found when asked again. */
  @Post("/{id}/answer")
  HttpResponse<?> answer(@PathVariable String id, @Body Answered answered) {
    Venue house = houses.named(answered.venue);
    QuestionView question = known(house, id);
    String topic = KnowledgeAnswer.given("topic", answered.topic);
    String language = KnowledgeAnswer.given("language", answered.language);
    String text = KnowledgeAnswer.given("text", answered.text);
    if (knowledge
        .topic(house.id(), topic, language)
        .filter(t -> !t.text().equals(text))
        .isPresent()) {
      throw Refused.conflict(
          "There is a topic of that name already; choose another, or change it by PUT /api/knowledge.");
    }
    HttpResponse<?> answer =
        KnowledgeAnswer.of(knowledge.put(house.id(), topic, language, words(question), text));
    questions.close(house.id(), UUID.fromString(question.id()), "answered");
    return answer;
  }

  private static List<String> words(QuestionView question) {
    Question asked = Question.of(question.question());
    String subject = String.join(" ", asked.subject().stream().map(asked.words()::get).toList());
    return subject.isEmpty() || subject.length() > LONGEST_NAME ? List.of() : List.of(subject);
  }

  private QuestionView known(Venue house, String id) {
    return questions
        .one(house.id(), Asked.id(id, NO_SUCH))
        .orElseThrow(() -> Refused.notFound(NO_SUCH));
  }

  /** Dismissed, however often it is asked again. */
  @Delete("/{id}")
  HttpResponse<?> dismiss(@PathVariable String id, @QueryValue @Nullable String venue) {
    Venue house = houses.named(venue);
    questions.close(house.id(), UUID.fromString(known(house, id).id()), "dismissed");
    return HttpResponse.status(HttpStatus.NO_CONTENT);
  }

  @Serdeable
  record Questions(List<QuestionView> questions) {}

  @Serdeable
  record Answered(
      @Nullable String venue,
      @Nullable String topic,
      @Nullable String language,
      @Nullable String text) {}
}
