package io.conserje.conversation.builtin;

import io.conserje.knowledge.Lately;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.Venue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The one place that decides what a message is for. The rules' phrases are evidence the classifier
 * was trained with; here stands only what follows from the house and from what was asked.
 */
final class Intents {

  /**
   * @param likely between 0 and 1
   */
  record Guess(Intent intent, double likely) {}

  private static final double SURE = 0.55;
  private static final double UNLIKELY = 0.3;
  private static final double QUITE_SURE = 0.7;
  private static final double MOST_SURE = 0.8;
  private static final Set<String> ROOMS =
      Set.of(
          "habitacion",
          "habitaciones",
          "room",
          "rooms",
          "suite",
          "alojamiento",
          "alojarme",
          "alojarnos",
          "hospedarnos",
          "hotel",
          "noches",
          "nights",
          "dormir",
          "accommodation");
  private static final Set<String> TABLES =
      Set.of(
          "mesa",
          "mesas",
          "table",
          "tables",
          "cenar",
          "comer",
          "cena",
          "dinner",
          "lunch",
          "restaurante",
          "restaurant");

  /** What a guest may turn to although something else was asked. */
  private static final Set<Intent> INTERRUPTIONS =
      EnumSet.of(
          Intent.QUESTION,
          Intent.PERSON,
          Intent.COMPLAINT,
          Intent.EMERGENCY,
          Intent.ABUSE,
          Intent.CANCEL,
          Intent.WAITLIST,
          Intent.FIND);

  /** Nothing of it is begun for somebody who seems to ask and of whom nothing else is sure. */
  private static final Set<Intent> OF_THE_BOOK =
      EnumSet.of(Intent.CHANGE, Intent.CANCEL, Intent.WAITLIST, Intent.FIND, Intent.CONFIRM);

  private static final Set<Intent> NEVER_A_QUESTION =
      EnumSet.of(Intent.EMERGENCY, Intent.ABUSE, Intent.THANKS, Intent.BYE, Intent.GREET);

  /**
   * What in a message speaks for a question about the house.
   *
   * @param sounds whether it is put as a question
   * @param means whether its words mean something that guests ask every house about
   * @param wanted whether a phrase says outright that something of the book is wanted
   */
  record OfHouse(boolean sounds, boolean means, boolean wanted) {

    private boolean asks(Guess guess) {
      boolean weak = guess.likely() < SURE;
      if (means && (sounds || guess.intent() == Intent.QUESTION)) {
        return !NEVER_A_QUESTION.contains(guess.intent())
            && (weak || !guess.intent().aboutBooking() || guess.likely() < QUITE_SURE);
      }
      return sounds && weak && !wanted && OF_THE_BOOK.contains(guess.intent());
    }
  }

  /** {@code es que con este frío…}: why the sentence before it was said, and nothing new. */
  private static final FilteredPattern REASON =
      FilteredPattern.compile(
          "^\\W*(?:es que|porque|lo digo porque|its just that|because|only because)\\b(?!.*\\b(?:quer|quier|necesit|want|need|cancel|anul|cambi|chang))");

  private static final Set<Intent> SMALL_TALK =
      EnumSet.of(Intent.GREET, Intent.THANKS, Intent.BYE, Intent.OTHER);

  private static final Lately<double[]> LIKELY = new Lately<>(256, Intents::likely);

  private Intents() {}

  /** Of a text of which nothing has been taken out. */
  private static double[] likely(String text) {
    Words words = Words.of(text);
    return IntentClassifier.trained().likelihoods(words, TopicWords.all(words));
  }

  /**
   * What a whole message is for, and everything its sentences are for, in their order, each once.
   */
  record Heard(Guess guess, List<Intent> all) {}

  /**
   * @param words of which nothing has been taken out yet
   * @param venue may be null
   */
  static Heard hear(Words words, Venue venue) {
    Guess together = guess(words, venue);
    List<Words> parts = parts(words);
    boolean one = parts.size() == 1 && parts.getFirst().text().equals(words.text());
    List<Guess> guesses =
        one ? List.of(together) : parts.stream().map(part -> guess(part, venue)).toList();
    Guess whole = begun(together, guesses);
    Guess weightiest =
        guesses.stream()
            .filter(g -> g.likely() > SURE && weight(g.intent()) > weight(whole.intent()))
            .filter(g -> g.intent() != Intent.CHANGE || !books(whole))
            .max(Comparator.comparingInt(g -> weight(g.intent())))
            .orElse(whole);
    if (lets(venue) && parts.size() > 1) {
      weightiest = ofRoom(weightiest, parts, guesses);
    }
    List<Intent> all =
        guesses.stream()
            .filter(g -> g.likely() > SURE && !SMALL_TALK.contains(g.intent()))
            .map(Guess::intent)
            .distinct()
            .toList();
    return new Heard(weightiest, all);
  }

  /**
   * Who wants a room in one sentence does nothing else in another that does not say so: {@code
   * perdón por las faltas. busco habitación}.
   */
  private static Guess ofRoom(Guess found, List<Words> parts, List<Guess> guesses) {
    if (!NOT_UNSAID.contains(found.intent())) {
      return found;
    }
    boolean said =
        parts.stream()
            .anyMatch(part ->
                TopicWords.all(part).stream().anyMatch(OF_WHAT_STANDS::contains)
                    || PersonTalk.blames(part.text())
                    || StayPurpose.changes(part.text())
                    || StayPurpose.owns(part.text()));
    return said
        ? found
        : guesses.stream()
            .filter(g -> g.intent() == Intent.STAY && g.likely() > SURE)
            .findFirst()
            .orElse(found);
  }

