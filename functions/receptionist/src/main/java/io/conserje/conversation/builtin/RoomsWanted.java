package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import io.conserje.venue.Lodging;
import io.conserje.venue.RoomType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Several rooms for one party, which are booked one after the other. */
final class RoomsWanted {

  private static final FilteredPattern ANOTHER =
      FilteredPattern.compile(
          "\\b(?:otra (?:habitacion|individual|sencilla|doble|suite|familiar|reserva)|una (?:segunda )?habitacion mas|una segunda (?:habitacion|reserva)|una habitacion adicional"
              + "|another (?:room|single|double|suite|family room|twin|booking)|(?:a )?second (?:room|booking)|one more room|an extra room|an additional room)\\b");

  private static final FilteredPattern INSTEAD =
      FilteredPattern.compile(
          "\\b(?:cambi\\w+|change|switch|en vez|en lugar|instead|distinta|mejor)\\b");

  private static final String TYPE =
      "(?:individual|sencilla|doble|superior|familiar|suite|single|double|twin|family)(?:es|s)?(?: superior| room)?";

  /** {@code cada una en la suya}, {@code separate rooms}. */
  private static final FilteredPattern EACH_ITS_OWN =
      FilteredPattern.compile(
          "\\bcada (?:un[oa]|cual|persona|pareja|matrimonio)\\b.{0,12}\\b(?:su(?:y[oa])?|una|propi[ao])\\b|\\bhabitaciones (?:separadas|distintas|diferentes|independientes)\\b|\\bno (?:en )?la misma (?:habitacion|pieza)\\b"
              + "|\\b(?:separate|different|our own|their own) rooms\\b|\\b(?:a room|one) each\\b|\\beach (?:couple |of us )?(?:\\w+ )?(?:(?:our|their|its|his|her) own|a) room\\b|\\bnot the same room\\b");

  private static final FilteredPattern COUPLES =
      FilteredPattern.compile("\\b(?:parejas?|matrimonios?|couples?)\\b");

  /** How many rooms are meant where everybody wants one to himself, or every couple; else 0. */
  static int eachItsOwn(String text, Integer adults) {
    String plain = Tokens.plain(text);
    if (adults == null || adults < 2 || !EACH_ITS_OWN.matcher(plain).find()) {
      return 0;
    }
    boolean couples = COUPLES.matcher(plain).find() && adults % 2 == 0;
    return couples ? adults / 2 : adults;
  }

  /** {@code what's the difference between a double and a suite?}: one of them will be taken. */
  private static final FilteredPattern COMPARED =
      FilteredPattern.compile(
          "\\b(?:diferencias?|comparad\\w+|compara\\w*|cual es (?:mejor|mas barata)|difference|compared?|versus|vs|which (?:one )?is (?:better|cheaper|bigger|nicer))\\b"
              + "|\\b(?:precios?|cuant[oa]|cuesta\\w*|sale|valen?|tarifas?|how much|prices?|rates?|cost)\\b.{0,60}\\b(?:la|las|the) "
              + TYPE
              + ",? (?:y|o|and|or) (?:de )?(?:la|las|the) "
              + TYPE
              + "\\b");

  /** {@code one room, not two}. */
  private static final FilteredPattern ONLY_ONE =
      FilteredPattern.compile(
          "\\b(?:(?:solo|solamente|unicamente|only|just) (?:quiero |queremos |necesito |want |need )?(?:es |the )?(?:una|one)(?! (?:noche|night|persona|person|adult\\w*|cama|bed|cuna|cot))|una sola(?! (?:noche|persona|cama))|(?:una|1|one|a single) (?:habitacion|room),? (?:no|not) (?:dos|two|2)"
              + "|(?:no|dont|do not|didnt|not) (?:quiero |queremos |son |want |need |asked? for )?(?:dos|2|two) (?:habitaciones|rooms))\\b");

  private static final int MOST = 99;

  private final Words words;
  private final Tongue tongue;
  private final Lodging lodging;
  private final List<String> types = new ArrayList<>();
  private int rooms;
  private boolean apart;

  private RoomsWanted(String text, Tongue tongue, Lodging lodging) {
    this.words = Words.of(text);
    this.tongue = tongue;
    this.lodging = lodging;
  }

  /** {@code otra habitación para mi madre}: besides the one that is booked. */
  static boolean another(String text) {
    String plain = Tokens.plain(text);
    return ANOTHER.matcher(plain).find() && !INSTEAD.matcher(plain).find();
  }

  static boolean compared(String text) {
    return COMPARED.matcher(Tokens.plain(text)).find();
  }

  static boolean onlyOne(String text) {
    return ONLY_ONE.matcher(Tokens.plain(text)).find();
  }

  /** The type of each, empty where any will do; none if not several are wanted. */
  static List<String> in(String text, Tongue tongue, Lodging lodging) {
    return Price.asked(text) && Words.of(text).size() < 6 || compared(text) || onlyOne(text)
        ? List.of()
        : new RoomsWanted(text, tongue, lodging).all();
  }

