package io.conserje.sandbox.twilio;

import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.http.Form;
import io.conserje.sandbox.voice.PhoneGuest.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Telephones that the house calls over Twilio, and what happens at each. */
public final class CalledPhones {

  private static final Habit USUAL = new Habit(Answers.PERSON, List.of(), "1");

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final TwilioWebhooks webhooks;
  private final Activity activity;
  private final LiveLeg.All legs;
  private final Map<String, Habit> habits = new ConcurrentHashMap<>();
  private final List<CalledPhone> calls = new CopyOnWriteArrayList<>();

  CalledPhones(
      SandboxSettings settings,
      InstantSource clock,
      TwilioWebhooks webhooks,
      Activity activity,
      LiveLeg.All legs) {
    this.settings = settings;
    this.clock = clock;
    this.webhooks = webhooks;
    this.activity = activity;
    this.legs = legs;
  }

  /** Who or what picks up. */
  public enum Answers {
    PERSON,
    MACHINE,
    NO_ANSWER,
    BUSY,
    FAILED
  }

  /**
   * What happens when a number is called.
   *
   * @param words what is said where the sound is really carried; with none nobody says anything
   * @param presses the key that is pressed when asked for one; empty for none
   */
  public record Habit(Answers answers, List<Words> words, String presses) {}

  /**
   * What was done at a telephone.
   *
   * @param status in Twilio's word
   */
  public record Rung(String sid, String from, String to, String status, List<String> steps) {}

  public void habit(String number, Habit habit) {
    habits.put(number, habit);
  }

  /** The oldest first. */
  public List<Rung> rung() {
    return calls.stream().map(CalledPhone::rung).toList();
  }

  List<CalledPhone> all() {
    return new ArrayList<>(calls);
  }

  Optional<CalledPhone> find(String sid) {
    return calls.stream().filter(call -> call.sid().equals(sid)).findFirst();
  }

  CalledPhone call(Form asked) {
    Habit habit = habits.getOrDefault(asked.find("To").orElse(""), USUAL);
    CalledPhone call =
        new CalledPhone(settings, asked, habit, webhooks, clock, legs, clock.instant());
    calls.add(call);
    Activity.Work work = activity.begin();
    Thread.startVirtualThread(() -> {
      try (work) {
        call.ring();
      }
    });
    return call;
  }

  void clear() {
    habits.clear();
    calls.clear();
    legs.clear();
  }
}
