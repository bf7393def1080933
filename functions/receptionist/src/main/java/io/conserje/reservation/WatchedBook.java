package io.conserje.reservation;

import io.conserje.outbound.Notices;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A book whose changes are seen by whoever has to act on them, however they come about. */
public final class WatchedBook implements TableBook {

  private final TableBook book;
  private final Notices notices;
  private final List<BookWatcher> watchers;

  /**
   * @param notices over which guests are written to
   */
  public WatchedBook(TableBook book, Notices notices, List<BookWatcher> watchers) {
    this.book = book;
    this.notices = notices;
    this.watchers = List.copyOf(watchers);
  }

  @Override
  public boolean writesTo(VenueId venue, String phone) {
    return notices.reaches(venue, phone);
  }

  @Override
  public Reservation write(Entry entry, Act act) {
    return changing(
        entry.wish().venue().id(),
        () -> {
          Reservation made = book.write(entry, act);
          watchers.forEach(watcher -> watcher.written(entry, made, act));
          return made;
        });
  }

  @Override
  public Reservation rewrite(Reservation before, Entry entry, Act act) {
    return changing(
        before.venue(),
        () -> {
          Reservation after = book.rewrite(before, entry, act);
          watchers.forEach(watcher -> watcher.rewritten(before, entry, after, act));
          return after;
        });
  }

  @Override
  public Reservation move(Reservation before, Standing next, Act act) {
    return changing(
        before.venue(),
        () -> {
          Reservation after = book.move(before, next, act);
          watchers.forEach(watcher -> watcher.moved(before, after, act));
          return after;
        });
  }

  @Override
  public Reservation describe(Reservation before, Reservation.Details details, Act act) {
    return book.describe(before, details, act);
  }

  @Override
  public <T> T changing(VenueId venue, Supplier<T> work) {
    return book.changing(venue, work);
  }

  @Override
  public Page page(VenueId venue, Period stretch, Reservation except) {
    return book.page(venue, stretch, except);
  }

  @Override
  public Opened open(VenueId venue, String key, Period stretch) {
    return book.open(venue, key, stretch);
  }

  @Override
  public Found find(VenueId venue, String key, String reference) {
    return book.find(venue, key, reference);
  }

  @Override
  public Optional<Reservation> byKey(VenueId venue, String key) {
    return book.byKey(venue, key);
  }

  @Override
  public Optional<Act> act(VenueId venue, String key) {
    return book.act(venue, key);
  }

  @Override
  public Optional<Reservation> byReference(VenueId venue, String reference) {
    return book.byReference(venue, reference);
  }

  @Override
  public ReferenceChecks checks() {
    return book.checks();
  }

  @Override
  public List<Reservation> comingUp(VenueId venue, String phone, UUID conversation, Instant now) {
    return book.comingUp(venue, phone, conversation, now);
  }

  @Override
  public Optional<Reservation> lastVisit(VenueId venue, String phone) {
    return book.lastVisit(venue, phone);
  }

  @Override
  public Optional<Reservation> lastExpired(
      VenueId venue, String phone, UUID conversation, Instant now) {
    return book.lastExpired(venue, phone, conversation, now);
  }

  @Override
  public List<Reservation> lapsed(VenueId venue, Instant now) {
    return book.lapsed(venue, now);
  }

  @Override
  public List<Block> blocks(VenueId venue, Period stretch) {
    return book.blocks(venue, stretch);
  }

  @Override
  public void block(VenueId venue, Block block) {
    book.block(venue, block);
  }

  @Override
  public boolean unblock(VenueId venue, UUID block) {
    return book.unblock(venue, block);
  }
}
