package io.conserje.conversations;

import io.conserje.conversations.Plan.Correction;
import io.conserje.conversations.Scenario.Says;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Thousands of talks out of banks of phrases: what is wanted, in which words and order it is told,
 * what is asked on the way and what is taken back is drawn by a seed, so what must be in the book
 * is known before a word is said.
 */
final class Improvised {

  private static final int STRETCH = 1_000_003;

  private static final List<String> SPANISH_NAMES =
      List.of(
          "Marta Ruiz",
          "Iker Sanz",
          "Lucía Fernández",
          "Andrés Calvo",
          "Nuria Pastor",
          "Joaquín Herrera",
          "Pilar Domínguez",
          "Sergio Navarro",
          "Elena Ortega",
          "Raúl Benítez",
          "Carmen Echeverría",
          "Diego Quiroga",
          "Valentina Rojas",
          "Mateo Cárdenas",
          "Ximena Villalobos",
          "Gonzalo Prieto",
          "Beatriz Lozano",
          "Álvaro Giménez");
  private static final List<String> ENGLISH_NAMES =
      List.of(
          "Emma Clarke",
          "Oliver Bennett",
          "Sophie Walker",
          "Liam Murphy",
          "Charlotte Hughes",
          "Jack Thompson",
          "Hannah Schmidt",
          "Pieter de Vries",
          "Claire Dubois",
          "Daniel Foster",
          "Megan O'Brien",
          "Thomas Wright",
          "Rachel Cooper",
          "Nathan Edwards");

  private final PhraseBank bank;
  private final Random random;
  private final Ways ways;
  private final long seed;
  private final Map<String, Object> then = new LinkedHashMap<>();
  private final List<Fields> given = new ArrayList<>();
  private final List<Correction> corrections = new ArrayList<>();
  private final List<Correction> afterwards = new ArrayList<>();
  private String category;
  private String kept = "";

  private Improvised(PhraseBank bank, long seed) {
    this.bank = bank;
    this.seed = seed;
    this.random = new Random(seed);
    this.ways = new Ways(bank.spanish(), random);
  }

