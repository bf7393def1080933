package io.conserje.console;

import io.conserje.guest.Guest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Who a booking is for, as a request says it. */
@Serdeable
record NamedGuest(@Nullable String name, @Nullable String phone) {

  /** With empty fields for what was not said; who was not named at all has nothing else. */
  static Guest of(@Nullable NamedGuest said) {
    return said == null
        ? new Guest("", "")
        : new Guest(Asked.stripped(said.name), Asked.stripped(said.phone));
  }
}
