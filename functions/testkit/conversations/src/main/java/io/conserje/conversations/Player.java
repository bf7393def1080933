package io.conserje.conversations;

import io.conserje.conversations.Played.TurnTime;
import io.conserje.conversations.Scenario.Event;
import io.conserje.conversations.Scenario.Says;
import io.conserje.conversations.Scenario.Staff;
import io.conserje.conversations.Scenario.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays one scenario after the other in a world that forgets in between. */
final class Player {

  private final World world;

  Player(World world) {
    this.world = world;
  }

  Played play(Scenario scenario, int seed) {
    if (scenario.needsStaff() && !StaffAtWork.canBe(world)) {
      return new Played(scenario, seed, false, 0, List.of(), List.of(), List.of(), List.of());
    }
    return new Run(scenario, seed).play();
  }

  /** One scenario. */
  private final class Run {

    private static final Duration BEFORE = Duration.ofMinutes(10);

    /** What the house writes of itself has been sent by then. */
    private static final Duration NOTICES = Duration.ofMinutes(2);

    private static final Duration THINKS = Duration.ofSeconds(20);
    private static final int MOST_ANSWERS = 8;
    private static final int MOST_OF_A_SIMULATED_GUEST = 20;

    private final Scenario scenario;
    private final int seed;
    private final ZoneId zone;
    private final List<String> failures = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> transcript = new ArrayList<>();
    private final List<TurnTime> times = new ArrayList<>();
    private Road road;
    private FactChecks facts;
    private Map<String, String> given = Map.of();
    private StaffAtWork staff;
    private int turns;
    private String lastWords = "";

    Run(Scenario scenario, int seed) {
      this.scenario = scenario;
      this.seed = seed;
      this.zone = world.ground.venue(scenario.house()).zone();
    }

    Played play() {
      try {
        Instant now = scenario.now().atZone(zone).toInstant();
        world.clear(now.minus(BEFORE));
        given = Given.write(world.ground, scenario, now.minus(BEFORE));
        if (scenario.given().stream().anyMatch(g -> g.map("reservation").has("status"))) {
          world.pass(NOTICES);
        }
        world.clock.set(now);
        road = road();
        road.news();
        staff = new StaffAtWork(world, road);
        facts = new FactChecks(world, scenario, road);
        Book before = book();
        talk();
        failures.addAll(Expectations.failures(scenario, given, before, book()));
        words();
      } catch (RuntimeException e) {
        failures.add("broken off: " + e);
        if (Boolean.getBoolean("trace")) {
          e.printStackTrace();
        }
      }
      List<String> wrong = facts == null ? List.of() : facts.wrong();
      return new Played(scenario, seed, true, turns, failures, wrong, times, transcript);
    }

    private Road road() {
      return scenario.channel().equals("whatsapp")
          ? new WhatsAppRoad(world, scenario.house(), scenario.from())
          : new WebChatRoad(world, scenario.house(), scenario.language());
    }

    private Book book() {
      return Book.read(world.ground.sql, scenario.house(), zone);
    }

    private void talk() {
      Guest guest = scenario.guest(seed);
      scenario.talk().forEach(this::happens);
      guest.opening().forEach(this::say);
      int most = scenario.simulated() ? MOST_OF_A_SIMULATED_GUEST : MOST_ANSWERS;
      List<List<String>> answers = new ArrayList<>();
      for (int i = 0; i < most; i++) {
        Optional<Says> answer = guest.answer(lastWords);
        if (answer.isEmpty() || saidTwice(answers, answer.get().messages())) {
          return;
        }
        answers.add(answer.get().messages());
        say(answer.get());
      }
    }

    /** Nobody says the same a third time in a row. */
    private static boolean saidTwice(List<List<String>> answers, List<String> next) {
      int said = answers.size();
      return said > 1 && answers.subList(said - 2, said).stream().allMatch(next::equals);
    }

    private void happens(Event event) {
      switch (event) {
        case Says says -> say(says);
        case Waits(Duration time) -> {
          transcript.add("   … " + time);
          world.pass(time);
          hear(road.news());
        }
        case Staff what -> {
          transcript.add("   staff: " + what.what() + " " + what.text());
          staff.does(what);
        }
      }
    }

    /** A guest knows the reference of what was booked: {@code {mine}}. */
    private Says filled(Says says) {
      List<String> messages = says.messages();
      for (Map.Entry<String, String> booking : given.entrySet()) {
        String named = "{" + booking.getKey() + "}";
        messages = messages.stream().map(m -> m.replace(named, booking.getValue())).toList();
      }
      return new Says(messages, says.reply(), says.replyNot());
    }

    private void say(Says written) {
      Says says = filled(written);
      if (turns > 0) {
        world.clock.pass(THINKS);
        world.settle();
      }
      turns++;
      says.messages().forEach(text -> transcript.add("   guest: " + text));
      facts.guestSays(says.messages());
      Road.Heard heard = road.say(says.messages());
      if (heard.nanos() >= 0) {
        times.add(new TurnTime(heard.nanos(), String.join(" / ", says.messages())));
      }
      hear(heard.texts());
      String answer = String.join("\n", heard.texts());
      lastWords = answer;
      says.reply().stream()
          .filter(regex -> !Plain.found(regex, answer))
          .forEach(regex -> failures.add("the answer to turn " + turns + " lacks /" + regex + "/"));
      says.replyNot().stream()
          .filter(regex -> Plain.found(regex, answer))
          .forEach(regex -> failures.add("the answer to turn " + turns + " has /" + regex + "/"));
    }

    private void hear(List<String> texts) {
      for (String text : texts) {
        said.add(text);
        transcript.add("   house: " + text.replace("\n", "\n          "));
        facts.houseSays(text);
        staff.heard(text);
      }
    }

    /** What must and must not have been said, and who answers from now on. */
    private void words() {
      scenario.then().texts("said").stream()
          .filter(regex -> said.stream().noneMatch(text -> Plain.found(regex, text)))
          .forEach(regex -> failures.add("never said /" + regex + "/"));
      scenario.then().texts("never").stream()
          .filter(regex -> said.stream().anyMatch(text -> Plain.found(regex, text)))
          .forEach(regex -> failures.add("said /" + regex + "/"));
      List<String> owners = scenario.then().texts("owner");
      String owner = staff.owner();
      if (!(owners.isEmpty() ? List.of("assistant") : owners).contains(owner)) {
        failures.add("owner is " + owner);
      }
      if (scenario.then().has("silent") && staff.wasInterrupted()) {
        failures.add("the house spoke after staff had taken over");
      }
    }
  }
}
