package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Matcher;

/** {@code viajamos con nuestra gata, ¿la podemos llevar?}: an animal that comes, too. */
final class OwnPet {

  private static final FilteredPattern COMES =
      FilteredPattern.compile(
          "(?iuU)\\b(?:(?:viaj|v[ae]|ven|ir|llev|tra|acompañ)\\p{L}* (?:con |a )?|con |travel(?:ling|ing)? with |coming with |bring(?:ing)? |with )((?:mi|mis|nuestr[oa]s?|my|our) (?:\\p{L}+ ){0,2}?(?:perr\\p{L}+|gat[oai]\\p{L}*|mascotas?|caniche|bulldog|labrador|dogs?|cats?|pets?|pug|puppy))\\b");

  private OwnPet() {}

  /** Null if none is told of. */
  static String in(String text) {
    Matcher comes = COMES.matcher(text);
    return comes.find() ? comes.group(1) : null;
  }
}
