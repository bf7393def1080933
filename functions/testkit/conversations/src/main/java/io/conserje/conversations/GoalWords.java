package io.conserje.conversations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** A simulated guest's goal in words, each time perhaps in others. */
final class GoalWords {

  private final Fields goal;
  private final boolean spanish;
  private final Random random;
  private final boolean stay;

  GoalWords(Fields goal, boolean spanish, Random random) {
    this.goal =
        goal.only(
            "verb",
            "date",
            "time",
            "people",
            "name",
            "phone",
            "notes",
            "arrival",
            "departure",
            "adults",
            "children",
            "room",
            "zone");
    this.spanish = spanish;
    this.random = random;
    this.stay = goal.text("verb").equals("stay");
  }

  /** What a wish cannot do without. */
  List<String> essentials() {
    return stay
        ? List.of("arrival", "departure", "people", "room")
        : List.of("date", "time", "people");
  }

  /** A wish with these particulars. */
  String wish(Set<String> parts) {
    List<String> said = new ArrayList<>();
    for (String key :
        stay ? List.of("room", "arrival", "departure", "people", "name") : shuffled()) {
      String words = parts.contains(key) ? inWish(key) : null;
      if (words != null) {
        said.add(words);
      }
    }
    String begin =
        stay
            ? either(
                    spanish ? "quería reservar" : "I'd like to book",
                    spanish ? "necesito" : "I need")
                + (parts.contains("room") ? "" : spanish ? " una habitación" : " a room")
            : spanish
                ? either("quería reservar mesa", "me gustaría reservar una mesa", "mesa")
                : either("I'd like to book a table", "could I get a table", "a table please");
    return begin + " " + String.join(", ", said);
  }

  private List<String> shuffled() {
    List<String> keys = new ArrayList<>(List.of("date", "time", "people"));
    java.util.Collections.shuffle(keys, random);
    keys.add("name");
    return keys;
  }

  private String inWish(String key) {
    return switch (key) {
      case "date" -> (spanish ? "para " : "on ") + day(goal.date("date"));
      case "time" -> (spanish ? "" : "at ") + time(goal.time("time"));
      case "people" -> (spanish ? "para " : "for ") + people();
      case "name" -> (spanish ? "a nombre de " : "my name is ") + goal.text("name");
      case "arrival" -> (spanish ? "llegando " : "arriving ") + day(goal.date("arrival"));
      case "departure" -> (spanish ? "y saliendo " : "and leaving ") + day(goal.date("departure"));
      case "room" -> spanish ? "una habitación " + room() : "a room, " + room();
      default -> null;
    };
  }

  /** The answer to a question; null when the goal has none. */
  String of(String key) {
    return switch (key) {
      case "date" -> goal.has("date") ? day(goal.date("date")) : of("arrival");
      case "time" -> goal.has("time") ? time(goal.time("time")) : null;
      case "people" -> people();
      case "name" -> goal.text("name");
      case "phone" -> phone();
      case "arrival" -> goal.has("arrival") ? day(goal.date("arrival")) : null;
      case "departure" -> goal.has("departure") ? day(goal.date("departure")) : null;
      case "nights" -> goal.has("arrival") ? nights() : null;
      case "room" -> goal.has("room") ? room() : null;
      case "zone" ->
          goal.has("zone") ? goal.text("zone") : spanish ? "me da igual" : "no preference";
      case "notes" -> goal.has("notes") ? goal.text("notes") : spanish ? "no, nada" : "no, nothing";
      default -> null;
    };
  }

  private String nights() {
    long nights = goal.date("arrival").until(goal.date("departure")).getDays();
    return nights + (spanish ? " noches" : " nights");
  }

  private String room() {
    return goal.text("room");
  }

  private String people() {
    String count = goal.text(stay ? "adults" : "people");
    String adults = stay ? (spanish ? " adultos" : " adults") : spanish ? " personas" : " people";
    return count + adults;
  }

  private String phone() {
    String digits = goal.text("phone");
    return random.nextBoolean() || digits.length() != 9
        ? digits
        : digits.replaceFirst("(...)(..)(..)(..)", "$1 $2 $3 $4");
  }

  private String day(LocalDate date) {
    Locale locale = spanish ? Locale.of("es") : Locale.ENGLISH;
    String month = date.getMonth().getDisplayName(TextStyle.FULL, locale);
    String weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    if (!spanish) {
      return either(
          weekday + " " + date.getDayOfMonth() + " " + month, month + " " + date.getDayOfMonth());
    }
    return "el "
        + either(
            date.getDayOfMonth() + " de " + month,
            weekday + " " + date.getDayOfMonth() + " de " + month);
  }

  private String time(LocalTime time) {
    String minutes = "%02d".formatted(time.getMinute());
    if (!spanish) {
      int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
      return hour
          + (time.getMinute() == 0 ? "" : ":" + minutes)
          + (time.getHour() < 12 ? " am" : " pm");
    }
    return "a las "
        + either(time.getHour() + ":" + minutes, time.getHour() + "." + minutes, time + " h");
  }

  String greeting() {
    return spanish
        ? either("hola", "buenas", "hola, buenos días")
        : either("hi", "hello there", "good morning");
  }

  String chatter() {
    return spanish
        ? either(
            "hola! una amiga me ha hablado muy bien de vosotros",
            "buenas, qué tal? menudo frío hace hoy",
            "hola, qué ganas de volver, la última vez salimos encantados")
        : either(
            "Hi! A friend of ours keeps raving about your place",
            "hello, hope you're having a lovely day, it is so cold here",
            "Hey, we had such a great time when we came last year");
  }

  /** Another time or another number of people, for a moment. */
  String secondThought() {
    return spanish
        ? either("uy, espera, mejor una persona más", "espera, que igual somos uno más")
        : either("hang on, maybe one more person", "wait, we might be one more");
  }

  String afterAll() {
    return spanish
        ? either("no, perdona, al final somos " + people(), "nada, al final " + people())
        : either("sorry, no, it's " + people() + " after all", "no, " + people() + " after all");
  }

  String insist() {
    return stay
        ? room()
        : goal.has("time") ? time(goal.time("time")) + ", " + day(goal.date("date")) : yes();
  }

  String yes() {
    return spanish
        ? either("sí", "sí, perfecto", "vale, sí", "correcto")
        : either("yes", "yes please", "yep, perfect", "that's right");
  }

  String nothingMore() {
    return spanish
        ? either("no, nada más", "eso es todo, gracias")
        : either("no, that's all", "nothing else, thanks");
  }

  private String either(String... ways) {
    return ways[random.nextInt(ways.length)];
  }
}
