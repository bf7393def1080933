package io.conserje.conversation.builtin;

import java.util.Arrays;
import java.util.Set;

/** Tells Spanish from English by the small words. */
final class LanguageWords {

  private static final Set<String> SPANISH =
      set(
          """
          hola buenas buenos dias tardes noches para mesa personas manana hoy noche a las el la
          los de del en que quiero queria quisiera reservar reserva cenar comer somos seremos
          por favor gracias si viernes sabado domingo lunes martes miercoles jueves nombre soy
          llamo tengo una un y con mi es esta este proximo viene mejor vale perfecto tienen
          teneis hay cancelar anular donde cuando como cuanto hasta abierto abris abren dos
          tres cuatro cinco seis siete ocho nueve diez media cuarto terraza adios nos pon ponme
          sobre tipo dentro fuera mi mis su yo ser son era sera al dos noches habitacion mujer
          marido hijos ninos tengo teneis tenes podeis puedo podria quedan queda algo
          """);

  private static final Set<String> ENGLISH =
      set(
          """
          hello hi hey good morning afternoon evening table for people person tomorrow today
          tonight at the on of in i id we are im like want would book booking reserve
          reservation please thanks thank you yes friday saturday sunday monday tuesday
          wednesday thursday my name is and with next this do have can cancel where when what
          time how open close two three four five six seven eight nine half past quarter party
          dinner lunch under make it bye us will be could need change instead later earlier
          outside yeah around about just there theres therell our you your us any anything has
          been would it's its that that's thats isn't what's how's inside wife husband kids
          children name under ish oclock noon midday nights night room rooms double single twin
          from until leave arriving leaving please ok
          """);

  private LanguageWords() {}

  private static Set<String> set(String words) {
    return Set.copyOf(Arrays.asList(words.strip().split("\\s+")));
  }

  /**
   * @param before the conversation's language so far, or null at its beginning
   * @param otherwise where the words do not tell
   */
  static Tongue of(Words words, Tongue before, Tongue otherwise) {
    int spanish = count(words, SPANISH);
    int english = count(words, ENGLISH);
    if (before == null) {
      return spanish == english ? otherwise : spanish > english ? Tongue.SPANISH : Tongue.ENGLISH;
    }
    if (before == Tongue.SPANISH) {
      return english >= 2 && english > spanish + 1 ? Tongue.ENGLISH : Tongue.SPANISH;
    }
    return spanish >= 2 && spanish > english + 1 ? Tongue.SPANISH : Tongue.ENGLISH;
  }

  /** How many words are surely Spanish, or surely English, whichever is more. */
  static int known(Words words) {
    return Math.max(count(words, SPANISH), count(words, ENGLISH));
  }

  private static int count(Words words, Set<String> of) {
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      count += of.contains(words.plain(i)) ? 1 : 0;
    }
    return count;
  }
}
