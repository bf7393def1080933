package io.conserje.venue.house;

import io.conserje.venue.Lodging;
import io.conserje.venue.LodgingRules;
import io.conserje.venue.LodgingTax;
import io.conserje.venue.LodgingTerms;
import io.conserje.venue.NightsAllowed;
import io.conserje.venue.RoomType;
import io.conserje.venue.Season;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rooms of a house. */
final class LodgingReader {

  private static final int MOST_PER_ROOM = 20;
  private static final int MOST_NIGHTS = 365;
  private static final int PER_CENT = 100;
  private static final int DEAREST = 100_000_000;
  private static final Lodging USUAL = Lodging.NONE;

  private LodgingReader() {}

  static Lodging read(Field hotel) {
    if (!hotel.present()) {
      return Lodging.NONE;
    }
    hotel.only(
        "currency",
        "check_in",
        "check_out",
        "cleaning",
        "tax",
        "types",
        "seasons",
        "closed_to_arrival",
        "nights",
        "notice",
        "horizon",
        "hold",
        "deposit",
        "cancellation",
        "late_check_out",
        "early_check_in");
    LocalTime in = hotel.at("check_in").time();
    LocalTime out = hotel.at("check_out").time();
    if (!out.isBefore(in)) {
      hotel.at("check_out").wrong("has to be before check_in, " + in + ", so that rooms are ready");
    }
    Set<String> rooms = new HashSet<>();
    List<RoomType> types = hotel.at("types").items().stream().map(t -> type(t, rooms)).toList();
    SeasonReader seasons = new SeasonReader(names(hotel.at("types"), types));
    List<Season> priced = hotel.at("seasons").items().stream().map(seasons::season).toList();
    types.stream()
        .filter(type -> priced.stream().noneMatch(season -> season.prices(type.name())))
        .forEach(type -> hotel.at("seasons").wrong("has no price for the type " + type.name()));
    return new Lodging(
        hotel
            .at("currency")
            .as(c -> Currency.getInstance(c).getCurrencyCode(), "EUR", "a currency such as EUR"),
        in,
        out,
        tax(hotel.at("tax")),
        types,
        priced,
        hotel.at("closed_to_arrival").items().stream().map(seasons::closed).toList(),
        rules(hotel, Duration.between(out, in)),
        terms(hotel, in, out));
  }

  private static Set<String> names(Field field, List<RoomType> types) {
    Set<String> names = types.stream().map(RoomType::name).collect(Collectors.toSet());
    if (types.isEmpty()) {
      field.wrong("has to have one type of room at least");
    } else if (names.size() < types.size()) {
      field.wrong("has two types of one name");
    }
    return names;
  }

  private static RoomType type(Field type, Set<String> known) {
    type.only(
        "name",
        "words",
        "rooms",
        "allotment",
        "adults",
        "children",
        "cots",
        "occupants",
        "included");
    List<String> rooms = type.at("rooms").texts();
    if (rooms.isEmpty()) {
      type.at("rooms").wrong("has to name one room at least");
    }
    type.at("rooms").items().stream()
        .filter(room -> !known.add(room.text("")))
        .forEach(room -> room.wrong("is the number of another room too"));
    int adults = type.at("adults").number(1, MOST_PER_ROOM);
    int children = type.at("children").number(0, MOST_PER_ROOM, 0);
    return new RoomType(
        type.at("name").text(),
        words(type.at("words")),
        rooms,
        type.at("allotment").number(0, rooms.size(), rooms.size()),
        adults,
        children,
        type.at("cots").number(0, MOST_PER_ROOM, 0),
        type.at("occupants").number(adults, adults + children, adults + children),
        type.at("included").number(1, adults, adults));
  }

  private static Map<String, List<String>> words(Field words) {
    Map<String, List<String>> read = new LinkedHashMap<>();
    words.only("es", "en").entries().forEach(w -> read.put(w.key(), w.texts()));
    return read;
  }

