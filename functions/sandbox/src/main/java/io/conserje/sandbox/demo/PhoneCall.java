package io.conserje.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Sandbox;
import io.conserje.sandbox.twilio.GuestCalls.Played;
import io.conserje.sandbox.twilio.GuestCalls.Script;
import io.conserje.sandbox.voice.Carried;
import io.conserje.sandbox.voice.PhoneGuest.Moment;
import io.conserje.sandbox.voice.PhoneGuest.Words;
import io.conserje.simulated.speech.Sounds;
import io.conserje.simulated.speech.SpokenByMachine;
import io.conserje.simulated.speech.Utterance;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A guest telephones over Twilio and really talks: the house hears, answers, is interrupted and
 * books.
 */
public final class PhoneCall {

  private static final String VENUE = "restaurante";
  private static final String HOUSE = "+34600000900";
  public static final String GUEST = "+34600000141";
  private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
  private static final long PATIENCE_SECONDS = 30;

  private final Sandbox sandbox;
  private final Steps steps;
  private final HouseApi api;
  private final Path folder;

  private PhoneCall(Sandbox sandbox, Steps steps, HouseApi api, Path folder) {
    this.sandbox = sandbox;
    this.steps = steps;
    this.api = api;
    this.folder = folder;
  }

  /**
   * Whether every step held.
   *
   * @param folder where what was heard is written
   */
  public static boolean play(Sandbox sandbox, Path folder, PrintStream out) {
    Steps steps = new Steps(out);
    try (HouseApi api = new HouseApi(sandbox)) {
      new PhoneCall(sandbox, steps, api, folder).play();
    } catch (RuntimeException e) {
      steps.check(e.getMessage(), false);
    }
    return steps.allHeld();
  }

  private void play() {
    sandbox.carryCalls();
    steps.title("A table by telephone: " + GUEST + " calls " + HOUSE + " (Twilio), and talks");
    if (!DinnerDate.after(sandbox.clock().instant()).words().equals("mañana")) {
      steps.line(
          "No dinner is served tomorrow, for which the guest's recorded words ask: left out.");
      return;
    }
    sandbox.speech().elevenLabs().speaks(new SpokenByMachine("es"));
    Played played = sandbox.twilio().calls().play(Script.talking(GUEST, HOUSE, words()));
    sandbox.speech().elevenLabs().speaks(Sounds.TONES);
    Carried carried = played.carried();
    carried.moments().forEach(this::tell);
    sandbox.speech().elevenLabs().texts().forEach(text -> steps.line("  spoken: " + text));
    Path recording = carried.recording().write(folder.resolve("phone-call.wav"));
    steps.line("  what was heard, guest left, house right: " + recording);
    steps.check("the guest hangs up when everything is said", carried.end().equals("HUNG_UP"));
    steps.check("the house falls silent when it is interrupted", carried.clears() >= 1);
    steps.check(
        "the table is in the book", Steps.await(PATIENCE_SECONDS, () -> !booked().isEmpty()));
    steps.check(
        "how long the guest waited for each answer is told",
        Steps.await(PATIENCE_SECONDS, () -> !answers().isEmpty()));
    answers().forEach(answer -> steps.line("  " + answer));
  }

  private static List<Words> words() {
    return List.of(
        answering("mesa"),
        answering("nombre"),
        Words.interrupting(
            Utterance.of("cinco").text(), Duration.ofMillis(1_200), Utterance.of("cinco").mulaw()),
        answering("confirmo"),
        answering("confirmo"),
        answering("no"));
  }

  private static Words answering(String name) {
    return Words.answering(Utterance.of(name).text(), Utterance.of(name).mulaw());
  }

  private void tell(Moment moment) {
    steps.line("  %6.2f s  %s".formatted(moment.at().toMillis() / 1e3, moment.what()));
  }

  /** Of the newest call, from the end of the guest's voice to the first sound they heard. */
  private List<String> answers() {
    JsonNode call = api.call(VENUE, LocalDate.ofInstant(sandbox.clock().instant(), ZONE), GUEST);
    return StreamSupport.stream(call.path("answers").spliterator(), false)
        .filter(answer -> answer.path("heard").asBoolean())
        .map(
            answer -> "waited %d ms: %s".formatted(answer.path("ms").asInt(), answer.path("steps")))
        .toList();
  }

  private List<String> booked() {
    DinnerDate dinner = DinnerDate.after(sandbox.clock().instant());
    return StreamSupport.stream(api.reservations(VENUE, dinner.date()).spliterator(), false)
        .filter(reservation -> reservation.path("guest").path("phone").asText().equals(GUEST))
        .map(reservation -> reservation.path("status").asText())
        .toList();
  }
}
