package io.conserje.conversation.builtin;

/** In whose name a table is to be, where more than one person is named. */
final class ForWhom {

  private static final PhraseTable<Boolean> UNDER =
      new PhraseTable<Boolean>()
          .add(true, "a nombre de|al nombre de|en nombre de|con el nombre de|a nombre")
          .add(true, "under the name of|under the name|in the name of|under|in the name")
          .add(
              true,
              "secretaria de|secretario de|asistente de|ayudante de|assistant to|assistant of|secretary to");

  private ForWhom() {}

  /**
   * {@code soy Natalia, pero ponla a nombre de Jorge}: where the other is named; 0 if there is
   * none.
   */
  static int another(Words words) {
    int last = 0;
    for (Hit<Boolean> hit : UNDER.in(words)) {
      last = hit.from();
    }
    return last;
  }

  /** {@code ¿me hacen factura a nombre de la empresa?}: who is billed need not be who comes. */
  static boolean isBilled(Words words, int from) {
    for (int i = from - 1; i >= Math.max(0, from - 3) && !words.opens(i + 1); i--) {
      if (words.is(i, "factura", "facturas", "invoice", "receipt", "ticket", "recibo")) {
        return true;
      }
    }
    return false;
  }
}
