package io.conserje.call.out;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes whoever makes a call that waits; what is lost is made up for by the clock. */
public interface CallDue {

  void callDue(UUID call, Duration delay);

  /** What is written down stays so, and is answered as such, also where nobody can be woken. */
  static CallDue patient(CallDue due) {
    return (call, delay) -> {
      try {
        due.callDue(call, delay);
      } catch (RuntimeException fault) {
        Log.LOG.warn("Nobody was woken to make a call. The clock does so within a minute.", fault);
      }
    };
  }

  /** Where it is told. */
  final class Log {
    private static final Logger LOG = LoggerFactory.getLogger(CallDue.class);

    private Log() {}
  }
}