  private List<String> all() {
    for (int i = 0; i < words.size(); i++) {
      i = Math.max(i, at(i) - 1);
    }
    boolean all = types.size() > 1 && types.size() >= rooms;
    if (all && (rooms > 1 || apart)) {
      return types;
    }
    if (rooms < 2) {
      return List.of();
    }
    String type = types.size() == 1 ? types.getFirst() : "";
    return Collections.nCopies(rooms, type);
  }

  private int at(int i) {
    boolean pair = words.is(i, "par", "couple") && words.is(i + 1, "de", "of");
    Hit<Integer> number =
        pair
            ? new Hit<>(i, i + 2, 2)
            : words.is(i, "a", "otra", "another")
                ? new Hit<>(i, i + 1, 1)
                : Numbers.at(words, i, tongue);
    boolean listed =
        number != null && number.value() > 1 && words.gap(number.to() - 1).contains(",");
    if (number == null || number.value() == 0 || number.value() > MOST || listed) {
      return i + 1;
    }
    int at = number.to();
    at += words.is(at, "separate", "different", "small") ? 1 : 0;
    boolean plural = words.is(at, "habitaciones", "rooms", "cuartos");
    boolean room = plural || words.is(at, "habitacion", "room", "cuarto");
    int named = room ? at + 1 : at;
    Hit<String> type = RoomWords.at(words, named, lodging);
    boolean elsewhere = !room && words.opens(named) && !Numbers.article(words.plain(i));
    if (elsewhere || type == null && !plural) {
      return i + 1;
    }
    int end = type == null ? named : type.to();
    boolean figure = type != null && !words.opens(end) && ofFigures(end);
    if (figure) {
      return end;
    }
    boolean couples = type != null && !room && words.is(named, "matrimonio", "matrimonios");
    if (couples) {
      return end;
    }
    if (words.opens(named) && room && type != null) {
      type = null;
      end = named;
    }
    if (type == null) {
      rooms = Math.max(rooms, number.value());
      return end;
    }
    apart |= !types.isEmpty() && joined(i);
    for (int k = 0; k < number.value(); k++) {
      types.add(type.value());
    }
    rooms = number.value() > 1 ? Math.max(rooms, number.value()) : rooms;
    return end;
  }

  /** {@code seven double oh nine}: of a telephone number. */
  private boolean ofFigures(int at) {
    return words.is(at, "oh", "o", "zero", "nought", "cero")
        || Numbers.at(words, at, tongue) != null;
  }

  /** {@code una doble y una individual}, not {@code una doble o una suite}. */
  private boolean joined(int i) {
    return words.is(i - 1, "y", "and", "mas", "plus", "e") || words.opens(i);
  }

  /**
   * {@code a double for my parents and a family room for us (2 adults, 2 children)}: who sleeps in
   * which, in the order of the rooms; empty unless it is told of each.
   */
  static List<int[]> told(String text, Tongue tongue, Lodging lodging) {
    Words words = Words.of(text);
    List<Integer> begins = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean one = words.is(i, "a", "an", "una", "one", "la", "the", "otra", "another");
      Hit<String> type = one ? RoomWords.at(words, i + 1, lodging) : null;
      if (type != null) {
        begins.add(i);
        ends.add(type.to());
        i = type.to() - 1;
      }
    }
    List<int[]> shares = new ArrayList<>();
    for (int room = 0; room < begins.size(); room++) {
      int until = room + 1 < begins.size() ? begins.get(room + 1) : words.size();
      boolean empty = ends.get(room) >= until;
      int[] share = empty ? null : sleeping(words.said(ends.get(room), until), tongue);
      if (share == null) {
        return List.of();
      }
      shares.add(share);
    }
    return shares;
  }

  /** Null if nobody is named. */
  private static int[] sleeping(String said, Tongue tongue) {
    if (said.isBlank()) {
      return null;
    }
    Guests guests = Guests.in(Words.of(said), tongue, true);
    Integer adults = guests.adults() == null ? Company.grownUps(Words.of(said)) : guests.adults();
    int children = guests.children() == null ? 0 : guests.children();
    return adults == null ? null : new int[] {adults, children};
  }

  /** How the guests are spread over rooms, each as adults and children; the first has the most. */
  static List<int[]> spread(int adults, int children, List<String> types, Lodging lodging) {
    List<int[]> shares = new ArrayList<>();
    int left = types.size();
    int grown = adults;
    int young = children;
    for (String name : types) {
      RoomType type = lodging.type(name).orElse(null);
      int most = type == null ? Integer.MAX_VALUE : type.adults();
      int here = Math.max(1, Math.min(most, (grown + left - 1) / left));
      int kids =
          type == null ? Integer.MAX_VALUE : Math.min(type.children(), type.occupants() - here);
      int with = Math.clamp((young + left - 1) / left, 0, Math.max(0, kids));
      shares.add(new int[] {here, with});
      grown -= here;
      young -= with;
      left--;
    }
    return shares;
  }
}
