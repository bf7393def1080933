package io.conserje.conversation.builtin;

import java.util.List;
import java.util.Set;

/** The words of a message that the kitchen or the waiters should know of. */
final class Noteworthy {

  /** How such words begin. */
  private static final List<String> BEGINNINGS =
      List.of(
          """
          alerg celiac intoleran vegetarian veggie vegan gluten lactos allerg coeliac trona
          sillit casados casadas jubil despedida homenaje carrito cochecito stroller
          pushchair pram buggy ruedas wheelchair highchair cumple birthday aniversario
          anniversary perr mascota gato gatito cachorr puppy diabet tranquil quiet
          romantic rincon sorpresa surprise diet shellfish peanut dairy dog marisco frutos
          nuts halal kosher embarazada pregnant ventana window celebra silla periquera
          movilidad booster apartad apartadit intim redonda corner booth
          vistas enchufe pedirle pedida propose proposal proposing engagement graduac graduat
          bautizo christening honeymoon baston muletas crutches andador escalones
          escaleras stairs hipertens fructos picante spicy lacteos embaraz carriola carreola matrimonio invidente guia
          retire tarta cake asperger autis sordo sorda candle petalos
          """
              .strip()
              .split("\\s+"));

  /** What a table may be near to, or far from. */
  private static final Set<String> OF_THE_ROOM =
      Set.of(
          """
          puerta bano banos aseo aseos servicio servicios lavabo lavabos cocina barra pared ventana ventanal
          chimenea estufa radiador entrada aire altavoz altavoces musica escaparate columna pasillo
          door toilet toilets loo loos bathroom bathrooms restroom kitchen bar wall window
          fireplace heater radiator entrance speaker speakers music aisle draught
          """
              .strip()
              .split("\\s+"));

  /** What somebody does not eat, after a verb that says so. */
  private static final Set<String> EATEN =
      Set.of(
          "comer",
          "tomar",
          "carne",
          "pescado",
          "huevo",
          "huevos",
          "lacteos",
          "cerdo",
          "picante",
          "queso",
          "leche",
          "pan",
          "trigo",
          "sal",
          "azucar",
          "marisco",
          "pollo",
          "cebolla",
          "ajo",
          "setas",
          "eat",
          "have",
          "meat",
          "fish",
          "pork",
          "dairy",
          "eggs",
          "onions",
          "onion",
          "garlic",
          "mushrooms",
          "cheese",
          "milk",
          "spicy");

  private Noteworthy() {}

  static boolean at(Words words, int i) {
    return words.is(i, "high") && words.is(i + 1, "chair", "chairs")
        || words.is(i, "round") && words.is(i + 1, "table")
        || words.is(i, "algo") && words.is(i + 1, "especial") && !words.is(i - 1, "por", "nada")
        || words.is(i, "vela", "velas", "velita", "velitas", "discreta", "discreto")
        || words.is(i, "something") && words.is(i + 1, "special")
        || words.is(i, "encargo", "encargamos", "encargar", "encargue", "encargaros", "preorder")
            && !words.is(i - 1, "por", "de", "hay")
        || near(words, i)
        || eatsNone(words, i)
        || BEGINNINGS.stream().anyMatch(words.plain(i)::startsWith);
  }

  /** {@code lejos de la puerta}, {@code next to the window}. */
  private static boolean near(Words words, int i) {
    boolean place =
        words.is(
                i,
                "lejos",
                "cerca",
                "cerquita",
                "lado",
                "ladito",
                "junto",
                "frente",
                "pegada",
                "pegadas",
                "pegado",
                "pegados",
                "pegadita")
            || words.is(i, "away", "near", "next", "close", "by", "far", "beside", "facing");
    for (int k = i + 1; place && k <= i + 4 && k < words.size(); k++) {
      if (OF_THE_ROOM.contains(words.plain(k))) {
        return true;
      }
    }
    return false;
  }

  /** {@code no puede tomar lácteos}, {@code sin cebolla}, {@code can't have dairy}. */
  private static boolean eatsNone(Words words, int i) {
    boolean verb =
        words.is(i, "no")
                && words.is(
                    i + 1, "puede", "pueden", "puedo", "podemos", "come", "comen", "como",
                    "comemos", "toma", "tomo", "toman")
            || words.is(i, "cant", "cannot", "doesnt", "dont", "wont");
    int eaten = words.is(i, "sin", "no", "without") ? i + 1 : -1;
    eaten = verb ? words.is(i, "no") ? i + 2 : i + 1 : eaten;
    return eaten > 0
        && EATEN.contains(words.plain(eaten))
        && !(verb && words.is(eaten, "have") && !food(words, eaten));
  }

  /** {@code can't have dairy}; not {@code don't have the number}. */
  private static boolean food(Words words, int have) {
    return EATEN.contains(words.plain(have + 1))
        || BEGINNINGS.stream().anyMatch(words.plain(have + 1)::startsWith);
  }
}
