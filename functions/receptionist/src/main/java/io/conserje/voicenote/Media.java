package io.conserje.voicenote;

import java.time.Duration;

/** What a provider gave. Whether it may be asked again is decided there, once. */
public sealed interface Media {

  /**
   * @param contentType as the provider says it; empty where it says none
   */
  record Fetched(byte[] bytes, String contentType) implements Media {}

  record TooLarge() implements Media {}

  /**
   * Never: it is gone, no sound, or at an address that is not the provider's.
   *
   * @param reason in words that may stand in a log
   */
  record Refused(String reason) implements Media {}

  /**
   * Not now.
   *
   * @param askedToWait what the provider asked for, or null
   */
  record Later(String reason, Duration askedToWait) implements Media {}
}
