package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Intents.Guess;
import io.conserje.conversation.builtin.PartyWords.Party;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.Venue;
import java.util.EnumSet;
import java.util.Set;

/** Whether a message that names a whole table only sounds as if one stood already. */
final class FreshWish {

  private static final Set<Intent> OF_WHAT_STANDS =
      EnumSet.of(Intent.CHANGE, Intent.FIND, Intent.CONFIRM, Intent.CANCEL);

  private static final FilteredPattern STANDS =
      FilteredPattern.compile(
          "\\b(?:reserva(?:do|da|mos|ste|ron)?|reserve|tengo|tenemos|tenia|teniamos|teneis (?:apuntad|anotad)\\w+|hice|hicimos|cogimos|booked|booking|reservation|(?:have|had|got|ve) (?:a|our|the|my)|(?:our|my|the) table|(?:nuestra|mi|la) mesa|lo del?|la del?"
              + "|cambi\\w+|pas(?:ar|ad|a|e|en)\\w*|mov\\w+|muev\\w+|modific\\w+|retras\\w+|adelant\\w+|aplaz\\w+|posponer|chang\\w+|shift|push|switch|instead|en (?:vez|lugar) de|anul\\w+|cancel\\w*|al final|(?<!\\b(?:me|nos) )confirm\\w*|ya no|no (?:vamos|podemos|podremos|iremos|puedo)|cant|wont)\\b");

  private static final FilteredPattern WOULD_BE =
      FilteredPattern.compile("\\b(?:seriamos|serian|we(?: would|d) be|there(?: would|d) be)\\b");

  /** Somebody wants a table, whatever else is said or asked beside it. */
  private static final FilteredPattern OUTRIGHT =
      FilteredPattern.compile(
          "\\b(?:quier[oe]|queremos|quer(?:r)?ia(?:mos)?|quisiera(?:mos)?|(?:me|nos) (?:gustaria|encantaria|interesa(?:ria)?)|necesit(?:o|amos|aria|ariamos)|dese(?:o|amos|aria)|busc(?:o|amos)|veniamos|vengo|era|es|i d like|id like|we d like|wed like|would like|i want|we want|i need|we need|looking)"
              + "(?! (?:saber|preguntar|consultar|cambiar|modificar|cancelar|anular|confirmar|mover|pasar|quitar|to (?:know|ask|change|cancel|move|confirm|check)))"
              + " (?:(?!la |mi |nuestra |esa |el |the |our |my |saber |preguntar |cambi|modific|cancel|anul|confirm|mover |pasar |quitar )\\w+ ){0,5}?(?:reservar(?:nos|me)?|(?:una |otra )?(?:reserva|reservacion|mesa|mesita)|apartar|agendar|(?:to |a )?(?:book|reserve|table|booking|reservation))\\b"
              + "(?! (?:del?|que) (?:el |la |las |los |hoy|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hice|tengo|hicimos|tenemos))"
              + "|\\b(?:me|nos) (?:reserv(?:as|an|ais|a|ar[ií]as|arian|ariais)|(?:guard|apart|separ|cog)\\w+ (?:una |alg\\w+ )?(?:mesa|mesita|sitio|lugar|hueco))\\b"
              + "|\\b(?:se puede|puedo|podemos|se podria|podria|podriamos|es posible|can i|can we|could i|could we) (?:\\w+ )?(?:reservar|apartar|agendar|(?:coger|pedir|hacer|apartar) (?:una )?(?:mesa|reserva|reservacion)|book|reserve)(?: una mesa| mesa| a table)?"
              + " (?:(?:por|x|desde|en|a traves de|through|via|on|by) )?(?:aca|aqui|ahi|est[ea] (?:medio|chat|via|canal|numero|mensaje)|mensaje|el chat|whatsapp|wasap|here|(?:this|the) chat)\\b");

  /** Who looks for a table complains of nothing, whatever else sounds like it. */
  private static final FilteredPattern LOOKS_FOR =
      FilteredPattern.compile(
          "\\b(?:hay|habra|habria|quedara?|queda|os queda|les queda|ten(?:eis|es|drian|driais|drias|dran|dra)|tienen?) (?:algun |alguna |una |algo de )?(?:mesa|mesita|sitio|hueco|lugar|espacio|campo|chance)\\b"
              + "|\\b(?:queremos|quiero|quisieramos|quisiera|queriamos|queria|gustaria|pensabamos|pensamos) (?:ir|pasar|cenar|comer|almorzar|reservar)\\b|\\b(?:para|como (?:hago|puedo)|puedo|podemos) (?:hacer para )?reservar\\b"
              + "|\\b(?:is there|do you have|have you got) (?:a |any )?(?:table|space|room)\\b|\\b(?:like|want|hoping) to (?:come|book|eat|dine|reserve)\\b");

  private FreshWish() {}

  /**
   * {@code quiero reservar. ¿Qué vale el menú?}: what is asked or told beside it does not count.
   */
  static boolean outright(String text) {
    return OUTRIGHT.matcher(Tokens.plain(text)).find();
  }

  /** Of a message that wants a table, what it asks of the house is asked beside it. */
  static Intents.OfHouse beside(Intents.OfHouse ofHouse, Intents.Heard heard, String text) {
    boolean apart =
        heard.guess().intent() == Intent.BOOK
            && heard.all().contains(Intent.BOOK)
            && (LOOKS_FOR.matcher(Tokens.plain(text)).find() || Standing.another(text))
            && sentences(text) > 1;
    boolean books = apart || wished(heard.guess(), text) != heard.guess();
    return books ? new Intents.OfHouse(false, false, true) : ofHouse;
  }

  private static int sentences(String text) {
    return text.strip().split("(?<=[.!?\n])\\s+|\n").length;
  }

  /** What a message is for that wants a table outright. */
  private static Guess wished(Guess guess, String text) {
    boolean other =
        switch (guess.intent()) {
          case BOOK, QUESTION, GREET, OTHER, THANKS -> true;
          case COMPLAINT -> !PersonTalk.blames(text);
          case CHANGE, FIND, CONFIRM -> !ChangeWords.in(text) && !Standing.there(text);
          default -> false;
        };
    boolean calm = guess.intent() == Intent.COMPLAINT && other;
    boolean wants = outright(text) || calm && LOOKS_FOR.matcher(Tokens.plain(text)).find();
    return other && wants ? new Guess(Intent.BOOK, 1) : guess;
  }

  /** Who only tells why another hour is asked for complains of nothing. */
  static Guess meant(Guess guess, Words words, TimeWish time, boolean whole) {
    Guess wished = wished(guess, words.text());
    if (wished != guess) {
      return wished;
    }
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
