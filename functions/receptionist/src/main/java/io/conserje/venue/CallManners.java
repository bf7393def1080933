package io.conserje.venue;

import java.time.Duration;

/**
 * How a house behaves in a call whose sound it carries.
 *
 * @param silence how long the guest may say nothing before they are asked whether they are there
 * @param longest after what time it takes leave
 */
public record CallManners(Duration silence, Duration longest) {

  /** Only the deployment says when a call has lasted long enough. */
  public static final CallManners USUAL =
      new CallManners(Duration.ofSeconds(8), Duration.ofDays(1));

  /** Whatever the house wants, no longer than so. */
  public CallManners atMost(Duration limit) {
    return limit.compareTo(longest) < 0 ? new CallManners(silence, limit) : this;
  }
}