  private static LodgingTax tax(Field tax) {
    tax.only("vat", "included", "tourist_tax", "children_too");
    return new LodgingTax(
        tax.at("vat").number(0, PER_CENT, 0),
        tax.at("included").yes(true),
        tax.at("tourist_tax").number(0, DEAREST, 0),
        tax.at("children_too").yes(false));
  }

  private static LodgingRules rules(Field hotel, Duration betweenGuests) {
    Field hold = hotel.at("hold").only("for", "extensions", "by");
    Duration cleaning = hotel.at("cleaning").length(betweenGuests);
    if (cleaning.compareTo(betweenGuests) > 0) {
      hotel.at("cleaning").wrong("has to end by check_in, or no room is let two nights running");
    }
    return new LodgingRules(
        nights(hotel.at("nights"), USUAL.rules().nights()),
        hotel.at("notice").length(USUAL.rules().notice()),
        hotel.at("horizon").length(USUAL.rules().horizon()),
        cleaning,
        hold.at("for").length(USUAL.rules().hold()),
        hold.at("by").length(USUAL.rules().extension()),
        hold.at("extensions").number(0, PER_CENT, USUAL.rules().extensions()));
  }

  static NightsAllowed nights(Field nights, NightsAllowed usual) {
    nights.only("least", "most");
    int least = nights.at("least").number(1, MOST_NIGHTS, usual.least());
    int most = nights.at("most").number(1, MOST_NIGHTS, usual.most());
    if (most < least) {
      nights.at("most").wrong("has to be at least " + least);
    }
    return new NightsAllowed(least, most);
  }

  private static LodgingTerms terms(Field hotel, LocalTime in, LocalTime out) {
    LodgingTerms usual = USUAL.terms();
    Field late = hotel.at("late_check_out").only("until", "per_cent");
    Field early = hotel.at("early_check_in").only("from", "per_cent");
    LodgingTerms.OtherHours later = hours(late, "until", usual.lateCheckOut(), out);
    LodgingTerms.OtherHours earlier = hours(early, "from", usual.earlyCheckIn(), in);
    if (later.limit().isBefore(out)) {
      late.at("until").wrong("has to be after check_out, " + out);
    }
    if (earlier.limit().isAfter(in)) {
      early.at("from").wrong("has to be before check_in, " + in);
    }
    return new LodgingTerms(
        deposit(hotel.at("deposit")), cancellation(hotel.at("cancellation")), later, earlier);
  }

  /** A house that says nothing offers no other hours. */
  private static LodgingTerms.OtherHours hours(
      Field field, String limit, LodgingTerms.OtherHours usual, LocalTime otherwise) {
    return field.present()
        ? new LodgingTerms.OtherHours(
            field.at(limit).time(), field.at("per_cent").number(0, PER_CENT, usual.perCent()))
        : new LodgingTerms.OtherHours(otherwise, usual.perCent());
  }

  private static LodgingTerms.Deposit deposit(Field deposit) {
    deposit.only("per_cent", "first_night", "within");
    boolean firstNight = deposit.at("first_night").yes(false);
    int perCent = deposit.at("per_cent").number(0, PER_CENT, 0);
    if (firstNight && perCent > 0) {
      deposit.wrong("has to be per_cent or first_night, not both");
    }
    Field within = deposit.at("within");
    return new LodgingTerms.Deposit(
        perCent, firstNight, within.present() ? within.length(Duration.ofDays(1)) : null);
  }

  private static LodgingTerms.Cancellation cancellation(Field cancellation) {
    LodgingTerms.Cancellation usual = USUAL.terms().cancellation();
    cancellation.only("free_until", "per_cent", "no_show_per_cent", "no_show_grace");
    int perCent = cancellation.at("per_cent").number(0, PER_CENT, usual.perCent());
    return new LodgingTerms.Cancellation(
        cancellation.at("free_until").length(usual.freeUntil()),
        perCent,
        cancellation.at("no_show_per_cent").number(0, PER_CENT, perCent),
        cancellation.at("no_show_grace").length(usual.noShowGrace()));
  }
}
