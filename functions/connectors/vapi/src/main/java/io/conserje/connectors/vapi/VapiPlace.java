package io.conserje.connectors.vapi;

import io.conserje.call.CallPlace;
import io.conserje.connectors.json.Part;
import java.util.List;
import java.util.stream.Stream;

/** Which call something of VAPI's is about, and who talks to whom in it. */
record VapiPlace(String callId, Part body) {

  private static final int LONGEST = 200;

  static VapiPlace of(Part body) {
    return new VapiPlace(shortened(body.at("call").text("id").strip()), body);
  }

  boolean isNamed() {
    return !callId.isEmpty();
  }

  /**
   * @param digest names a call that has no id
   */
  CallPlace orUnnamed(String digest) {
    Part call = body.at("call");
    Part guest = body.has("customer") ? body.at("customer") : call.at("customer");
    return new CallPlace(
        VapiMessage.PROVIDER,
        isNamed() ? callId : "unnamed:" + digest,
        shortened(
            call.text("phoneCallProviderId").isEmpty()
                ? call.at("transport").text("callSid")
                : call.text("phoneCallProviderId")),
        addresses(call),
        shortened(guest.firstText("number", "sipUri")),
        direction(call.text("type")));
  }

  /** The assistant may be what a house is known by, too, where no number is called. */
  private List<String> addresses(Part call) {
    Part called = body.has("phoneNumber") ? body.at("phoneNumber") : call.at("phoneNumber");
    return Stream.of(
            called.text("number"),
            called.text("sipUri"),
            called.text("id"),
            call.text("phoneNumberId"),
            call.text("assistantId"))
        .map(address -> shortened(address.strip()))
        .filter(address -> !address.isEmpty())
        .distinct()
        .toList();
  }

  private static String direction(String type) {
    return switch (type) {
      case "outboundPhoneCall" -> "outbound";
      case "webCall" -> "web";
      default -> "inbound";
    };
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
