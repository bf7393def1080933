package io.conserje.call;

/**
 * What is written down of one call whose sound we carry, besides its words. Every method waits for
 * the database.
 */
public interface CallFile {

  /** Nothing is written down. */
  CallFile NONE = _ -> {};

  void answered(AnswerTime time);

  /** Finds the files of calls. */
  interface Cabinet {

    /** Nothing is written down of any call. */
    Cabinet NONE = (_, _) -> CallFile.NONE;

    /**
     * Waits for nobody.
     *
     * @param callId the provider's
     */
    CallFile of(String provider, String callId);
  }
}
