package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** The waitlist in other words: {@code si se cae alguna reserva me avisáis}. */
final class Waiting {

  private static final Pattern IF_ONE_GOES =
      Pattern.compile(
          "\\b(?:(?:por )?si|in case|if) (?:os |les |se |hay |hubiera |hubiese |queda |quedara |alguien |alguna? |algo "
              + "|someone |somebody |anyone |anybody |anything |something |there'?s |there is |a (?:table|place|slot|space) ){1,2}"
              + ".{0,25}?\\b(?:cancel|anul|baja|libera|fall|cae|cay|hueco|libre|drop|free|open|come[s]? up|pull|give)");

  private static final Pattern LET_KNOW =
      Pattern.compile(
          "\\b(?:avis\\w+|llam\\w+|escrib\\w+|me llam\\w+|let (?:me|us) know|call me|text me|ping me)\\b.{0,20}"
              + "\\b(?:si|if|when|cuando)\\b.{0,25}\\b(?:cancel|anul|baja|liber|fall|cae|hueco|libre|drop|free|open|come[s]? up)");

  private Waiting() {}

  static boolean wished(String text) {
    String plain = Tokens.plain(text);
    return IF_ONE_GOES.matcher(plain).find() || LET_KNOW.matcher(plain).find();
  }
}
