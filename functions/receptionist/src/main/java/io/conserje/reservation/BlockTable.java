package io.conserje.reservation;

import io.conserje.venue.Venue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes a table out of use for a while, as long as nobody is expected there. */
public final class BlockTable {

  private final TableBook book;

  public BlockTable(TableBook book) {
    this.book = book;
  }

  /**
   * Why it cannot be; empty when the table is now blocked. The same block again changes nothing.
   */
  public Optional<Refusal> block(Venue venue, Block block) {
    if (venue.room().table(block.table()).isEmpty()) {
      return Optional.of(Refusal.NOT_FOUND);
    }
    return book.changing(
        venue.id(),
        () -> {
          List<Block> before = book.blocks(venue.id(), block.period());
          if (before.contains(block)) {
            return Optional.empty();
          }
          Page page = book.page(venue.id(), block.period(), null);
          if (page.kept(block.table()).during(block.period())) {
            return Optional.of(Refusal.FULL);
          }
          book.block(venue.id(), block);
          return Optional.empty();
        });
  }

  /** False when there is no such block. */
  public boolean unblock(Venue venue, UUID block) {
    return book.changing(venue.id(), () -> book.unblock(venue.id(), block));
  }
}
