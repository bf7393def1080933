package io.conserje.call;

import java.time.Instant;
import java.util.UUID;

/**
 * Where the sound of calls is kept: in parts while a call runs, in one piece afterwards. Two
 * channels, one sample after the other, µ-law: the guest, the house.
 */
public interface RecordingStore {

  /** Under which name {@link KeptRecording} has what is kept here. */
  String PROVIDER = "house";

  /** Nothing is kept. */
  RecordingStore NONE =
      new RecordingStore() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public void add(UUID call, Instant from, int rate, byte[] sound) {}

        @Override
        public boolean join(UUID call) {
          return false;
        }

        @Override
        public void dropParts(UUID call) {}

        @Override
        public void forget(UUID call) {}
      };

  boolean isThere();

  /**
   * The next sound of a call.
   *
   * @param from when it began to sound; of each call it only goes forward
   * @param rate samples in a second
   */
  void add(UUID call, Instant from, int rate, byte[] sound);

  /**
   * Makes one recording of the parts, which stay. Done again it makes the same.
   *
   * @return whether there is a recording
   */
  boolean join(UUID call);

  /** The parts are not needed any more. */
  void dropParts(UUID call);

  /** Whatever there is of it. */
  void forget(UUID call);
}
