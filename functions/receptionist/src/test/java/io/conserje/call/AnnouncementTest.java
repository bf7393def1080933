package io.conserje.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import io.conserje.venue.Venue;
import io.conserje.venue.house.HouseReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is recorded who was not told, and nobody is told who is not recorded. */
class AnnouncementTest {

  private static final CallWording WORDS = CallWording.in(Locale.of("es"));
  private static final List<Line> ANSWER = List.of(line("Dígame."));

  @Test
  void onlyAHouseThatRecordsSaysSo() {
    assertTrue(announcement(true).greeting("Casa").contains(WORDS.mayBeRecorded()));
    assertFalse(announcement(false).greeting("Casa").contains("graba"));
    assertEquals(List.of("Dígame."), answered(announcement(false), "Una mesa"));
    assertEquals(List.of("Dígame."), answered(announcement(false), "No me grabe"));
  }

  @Test
  void whoHasHeardItIsNotToldAgain() {
    Announcement announcement = announcement(true);
    heard(announcement, "Casa. " + WORDS.mayBeRecorded() + " ¿En qué");

    assertEquals(List.of("Dígame."), answered(announcement, "Una mesa"));
  }

  @Test
  void whoSpokeBeforeTheyHadHeardItIsToldBeforeTheAnswerUntilTheyHave() {
    Announcement announcement = announcement(true);
    heard(announcement, "Casa. Esta llamada puede");
    assertEquals(List.of(WORDS.mayBeRecorded(), "Dígame."), answered(announcement, "Una mesa"));
    assertEquals(List.of(WORDS.mayBeRecorded(), "Dígame."), answered(announcement, "Para dos"));
    heard(announcement, WORDS.mayBeRecorded());

    assertEquals(List.of("Dígame."), answered(announcement, "Mañana"));
  }

  @Test
  void anAnswerThatComesInPiecesIsAnnouncedOnce() {
    var opening = announcement(true).opening("Una mesa", AnnouncementTest::line);
    assertEquals(List.of(), opening.apply(List.of()));
    assertEquals(2, opening.apply(ANSWER).size());
    assertEquals(1, opening.apply(ANSWER).size());
  }

  @Test
  void whoDoesNotWantItIsToldThatItEnds() {
    Announcement announcement = announcement(true);
    assertEquals(List.of(WORDS.notRecorded(), "Dígame."), answered(announcement, "No me grabe"));
    assertEquals(List.of("Dígame."), answered(announcement, "Una mesa"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No me grabe, por favor",
        "oiga, no quiero que me graben",
        "¿Puede dejar de grabar?... deje de grabar",
        "Pare la grabación",
        "no nos grabéis",
        "sin grabar, por favor",
        "I don't want to be recorded",
        "Please stop recording this",
        "do not record me"
      })
  void whoDoesNotWantItIsUnderstood(String words) {
    assertTrue(RecordingWish.refuses(words), words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Una mesa para cuatro",
        "No, me gustaría una mesa",
        "Grábeme la mesa para el viernes",
        "I have a record of my booking",
        "no sé si grabaron mi reserva de ayer, quiero saberlo"
      })
  void whatElseIsSaidIsNoRefusal(String words) {
    assertFalse(RecordingWish.refuses(words), words);
  }

  private static void heard(Announcement announcement, String text) {
    announcement.heard(List.of(new HeardLine(UUID.randomUUID(), text, false)));
  }

  private static List<String> answered(Announcement announcement, String words) {
    return announcement.opening(words, AnnouncementTest::line).apply(ANSWER).stream()
        .map(Line::text)
        .toList();
  }

  private static Line line(String text) {
    return new Line(UUID.randomUUID(), text);
  }

  private static Announcement announcement(boolean record) {
    Venue venue =
        HouseReader.read(
                Map.of(
                    "venue",
                    "casa",
                    "name",
                    "Casa",
                    "kind",
                    "restaurant",
                    "time_zone",
                    "Europe/Madrid",
                    "language",
                    "es",
                    "phone",
                    "+34600000999",
                    "address",
                    "Plaza 1",
                    "telephone",
                    Map.of("record", record)))
            .venue();
    return new Announcement(venue, WORDS, false);
  }
}
