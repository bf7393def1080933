package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import io.conserje.venue.Venue;
import java.util.regex.Matcher;

/** A guest who took the house for another one: {@code ¿no sois Talleres Ruiz?} */
final class OtherHouse {

  private static final FilteredPattern TAKEN_FOR =
      FilteredPattern.compile(
          "\\b(?:[Nn]o )?(?:[Ss]ois|[Ss]on ustedes|[Hh]ablo con|[Ee]s esto|[Ee]s este|[Ee]sto es|[Ee]sto no es|[Ee]st[oe] no era|[Ii]sn[’']t this"
              + "|[Ii]s this|[Aa]ren[’']t you|[Hh]ave I reached|[Ss]peaking to) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|New Year|Easter|OK)(?:(?:el|la|los|las|de|del|the) )*((?:\\p{Lu}[\\p{L}’']+ ?(?:(?:de|del|la|el|y|and|of|the) )*)+)");

  private OtherHouse() {}

  /** Whether a name is asked for that is not this house's. */
  static boolean in(String said, Venue venue) {
    Matcher name = TAKEN_FOR.matcher(said);
    return name.find() && !Tokens.plain(venue.name()).contains(Tokens.plain(name.group(1)).strip());
  }
}
