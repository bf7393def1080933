package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Intents.Guess;
import io.conserje.conversation.builtin.PartyWords.Party;
import io.conserje.venue.Venue;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a message that names a whole table only sounds as if one stood already. */
final class FreshWish {

  private static final Set<Intent> OF_WHAT_STANDS =
      EnumSet.of(Intent.CHANGE, Intent.FIND, Intent.CONFIRM, Intent.CANCEL);

  private static final Pattern STANDS =
      Pattern.compile(
          "\\b(?:reserva(?:do|da|mos|ste|ron)?|reserve|tengo|tenemos|tenia|teniamos|teneis (?:apuntad|anotad)\\w+|hice|hicimos|cogimos|booked|booking|reservation|(?:have|had|got|ve) (?:a|our|the|my)|(?:our|my|the) table|(?:nuestra|mi|la) mesa|lo del?|la del?"
              + "|cambi\\w+|pas(?:ar|ad|a|e|en)\\w*|mov\\w+|muev\\w+|modific\\w+|retras\\w+|adelant\\w+|aplaz\\w+|posponer|chang\\w+|shift|push|switch|instead|en (?:vez|lugar) de|anul\\w+|cancel\\w*|al final|confirm\\w*|ya no|no (?:vamos|podemos|podremos|iremos|puedo)|cant|wont)\\b");

  private static final Pattern WOULD_BE =
      Pattern.compile("\\b(?:seriamos|serian|we(?: would|d) be|there(?: would|d) be)\\b");

  private FreshWish() {}

  /** Who only tells why another hour is asked for complains of nothing. */
  static Guess meant(Guess guess, Words words, TimeWish time, boolean whole) {
    boolean asksForHour = time != null && words.asks() && !PersonTalk.blames(words.text());
    if (guess.intent() == Intent.COMPLAINT && asksForHour) {
      return new Guess(whole ? Intent.BOOK : Intent.CHANGE, guess.likely());
    }
    return whole && in(guess, words.text()) ? new Guess(Intent.BOOK, guess.likely()) : guess;
  }

  static boolean in(Guess guess, String text) {
    return OF_WHAT_STANDS.contains(guess.intent()) && !STANDS.matcher(Tokens.plain(text)).find();
  }

  /** More than the house seats, or so many as there would be: nothing of that stands yet. */
  static boolean ofAGroup(Party party, Venue venue, String text) {
    boolean many = party != null && venue != null && party.size() > venue.rules().largestParty();
    return many || party != null && WOULD_BE.matcher(Tokens.plain(text)).find();
  }
}