  private static final Set<Intent> NOT_UNSAID =
      EnumSet.of(Intent.CHANGE, Intent.CANCEL, Intent.FIND, Intent.WAITLIST, Intent.COMPLAINT);

  private static final Set<Topic> OF_WHAT_STANDS =
      EnumSet.of(Topic.CHANGE, Topic.CANCEL, Topic.AMEND, Topic.FIND, Topic.WAITLIST, Topic.DROP);

  private static boolean lets(Venue venue) {
    return venue != null && !venue.lodging().types().isEmpty();
  }

  /** {@code looking for a table at ten. We need a high chair}: nothing stands that is changed. */
  private static Guess begun(Guess together, List<Guess> guesses) {
    boolean mayChange =
        together.intent() == Intent.CHANGE && together.likely() < MOST_SURE && guesses.size() > 1;
    return guesses.stream()
        .filter(g -> mayChange && !SMALL_TALK.contains(g.intent()))
        .findFirst()
        .filter(Intents::books)
        .orElse(together);
  }

  static Guess of(Words words, Venue venue) {
    return hear(words, venue).guess();
  }

  /** Whose other sentences tell of the table that is wanted. */
  private static boolean books(Guess whole) {
    return whole.intent() == Intent.BOOK && whole.likely() > SURE;
  }

  /** What counts where the sentences of a message are for several things. */
  private static int weight(Intent intent) {
    return switch (intent) {
      case EMERGENCY -> 5;
      case CHANGE, CANCEL, FIND, CONFIRM, WAITLIST, PERSON, COMPLAINT, ABUSE -> 3;
      case BOOK, STAY -> 2;
      case QUESTION -> 1;
      case GREET, THANKS, BYE, OTHER -> 0;
    };
  }

  private static List<Words> parts(Words words) {
    List<Words> parts = new ArrayList<>();
    for (String sentence : words.text().split("(?<=[.!?\n])\\s+|\n")) {
      if (!sentence.isBlank() && !REASON.matcher(Tokens.plain(sentence)).find()) {
        parts.add(Words.of(sentence));
      }
    }
    return parts;
  }

  private static Guess guess(Words words, Venue venue) {
    Set<Topic> topics = TopicWords.all(words);
    boolean figure = words.size() == 1 && Numbers.digits(words.plain(0));
    if (words.size() == 0 || figure) {
      return new Guess(Intent.OTHER, 1);
    }
    if (topics.contains(Topic.LEAVE_WAITLIST)) {
      return new Guess(Intent.WAITLIST, 1);
    }
    double[] likely = LIKELY.of(words.text()).clone();
    placed(words, venue, likely);
    int best = 0;
    for (int i = 1; i < likely.length; i++) {
      best = likely[i] > likely[best] ? i : best;
    }
    return new Guess(Intent.values()[best], likely[best]);
  }

  /** A house without rooms lets none; a house without tables seats nobody. */
  private static void placed(Words words, Venue venue, double[] likely) {
    int book = Intent.BOOK.ordinal();
    int stay = Intent.STAY.ordinal();
    boolean rooms = lets(venue);
    if (!rooms && !says(words, ROOMS)) {
      likely[book] += likely[stay];
      likely[stay] = 0;
    } else if (rooms && !says(words, TABLES)) {
      likely[stay] += likely[book];
      likely[book] = 0;
    }
  }

  private static boolean says(Words words, Set<String> any) {
    for (int i = 0; i < words.size(); i++) {
      if (any.contains(words.plain(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a message is for, once all in it has been found; null if it only answers what was asked.
   *
   * @param answers whether it says anything that can have been asked for
   * @param wishes whether it names anything of a booking
   * @param whole whether it names all a booking needs: who does asks for one
   * @param ofHouse what of the house it seems to ask about
   */
  static Intent settled(
      Guess guess,
      Asked asked,
      boolean answers,
      boolean wishes,
      boolean whole,
      boolean rooms,
      OfHouse ofHouse) {
    if (asked != Asked.NOTHING) {
      boolean turns = INTERRUPTIONS.contains(guess.intent()) && guess.likely() > SURE && !answers;
      boolean person = guess.intent() == Intent.PERSON && guess.likely() > QUITE_SURE;
      return turns || person ? guess.intent() : null;
    }
    if (!whole && ofHouse.asks(guess)) {
      return Intent.QUESTION;
    }
    boolean unsaid =
        guess.intent() == Intent.QUESTION || guess.likely() < SURE && guess.intent().aboutBooking();
    if (whole && unsaid && !(guess.intent() == Intent.CANCEL)) {
      return rooms ? Intent.STAY : Intent.BOOK;
    }
    boolean unfounded =
        rooms && guess.likely() < SURE && OF_THE_BOOK.contains(guess.intent()) && !ofHouse.wanted();
    if (unfounded && !wishes && ofHouse.means()) {
      return Intent.QUESTION;
    }
    if (unfounded && wishes) {
      return Intent.STAY;
    }
    boolean counts = guess.intent() == Intent.PERSON && guess.likely() < SURE;
    if (rooms && counts && wishes) {
      return Intent.STAY;
    }
    boolean vague = guess.likely() < UNLIKELY || guess.intent() == Intent.OTHER;
    if (vague) {
      return wishes ? rooms ? Intent.STAY : Intent.BOOK : Intent.OTHER;
    }
    return guess.intent();
  }
}