  /**
   * As many talks as {@code count} says, by turns out of each bank whose name begins with {@code
   * only}. The same seed always gives the same.
   *
   * @param house of which all of them are; empty for both
   */
  static List<Scenario> talks(int count, long seed, String only, String house) {
    List<PhraseBank> banks =
        PhraseBank.all().values().stream().filter(b -> b.name().startsWith(only)).toList();
    List<Scenario> talks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      PhraseBank bank = banks.get(i % banks.size());
      talks.add(new Improvised(bank, seed * STRETCH + i).talk(i, house));
    }
    return talks;
  }

  private Scenario talk(int number, String only) {
    random.nextInt();
    boolean room = random.nextInt(5) < 2 && only.isEmpty() || only.equals("hotel");
    String name = one(bank.spanish() ? SPANISH_NAMES : ENGLISH_NAMES);
    String phone = "6" + (10_000_000 + random.nextInt(89_999_999));
    Wanted wanted = room ? Houses.room(random, name, phone) : Houses.table(random, name, phone);
    boolean known = room ? new Random(~seed).nextInt(6) == 0 : random.nextInt(5) == 0;
    Says opening = known ? known(wanted) : fresh(wanted);
    String house = room ? "hotel" : "restaurante";
    Plan plan =
        new Plan(
            house,
            bank,
            wanted,
            opening,
            List.copyOf(corrections),
            List.copyOf(afterwards),
            random.nextInt(3),
            random.nextInt(6) == 0,
            seed);
    return new Scenario(
        "guests/" + bank.name(),
        bank.name() + " " + seed,
        category,
        house,
        bank.spanish() ? "es" : "en",
        "webchat",
        "",
        LocalDateTime.parse("2026-11-20T12:00"),
        given,
        List.of(),
        Map.of(),
        null,
        "",
        1,
        plan,
        new Fields(then, bank.name() + " " + number));
  }

  /** Something is booked, perhaps put right before, changed or called off afterwards. */
  private Says fresh(Wanted wanted) {
    String kind = wanted.room() ? "stay" : "table";
    category = wanted.room() ? "stay" : "booking";
    Says opening = opening(wanted, kind);
    Wanted last = wanted;
    if (random.nextInt(3) == 0) {
      last = corrected(last, kind);
    }
    boolean calledOff = false;
    switch (random.nextInt(5)) {
      case 0 -> last = changed(last, kind);
      case 1 -> {
        category = "cancel";
        afterwards.add(new Correction(bank.pick(random, kind, "cancels"), last));
        calledOff = true;
      }
      default -> {}
    }
    if (!calledOff) {
      Map<String, Object> expected = last.expected();
      if (!kept.isEmpty()) {
        expected.put("notes", kept);
      }
      then.put(wanted.room() ? "stays" : "reservations", List.of(expected));
    }
    return opening;
  }

  private Says opening(Wanted wanted, String kind) {
    String text = filled(bank.pick(random, kind, "openings"), wanted);
    if (!wanted.room() && random.nextInt(6) == 0) {
      PhraseBank.Kept wish = bank.wish(random);
      kept = wish.kept();
      text = ended(text) + wish.say();
    }
    List<String> reply = List.of();
    if (random.nextInt(8) == 0) {
      PhraseBank.Aside aside = bank.aside(random, wanted.room() ? "hotel" : "restaurante");
      text = ended(text) + aside.say();
      reply = aside.reply();
    }
    return switch (random.nextInt(6)) {
      case 0 -> new Says(List.of(bank.pick(random, "chatter"), text), reply, List.of());
      case 1 -> new Says(List.of(ended(bank.pick(random, "chatter")) + text), reply, List.of());
      default -> new Says(List.of(text), reply, List.of());
    };
  }

  /** Before another sentence. */
  private static String ended(String text) {
    return text.matches("(?s).*[.!?…,]$") ? text + " " : text + ". ";
  }

  private Wanted corrected(Wanted wanted, String kind) {
    String phrase = fitting(wanted, kind, "corrections");
    Wanted other = Houses.otherwise(wanted, place(phrase), random);
    corrections.add(new Correction(told(phrase, other), other));
    return other;
  }

  private Wanted changed(Wanted wanted, String kind) {
    category = "change";
    String phrase = fitting(wanted, kind, "changes");
    Wanted other = Houses.otherwise(wanted, place(phrase), random);
    afterwards.add(new Correction(told(phrase, other), other));
    return other;
  }

  /** A booking made elsewhere is changed or called off, by what its guest tells of it. */
  private Says known(Wanted wanted) {
    Map<String, Object> made = new LinkedHashMap<>(wanted.expected());
    made.put("as", "mine");
    made.put("phone", "+34" + wanted.phone());
    String kind = wanted.room() ? "stay" : "reservation";
    given.add(new Fields(new LinkedHashMap<>(Map.of(kind, made)), bank.name()));
    if (random.nextInt(3) == 0) {
      category = "cancel";
      then.put("cancelled", List.of("mine"));
      String calledOff =
          wanted.room()
              ? whose() + bank.pick(random, "stay", "cancels")
              : bank.pick(random, "table", "cancels_told");
      return Says.of(filled(calledOff, wanted));
    }
    category = "change";
    String phrase =
        wanted.room()
            ? whose() + fitting(wanted, "stay", "changes")
            : fitting(wanted, "table", "changes_told");
    Wanted other = Houses.otherwise(wanted, place(phrase), random);
    then.put("changed", Map.of("mine", other.expected()));
    return Says.of(told(phrase, other));
  }

  /** Of a stay, it is said first which one it is. */
  private String whose() {
    return bank.spanish()
        ? "Hola, tengo la reserva {reference} a nombre de {name}. "
        : "Hi, I have booking {reference} under {name}. ";
  }

  private String fitting(Wanted wanted, String kind, String key) {
    List<String> fitting =
        bank.texts(kind, key).stream()
            .filter(p -> Houses.canBeOtherwise(wanted, place(p)))
            .toList();
    return one(fitting);
  }

  /** The one thing a correction or a change tells. */
  private String place(String phrase) {
    Set<String> places = PhraseBank.places(phrase);
    places.removeAll(Set.of("reference", "name", "phone"));
    if (places.size() != 1) {
      throw new IllegalArgumentException(bank.name() + ": one thing is to be told in " + phrase);
    }
    return places.iterator().next();
  }

  private String filled(String phrase, Wanted wanted) {
    return PhraseBank.filled(phrase, place -> ways.of(place, wanted));
  }

  /** Beside a day that stands already, another is told with its date: a weekday could be either. */
  private String told(String phrase, Wanted wanted) {
    return PhraseBank.filled(
        phrase, place -> ways.of(place.equals("date") ? "arrival" : place, wanted));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
