package io.conserje.stay.tools;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolSpec;
import io.conserje.venue.Venue;

/** A tool for houses that have rooms. */
abstract class RoomTool implements Tool {

  private final ToolSpec spec;

  RoomTool(ToolSpec spec) {
    this.spec = spec;
  }

  @Override
  public final ToolSpec spec() {
    return spec;
  }

  @Override
  public final boolean servesIn(Venue venue) {
    return !venue.lodging().types().isEmpty();
  }
}
