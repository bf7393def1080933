package io.conserje.console;

import io.conserje.call.out.OrderCall.Wish;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/**
 * A call the house is to make.
 *
 * @param to E.164; not needed with a request
 * @param purpose in words that stand behind "le llamo por" or "I am calling about"; {@code
 *     call_back} for a guest who left a message
 * @param request a message a guest has left: that guest is called back
 * @param language {@code es} or {@code en}; left out for the one in which the guest was talked to
 * @param machine {@code message} (left out, too) or {@code nothing}: what a machine is told
 */
@Serdeable
record NewCall(
    @Nullable String venue,
    @Nullable String to,
    @Nullable String purpose,
    @Nullable String request,
    @Nullable String language,
    @Nullable String machine) {

  private static final String CALL_BACK = "call_back";

  /**
   * @param guests the telephone of who made a request
   */
  Wish wish(Function<UUID, String> guests) {
    String why = Asked.note("purpose", purpose);
    String of = Asked.optional("request", request);
    boolean callBack = of != null || why.equals(CALL_BACK);
    if (!callBack && why.isEmpty()) {
      throw Refused.badRequest("Add purpose, why the house calls, in words to be said.");
    }
    String number =
        of == null ? number() : guests.apply(Asked.id(of, "There is no such request that waits."));
    return new Wish(
        number.replaceAll("[ ().-]", ""),
        why.equals(CALL_BACK) ? "" : why.replace('\n', ' '),
        callBack,
        leavesMessage(),
        spoken());
  }

  private String number() {
    String given = Asked.optional("to", to);
    if (given == null) {
      throw Refused.badRequest("Add to, the number to be called, or request.");
    }
    return given;
  }

  private boolean leavesMessage() {
    String what = machine == null ? "message" : machine;
    if (!what.equals("message") && !what.equals("nothing")) {
      throw Refused.badRequest("Give machine as message or nothing.");
    }
    return what.equals("message");
  }

  private Locale spoken() {
    if (language == null) {
      return null;
    }
    if (!language.equals("es") && !language.equals("en")) {
      throw Refused.badRequest("Give language as es or en.");
    }
    return Locale.of(language);
  }
}
