package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** Whether a room that is being arranged is given up. */
final class StayDrop {

  /** {@code never mind, book the rooms}: only what was asked last is let be. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "\\b(?:book (?:it|them|that|the|both|me|us|all)|reserv(?:a|ad|e|en|ala|alas|ela|elas|amela|amelas|enla|enlas|emela|ame|ar|emos)|apart(?:a|e|ame|eme|amela|emela)|go ahead|let s (?:book|do it)|adelante|sig(?:ue|a|amos)|seguimos|continu\\w+|carry on)\\b");

  private static final Pattern NOT =
      Pattern.compile("\\b(?:no|not|don ?t|sin) (?:\\w+ ){0,2}(?:reserv\\w+|book)\\b");

  private static final Pattern LEAVES =
      Pattern.compile(
          "\\b(?:graci\\w+|thank\\w*|dej\\w+|quier\\w+|reserv\\w+|todavia|aun|interes\\w+|want|book|yet|leave it|bother|need|pens\\w+|think|mir\\w+|consult\\w+|car[ao]s?|expensive)\\b");

  /** No longer a no than this says nothing but no. */
  private static final int BRIEF = 4;

  private StayDrop() {}

  static boolean goesOn(String text) {
    String plain = Tokens.plain(text);
    return GOES_ON.matcher(plain).find() && !NOT.matcher(plain).find();
  }

  /** {@code no}, {@code no, gracias}: where something else is said with it, that is to be heard. */
  static boolean onlyNo(String text) {
    String plain = Tokens.plain(text);
    return plain.split("[^a-z0-9]+").length <= BRIEF || LEAVES.matcher(plain).find();
  }
}
