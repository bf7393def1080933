package io.conserje.call;

import java.net.URI;

/** A provider that keeps recordings and gives out an address for a few minutes. */
public interface RecordingSource {

  String provider();

  Found find(KeptRecording recording);

  /** What came of asking. */
  sealed interface Found {

    /**
     * @param address good for a few minutes
     */
    record Here(URI address) implements Found {}

    /** The provider has it no more. */
    record Gone() implements Found {}

    /**
     * It may be there; asked again later, the provider may say.
     *
     * @param reason for the log
     */
    record NoAnswer(String reason) implements Found {}
  }
}
