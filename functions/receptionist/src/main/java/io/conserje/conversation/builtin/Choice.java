package io.conserje.conversation.builtin;

/**
 * Which of several things on offer a guest takes: 1 for the first, −1 for the last, 0 for none
 * named.
 */
final class Choice {

  static final int NONE = 0;
  static final int LAST = -1;

  private static final PhraseTable<Integer> TABLE =
      new PhraseTable<Integer>()
          .add(
              1,
              "la primera|el primero|primera|primero|la primera opcion|opcion 1|la 1|el 1|opcion"
                  + " uno")
          .add(1, "the first|first|first one|the first one|option 1|number 1|number one|option one")
          .add(
              1,
              "la mas cercana|la mas proxima|la que mas se acerque|la que mas se parezca|la que este mas cerca|lo mas cercano|lo mas cerca|lo mas parecido|el mas cercano")
          .add(
              1,
              "the closest|closest|the nearest|nearest|whatever is closest|whatevers closest|closest one|nearest one|the closest one|the nearest one")
          .add(
              2,
              "la segunda|el segundo|segunda|segundo|la segunda opcion|opcion 2|la 2|el 2|opcion"
                  + " dos")
          .add(
              2,
              "the second|second|second one|the second one|option 2|number 2|number two|option two")
          .add(3, "la tercera|el tercero|tercera|tercero|opcion 3|la 3|el 3|opcion tres")
          .add(
              3,
              "the third|third|third one|the third one|option 3|number 3|number three|option three")
          .add(LAST, "la ultima|el ultimo|ultima|ultimo|the last|last one|the last one|last");

  private Choice() {}

  static int in(Words words) {
    int choice = NONE;
    for (Hit<Integer> hit : TABLE.in(words)) {
      boolean article =
          words.is(hit.from(), "el", "la") && Numbers.digits(words.plain(hit.to() - 1));
      if (choice == NONE && !(article && !words.opens(hit.to()))) {
        choice = hit.value();
        words.use(hit);
      }
    }
    return choice;
  }
}
