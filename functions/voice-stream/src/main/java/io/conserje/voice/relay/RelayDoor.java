package io.conserje.voice.relay;

import io.conserje.connectors.lambda.Settings;
import io.conserje.names.Variable;
import io.conserje.voice.socket.Admission;
import io.conserje.voice.socket.CallOnSocket;
import io.conserje.voice.socket.Door;
import io.conserje.voice.socket.SocketLine;
import io.conserje.voice.twilio.TwilioDoor;
import io.conserje.voice.twilio.TwilioUpgrade;

/** Lets in Twilio's ConversationRelay: signed like its media streams, and for the same calls. */
public final class RelayDoor implements Door {

  private final Settings settings;
  private final TwilioUpgrade upgrade;
  private final Admission admission;

  public RelayDoor(Settings settings, Admission admission) {
    this.settings = settings;
    this.upgrade = new TwilioUpgrade(settings);
    this.admission = admission;
  }

  @Override
  public String path() {
    return "/voice/twilio/relay/";
  }

  @Override
  public Entry enter(Asked asked) {
    return upgrade.check(
        asked, () -> admission.withWords(TwilioDoor.PROVIDER, asked.token(), this::line));
  }

  private SocketLine line(CallOnSocket call) {
    String account = settings.find(Variable.TWILIO_ACCOUNT_SID).orElse("");
    return new RelayLine(call, account, admission.crew());
  }
}
