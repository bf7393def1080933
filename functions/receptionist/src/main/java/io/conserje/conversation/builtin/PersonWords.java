package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import io.conserje.venue.Staffing.Contact;
import io.conserje.venue.Venue;
import java.util.List;
import java.util.regex.Pattern;

/** Whether somebody of the house is wanted, by name or beside another question. */
final class PersonWords {

  /** {@code ¿está Marta?}, {@code pásame con Andrés}, {@code is Marta in today?} */
  private static final String ASKED_FOR =
      "\\b(?:esta|anda|anda por ahi|is|hablar con|hable con|pas\\w+ con|pon\\w* con|comunic\\w+ con|(?:me|nos) (?:llame|conteste|escriba|atienda)|dile a|digale a|decidle a|avis\\w+ a|pregunt\\w+ por|busco a"
          + "|speak (?:to|with)|talk (?:to|with)|put me through to|get me|ask for|a word with|looking for|get hold of|message for|recado para|mensaje para) (?:el |la |a )?(?:%s)\\b";

  private PersonWords() {}

  private static final FilteredPattern ONE =
      FilteredPattern.compile(
          "^\\W*(?:(?:para|somos|soy|seria|solo|es|for|just|only|its|si|yes|pues)\\W+)*(?:una|1|un|one)(?: sol[ao]| single)? (?:persona|person|adulto|adult)(?: sol[ao]| only| adulta)?\\W*$");

  private static final FilteredPattern TALKS =
      FilteredPattern.compile(
          "\\b(?:habl\\w+|atiend\\w+|atend\\w+|llam\\w+|contest\\w+|comuni\\w+|pas(?:a|ame|eme|arme|adme)|ponme con|real|reales|verdad|human\\w+|robots?|maquina|bot|speak|talk|call|transfer|put me through|connect|actual|live|reply|answer)\\b");

  /** {@code una persona}, while a booking is made: how many come, and nobody is to be called. */
  static boolean counts(Memory memory, Understanding heard) {
    boolean booking = memory.wish.begun() || memory.stays.plan.begun();
    String plain = Tokens.plain(memory.text);
    boolean sleeps = heard.stay().adults() != null && !TALKS.matcher(plain).find();
    return booking && (sleeps || ONE.matcher(plain).find());
  }

  /** Whether one of the house's people is asked for by name. */
  static boolean names(String text, List<Contact> staff) {
    String plain = Tokens.plain(text);
    List<String> names =
        staff.stream()
            .map(Contact::name)
            .map(Tokens::plain)
            .filter(plain::contains)
            .filter(name -> FirstNames.has(name.split(" ")[0]))
            .map(Pattern::quote)
            .toList();
    return !names.isEmpty()
        && FilteredPattern.compile(ASKED_FOR.formatted(String.join("|", names)))
            .matcher(plain)
            .find();
  }

  /** {@code ¿eres un robot? quiero un humano}: what is wanted besides knowing who speaks. */
  static boolean besidesAsking(String text, Venue venue) {
    for (String sentence : text.split("(?<=[?!.,;\n])\\s+|\n")) {
      Words words = Words.of(sentence);
      boolean asks = words.asks() || TopicWords.all(words).contains(Topic.WHO_ARE_YOU);
      if (words.size() > 0 && !asks) {
        Intents.Guess guess = Intents.of(words, venue);
        if (guess.intent() == Intent.PERSON && guess.likely() > 0.5) {
          return true;
        }
      }
    }
    return false;
  }
}
