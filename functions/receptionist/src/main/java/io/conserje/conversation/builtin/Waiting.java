package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** The waitlist in other words: {@code si se cae alguna reserva me avisáis}. */
final class Waiting {

  private static final FilteredPattern IF_ONE_GOES =
      FilteredPattern.compile(
          "\\b(?:(?:por )?si|in case|if) (?:os |les |se (?!cancel|anul)|hay |hubiera |hubiese |queda |quedara |alguien |alguna? |algo "
              + "|someone |somebody |anyone |anybody |anything |something |there'?s |there is |a (?:table|place|slot|space) ){1,2}"
              + ".{0,25}?\\b(?:cancel|anul|baja|libera|fall|cae|cay|hueco|libre|drop|free|open|come[s]? up|pull|give)");

  private static final FilteredPattern LET_KNOW =
      FilteredPattern.compile(
          "\\b(?:avis\\w+|llam\\w+|escrib\\w+|me llam\\w+|let (?:me|us) know|call me|text me|ping me)\\b.{0,20}"
              + "\\b(?:si|if|when|cuando)\\b.{0,25}\\b(?:cancel|anul|baja|liber|fall|cae|hueco|libre|drop|free|open|come[s]? up)");

  /** {@code put us down for any cancellations}, {@code on the list}. */
  private static final FilteredPattern ON_THE_LIST =
      FilteredPattern.compile(
          "\\b(?:apunt\\w+|pon\\w*|met\\w+|anot\\w+|put|add|pop|stick|keep)\\b.{0,14}\\b(?:en |a |on |to |in )(?:la |esa |the |that |your )?(?:lista|list|cola|queue)\\b"
              + "|\\b(?:put|keep|note|get)\\b.{0,12}\\b(?:down )?(?:for|in case of) (?:any |a )?cancellations?\\b"
              + "|\\b(?:apunt|anot)\\w+\\b.{0,6}\\b(?:por si acaso|por si las moscas|por si hay suerte|para (?:cancelaciones|bajas))\\b"
              + "|\\b(?:quedar\\w*|estar|esperar\\w*|seguir) (?:en|a la) (?:espera|cola)\\b");

  private static final String THE_LIST = "(?:waiting |wait)?(?:list|queue)\\b";

  /** {@code sácanos de la cola}, {@code take our name off the list}. */
  private static final FilteredPattern OFF_THE_LIST =
      FilteredPattern.compile(
          "\\b(?:quit|borr|sac|saq|elimin|retir|tach|desapunt|salir|salgo|salimos|anul|cancel)\\w*(?:(?!\\b(?:pon|apunt|met|anot)).){1,25}\\b(?:la|esa|vuestra|tu|su) (?:lista|cola|espera)\\b"
              + "|\\b(?:take|taking|get|cross|scratch|pull|strike|drop|remove|delete|withdraw)\\b.{0,25}\\b(?:off|from|out of) (?:the |your |that )?"
              + THE_LIST
              + "|\\b(?:leave|forget|cancel) (?:the|your|that) "
              + THE_LIST
              + "|\\b(?:cancel|drop|give up) (?:my|our) (?:place|spot|name) (?:on|in) (?:the|your) "
              + THE_LIST
              + "|\\bya no .{0,30}\\b(?:en|de) (?:la )?(?:lista|cola|espera)\\b|\\bya no (?:hace|hara) falta (?:que (?:me|nos) avis|la lista)"
              + "|\\b(?:no longer|dont|do not) (?:\\w+ ){1,3}(?:the|your) (?:waiting |wait)(?:list|queue)\\b");

  private Waiting() {}

  /** Whether the guest, who waits, no longer wants to. */
  static boolean over(String text) {
    return OFF_THE_LIST.matcher(Tokens.plain(text)).find();
  }

  static boolean wished(String text) {
    String plain = Tokens.plain(text);
    return IF_ONE_GOES.matcher(plain).find()
        || LET_KNOW.matcher(plain).find()
        || ON_THE_LIST.matcher(plain).find();
  }
}
