package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Examples.Example;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An example as other guests would have put it: with a greeting before it, with a day, an hour or a
 * number of people after it. So nobody who names a day seems to want a table.
 */
final class Variants {

  private static final Set<Intent> OF_A_DAY =
      EnumSet.of(Intent.CHANGE, Intent.CANCEL, Intent.FIND, Intent.CONFIRM, Intent.WAITLIST);
  private static final Set<Intent> GREETED =
      EnumSet.complementOf(
          EnumSet.of(Intent.GREET, Intent.THANKS, Intent.BYE, Intent.ABUSE, Intent.OTHER));

  private static final Map<String, String[]> AFTER =
      Map.of(
          "es",
          new String[] {
            "el viernes 27",
            "mañana a las nueve",
            "para cuatro personas",
            "somos tres",
            "el 5 de diciembre",
            "esta noche a las diez",
            "para el domingo a las dos, somos cinco",
            "a nombre de Ana López",
            "hoy",
            "del sábado a las 21:30"
          },
          "en",
          new String[] {
            "on Friday 27th", "tomorrow at nine", "for four people", "there are three of us",
            "on 5 December", "tonight at 10", "for Sunday at two, five of us", "under Ana Lopez",
            "today", "on Saturday at 9.30 pm"
          });

  private static final Map<String, String[]> BEFORE =
      Map.of(
          "es",
          new String[] {
            "hola", "buenas tardes,", "perdona,", "oye", "hola buenas", "buenos días, mire,", "ok y"
          },
          "en",
          new String[] {"hi", "hello,", "sorry,", "hey", "good morning,", "hi there,", "ok and"});

  /** Whoever asks for a person has often tried something else before. */
  private static final Map<String, String[]> SIGHS =
      Map.of(
          "es",
          new String[] {"bah,", "mira,", "uf,", "es que", "bueno, da igual,", "no, déjalo,"},
          "en",
          new String[] {"look,", "ugh,", "never mind,", "no, leave it,", "oh well,", "honestly"});

  private Variants() {}

  /**
   * @param number of the example in its file, which chooses among the variants
   */
  static List<Example> of(Example example, int number) {
    List<Example> all = new ArrayList<>();
    all.add(example);
    String[] before = BEFORE.get(example.language());
    if (GREETED.contains(example.intent())) {
      all.add(with(example, before[number % before.length] + " " + example.text()));
    }
    if (example.intent() == Intent.PERSON) {
      String[] sighs = SIGHS.get(example.language());
      all.add(with(example, sighs[number % sighs.length] + " " + example.text()));
    }
    String[] after = AFTER.get(example.language());
    if (OF_A_DAY.contains(example.intent())) {
      String text = example.text().replaceAll("[?!.]+$", "");
      all.add(with(example, text + " " + after[number % after.length]));
      all.add(with(example, text + ", " + after[(number + 3) % after.length]));
    }
    if (example.intent() == Intent.BOOK) {
      String first = after[number % after.length];
      String second = after[(number + 3) % after.length];
      all.add(with(example, example.text() + " " + first));
      all.add(with(example, example.text() + ", " + first + ", " + second));
      all.add(with(example, second + " " + example.text() + " " + first));
    }
    return all;
  }

  private static Example with(Example example, String text) {
    return new Example(example.intent(), text, example.language());
  }
}
