package io.conserje.testkit.coldstart;

import java.util.List;

/** A call comes in, and Twilio is told what to do with it while the guest hears it ring. */
final class VoiceCallsScenario implements Scenario {

  @Override
  public First first(World world, int run) {
    return new First(
        TwilioRequest.call("/voice/twilio", "CA-bench-" + run),
        answer -> Answer.contains(answer, "<Response>"));
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(
        TwilioRequest.call("/voice/twilio", "CA-train-" + run),
        TwilioRequest.call("/voice/twilio/resume", "CA-train-" + run));
  }
}
