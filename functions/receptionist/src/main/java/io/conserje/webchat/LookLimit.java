package io.conserje.webchat;

import java.time.Instant;

/**
 * How often somebody may look for news in a minute. Losing the count costs nothing but its
 * protection.
 */
public interface LookLimit {

  /**
   * Counts this look, too.
   *
   * @param who an address, or a conversation
   */
  boolean allows(String who, Instant now);
}
