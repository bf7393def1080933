package io.conserje.outbound;

import java.util.Optional;

/** Where providers fetch what a reply says aloud. */
public interface SpokenReplies {

  /** Nobody speaks. */
  SpokenReplies NONE = reply -> Optional.empty();

  /** A public address, the same whenever it is asked; empty when nobody could say it. */
  Optional<String> address(OutboundMessage reply);
}
