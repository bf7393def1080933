package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.PartyWords.Party;
import io.conserje.venue.OpeningHours;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

/**
 * What the guest wants so far. What is not known is null.
 *
 * @param part which half of the day, while the hour is not known
 * @param settled a moment the house itself offered and the guest took; it stands as it is
 */
record Wish(
    Integer party,
    LocalDate date,
    TimeWish time,
    PartOfDay part,
    LocalDateTime settled,
    String name,
    String zone,
    String notes) {

  static final Wish NONE = new Wish(null, null, null, null, null, null, null, null);

  boolean begun() {
    return party != null || date != null || time != null || part != null || zone != null;
  }

  /** What is left when a message has added to it and corrected it. */
  Wish after(Understanding heard) {
    Wish wish = this;
    if (heard.party() != null) {
      wish = wish.withParty(sum(heard.party()));
    }
    if (heard.day() != null) {
      wish = wish.withDate(heard.day().date());
    }
    if (heard.time() != null) {
      wish = wish.withTime(heard.time());
    } else if (heard.part() != null) {
      wish = wish.withPart(heard.part());
    }
    String named = heard.name() == null ? name : heard.name();
    String seated = heard.zone() == null ? zone : heard.zone().isEmpty() ? null : heard.zone();
    return new Wish(
        wish.party, wish.date, wish.time, wish.part, wish.settled, named, seated, noted(heard));
  }

  private Integer sum(Party said) {
    if (!said.relative()) {
      return said.size();
    }
    return party == null ? null : Integer.valueOf(Math.max(1, party + said.size()));
  }

  private String noted(Understanding heard) {
    return StayPlan.noted(notes, heard.notes());
  }

  Wish withParty(Integer size) {
    return new Wish(size, date, time, part, settled, name, zone, notes);
  }

  Wish withDate(LocalDate day) {
    return new Wish(party, day, time, part, null, name, zone, notes);
  }

  Wish withTime(TimeWish at) {
    return new Wish(party, date, at, at == null ? part : null, null, name, zone, notes);
  }

  /** Another hour, but of the same half of the day. */
  Wish withoutTime() {
    boolean known = time != null && time.exact();
    PartOfDay half = known ? late() ? PartOfDay.DINNER : PartOfDay.LUNCH : part;
    return new Wish(party, date, null, half, null, name, zone, notes);
  }

  private boolean late() {
    return PartOfDay.DINNER.holds(time.time().getHour());
  }

  Wish withoutPart() {
    return new Wish(party, date, time, null, settled, name, zone, notes);
  }

  Wish withName(String named) {
    return new Wish(party, date, time, part, settled, named, zone, notes);
  }

  Wish at(LocalDateTime offered) {
    TimeWish exactly = TimeWish.exactly(offered.toLocalTime());
    return new Wish(party, offered.toLocalDate(), exactly, null, offered, name, zone, notes);
  }

  /** "For dinner": settles an hour said before, or puts it in doubt. */
  private Wish withPart(PartOfDay hint) {
    if (time == null) {
      return new Wish(party, date, null, hint, settled, name, zone, notes);
    }
    TimeWish placed = time.in(hint);
    return placed.exact() && !hint.holds(placed.time().getHour())
        ? new Wish(party, date, null, hint, null, name, zone, notes)
        : new Wish(party, date, placed, null, settled, name, zone, notes);
  }

  /** The moment wished for, or null while day or hour are not known. */
  LocalDateTime moment(OpeningHours hours) {
    if (settled != null) {
      return settled;
    }
    return date == null || time == null ? null : time.seatedOn(date, part, hours);
  }

  static Wish read(Map<String, String> map, String prefix) {
    return new Wish(
        Memory.read(map, prefix + "party", Integer::valueOf),
        Memory.read(map, prefix + "date", LocalDate::parse),
        Memory.read(map, prefix + "time", TimeWish::read),
        Memory.read(map, prefix + "part", PartOfDay::valueOf),
        Memory.read(map, prefix + "settled", LocalDateTime::parse),
        map.get(prefix + "name"),
        map.get(prefix + "zone"),
        map.get(prefix + "notes"));
  }

  void write(Map<String, String> map, String prefix) {
    Memory.write(map, prefix + "party", party);
    Memory.write(map, prefix + "date", date);
    Memory.write(map, prefix + "time", time == null ? null : time.written());
    Memory.write(map, prefix + "part", part);
    Memory.write(map, prefix + "settled", settled);
    Memory.write(map, prefix + "name", name);
    Memory.write(map, prefix + "zone", zone);
    Memory.write(map, prefix + "notes", notes);
  }

  Wish at(Offer offer) {
    Wish wish = at(offer.at());
    return offer.zone().isEmpty() ? wish : wish.in(offer.zone());
  }

  Wish in(String part) {
    return new Wish(party, date, time, this.part, settled, name, part, notes);
  }

  Wish noting(String said) {
    return new Wish(party, date, time, part, settled, name, zone, said);
  }
}
