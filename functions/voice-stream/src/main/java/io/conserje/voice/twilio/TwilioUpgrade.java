package io.conserje.voice.twilio;

import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.lambda.twilio.TwilioSignature;
import io.conserje.names.Variable;
import io.conserje.voice.socket.Door.Asked;
import io.conserje.voice.socket.Door.Entry;
import java.util.List;
import java.util.function.Supplier;

/** Whether it is Twilio who wishes to come in. */
public final class TwilioUpgrade {

  private static final String SIGNATURE = "x-twilio-signature";

  private final Settings settings;

  public TwilioUpgrade(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param otherwise what is to be decided about Twilio
   */
  public Entry check(Asked asked, Supplier<Entry> otherwise) {
    return isSigned(asked)
        ? otherwise.get()
        : new Entry.Refused(403, "The signature does not fit.");
  }

  /** Over the address as the TwiML had it, whatever stands between Twilio and us. */
  private boolean isSigned(Asked asked) {
    String address =
        settings
                .required(Variable.PUBLIC_VOICE_URL)
                .replaceAll("/+$", "")
                .replaceFirst("^http", "ws")
            + asked.path();
    List<String> signatures = asked.header(SIGNATURE);
    return signatures.size() == 1
        && new TwilioSignature(settings.requiredList(Variable.TWILIO_AUTH_TOKEN))
            .signedForm(address, FormFields.none(), signatures.getFirst());
  }
}
