package io.conserje.voice.twilio;

import io.conserje.connectors.lambda.Settings;
import io.conserje.names.Variable;
import io.conserje.voice.media.MediaLine;
import io.conserje.voice.socket.Admission;
import io.conserje.voice.socket.CallOnSocket;
import io.conserje.voice.socket.Door;
import io.conserje.voice.socket.SocketLine;

/** Lets in Twilio's media streams: signed by Twilio, and each for a call that was announced. */
public final class TwilioDoor implements Door {

  public static final String PROVIDER = "twilio";

  private final Settings settings;
  private final TwilioUpgrade upgrade;
  private final Admission admission;

  public TwilioDoor(Settings settings, Admission admission) {
    this.settings = settings;
    this.upgrade = new TwilioUpgrade(settings);
    this.admission = admission;
  }

  @Override
  public String path() {
    return "/voice/twilio/stream/";
  }

  @Override
  public Entry enter(Asked asked) {
    return upgrade.check(asked, () -> admission.withSound(PROVIDER, asked.token(), this::line));
  }

  private SocketLine line(CallOnSocket call) {
    String account = settings.find(Variable.TWILIO_ACCOUNT_SID).orElse("");
    return new MediaLine(call, new TwilioWire(call.callId(), account), admission.crew());
  }
}
