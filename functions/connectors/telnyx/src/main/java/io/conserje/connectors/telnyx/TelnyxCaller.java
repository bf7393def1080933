package io.conserje.connectors.telnyx;

import io.conserje.call.CallPlan;
import io.conserje.call.out.CallCarrier;
import io.conserje.call.out.OutgoingCall;
import io.conserje.connectors.http.WholeAnswer;
import io.conserje.connectors.json.Part;
import io.conserje.outbound.ProviderSilent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes calls over Telnyx. Each carries our own id in its {@code client_state}, by which its events
 * and the list of live calls tell that it was made although the answer was lost.
 *
 * @see <a
 *     href="https://developers.telnyx.com/api-reference/call-information/list-all-active-calls-for-given-connection">Telnyx:
 *     active calls of a connection</a>
 */
public final class TelnyxCaller implements CallCarrier {

  private static final int RING_SECONDS = 30;

  private final TelnyxApi api;
  private final Supplier<Optional<String>> connection;
  private final Supplier<String> publicBaseUrl;

  /**
   * @param connection the id of the voice application that calls
   * @param publicBaseUrl where Telnyx tells what becomes of a call
   */
  public TelnyxCaller(
      TelnyxApi api, Supplier<Optional<String>> connection, Supplier<String> publicBaseUrl) {
    this.api = api;
    this.connection = connection;
    this.publicBaseUrl = publicBaseUrl;
  }

  @Override
  public String provider() {
    return TelnyxSender.PROVIDER;
  }

  @Override
  public Dialled dial(OutgoingCall call) {
    Optional<String> from = connection.get();
    if (from.isEmpty()) {
      return new Dialled.Refused("no_connection", "TELNYX_CONNECTION_ID is not set.");
    }
    try {
      return outcome(api.post("/calls", body(call, from.get())));
    } catch (WholeAnswer.NoAnswer e) {
      return new Dialled.Later("Telnyx: " + e.getMessage(), true);
    }
  }

  private Map<String, Object> body(OutgoingCall call, String connection) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("connection_id", connection);
    body.put("to", call.to());
    body.put("from", call.from());
    body.put("timeout_secs", RING_SECONDS);
    body.put("client_state", CallPlan.ofOurs(call.id()).kept());
    body.put("command_id", call.id().toString());
    body.put("webhook_url", publicBaseUrl.get().replaceAll("/+$", "") + "/telnyx/events");
    body.put("answering_machine_detection", "detect_beep");
    return body;
  }

  private static Dialled outcome(Reply reply) {
    Part data = reply.body().at("data");
    String leg = data.text("call_leg_id");
    if (reply.isYes() && !leg.isEmpty()) {
      return new Dialled.Rings(leg, data.text("call_control_id"));
    }
    if (reply.isYes() || reply.isPassing()) {
      Duration asked = reply.askedToWait();
      return new Dialled.Later(reply.reason(), true, asked == null ? Duration.ZERO : asked);
    }
    String code = reply.code().isEmpty() ? "http_" + reply.status() : reply.code();
    return new Dialled.Refused(code, reply.reason());
  }

  /** One that is over already has told so by its events. */
  @Override
  public Optional<Dialled.Rings> earlier(OutgoingCall call, Predicate<String> anothers) {
    String connection =
        this.connection
            .get()
            .orElseThrow(() -> new ProviderSilent("Telnyx", "TELNYX_CONNECTION_ID", null));
    try {
      Reply reply = api.get("/connections/" + TelnyxApi.segment(connection) + "/active_calls");
      if (!reply.isYes()) {
        throw new ProviderSilent("Telnyx", "status " + reply.status(), null);
      }
      return reply.body().each("data").stream()
          .filter(one -> isOf(call, one.text("client_state")))
          .findFirst()
          .map(one -> new Dialled.Rings(one.text("call_leg_id"), one.text("call_control_id")));
    } catch (WholeAnswer.NoAnswer e) {
      throw new ProviderSilent("Telnyx", e.getMessage(), e);
    }
  }

  private static boolean isOf(OutgoingCall call, String clientState) {
    return CallPlan.of(CallPlan.read(clientState))
        .map(CallPlan::ours)
        .filter(call.id()::equals)
        .isPresent();
  }
}
