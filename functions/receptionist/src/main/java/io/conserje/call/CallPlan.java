package io.conserje.call;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How far we are with a call that is led command by command. The provider brings it back with all
 * it tells afterwards, so nothing has to be kept of it here.
 *
 * @param control under what the provider takes commands for the guest's call
 * @param leg the provider's id of the guest's call
 */
public record CallPlan(Step step, String control, String leg) {

  private static final String OURS = "conserje";
  private static final int LONGEST = 2000;

  /** What comes next. */
  public enum Step {
    /** Its sound is on the way to its host. */
    STREAM,
    /** It is so for the second time. */
    STREAM_AGAIN,
    /** For the third. */
    STREAM_ONCE_MORE,
    /** For the fourth, and the last. */
    STREAM_LAST,
    /** Nobody of the house has taken the call, and it comes back to its host. */
    STREAM_BACK,
    /** Answered without a host: a person, or a message. */
    HELP,
    /** The caller is being told that a person comes, and then the person is called. */
    DIAL,
    /** The person is called; with this the guest's own leg comes back. */
    DIALLED,
    /** The same, but with this the leg to the person comes back, who has the caller at once. */
    CALLED_PERSON,
    /** The same of a person who is told first who calls. */
    RUNG_PERSON,
    /** The caller is being asked for a message, which is then recorded. */
    MESSAGE,
    RECORDING,
    /** The last words, and then it ends. */
    GOODBYE,
    /** A call of ours to a guest rings; the leg is our own id of it. */
    OUT,
    /** The same; its machine has answered and has not come to its tone. */
    OUT_MACHINE;

    /** Whether the sound of the call is, or should be, with its host. */
    public boolean isStream() {
      return compareTo(STREAM_BACK) <= 0;
    }

    /** Whether with this the leg to a person of the house comes back. */
    public boolean isOfPerson() {
      return this == CALLED_PERSON || this == RUNG_PERSON;
    }

    /** Where the sound was cut off: it is brought there again; empty for the last time. */
    public Optional<Step> again() {
      return compareTo(STREAM_LAST) < 0 ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
  }

  /** Of a call that we make: its control is told with its news. */
  public static CallPlan ofOurs(UUID id) {
    return new CallPlan(Step.OUT, "", id.toString());
  }

  /** Our own id, where it is a call of ours; null for any other. */
  public UUID ours() {
    return switch (step) {
      case OUT, OUT_MACHINE -> id(leg);
      default -> null;
    };
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  public CallPlan at(Step next) {
    return new CallPlan(next, control, leg);
  }

  /** As the provider keeps it: base64. */
  public String kept() {
    String text = String.join("|", OURS, step.name().toLowerCase(Locale.ROOT), control, leg);
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What was brought back, in plain text; empty for what is not ours. */
  public static String read(String kept) {
    try {
      String text = new String(Base64.getDecoder().decode(kept), StandardCharsets.UTF_8);
      return of(text).isPresent() ? text : "";
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  /** Empty for what is not ours. */
  public static Optional<CallPlan> of(String memo) {
    String[] parts = memo.split("\\|", -1);
    return parts.length == 4 && parts[0].equals(OURS) && memo.length() <= LONGEST
        ? step(parts[1]).map(step -> new CallPlan(step, parts[2], parts[3]))
        : Optional.empty();
  }

  private static Optional<Step> step(String name) {
    return Arrays.stream(Step.values())
        .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Whether the leg this came with is one of ours, to a person of the house. */
  public static boolean isOfCalledPerson(String memo) {
    return of(memo).map(CallPlan::step).filter(Step::isOfPerson).isPresent();
  }
}
