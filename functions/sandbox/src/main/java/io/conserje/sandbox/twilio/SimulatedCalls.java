package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.http.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Twilio's calls as its API has them: made, listed, looked at, and told what to do next. */
final class SimulatedCalls {

  static final String CREATE = "create-call";
  static final String LIST = "list-calls";
  static final String FETCH = "fetch-call";
  static final String TELL = "update-call";

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int LONGEST_TWIML = 4000;

  private final CalledPhones phones;
  private final GuestCalls guests;
  private final LiveLeg.All legs;

  SimulatedCalls(CalledPhones phones, GuestCalls guests, LiveLeg.All legs) {
    this.phones = phones;
    this.guests = guests;
    this.legs = legs;
  }

  /**
   * @param body JSON
   */
  record Answer(int status, String body) {
    static Answer problem(TwilioProblem problem) {
      return new Answer(problem.status(), problem.json());
    }
  }

  Answer create(Form form) {
    String to = form.find("To").orElse("");
    if (!NUMBER.matcher(to).matches()) {
      return bad(21211, "The phone number you are attempting to call, " + to + ", is not valid.");
    }
    if (!NUMBER.matcher(form.find("From").orElse("")).matches()) {
      return bad(21212, "The source phone number provided is not valid.");
    }
    if (form.find("Url").isEmpty() && form.find("Twiml").isEmpty()) {
      return bad(21205, "Url parameter is required.");
    }
    return new Answer(201, Json.write(phones.call(form).json()));
  }

  /** The newest first, by To and From. */
  Answer list(Form query) {
    ObjectNode json = Json.object();
    ArrayNode calls = json.putArray("calls");
    phones.all().reversed().stream()
        .map(CalledPhone::json)
        .filter(call -> fits(query, "To", call.path("to").asText()))
        .filter(call -> fits(query, "From", call.path("from").asText()))
        .forEach(calls::add);
    json.put("page", 0).put("page_size", 50).put("start", 0).putNull("next_page_uri");
    return new Answer(200, Json.write(json));
  }

  private static boolean fits(Form query, String name, String value) {
    return query.find(name).map(value::equals).orElse(true);
  }

  Answer fetch(String sid) {
    return phones
        .find(sid)
        .map(CalledPhone::json)
        .or(() -> guests.find(sid))
        .map(call -> new Answer(200, Json.write(call)))
        .orElseGet(() -> Answer.problem(TwilioProblem.NOT_FOUND));
  }

  Answer tell(String sid, Form form) {
    Optional<LiveLeg> leg = legs.find(sid);
    if (leg.isEmpty()) {
      return phones.find(sid).isPresent()
          ? bad(21220, "Call is not in-progress. Cannot redirect.")
          : Answer.problem(TwilioProblem.NOT_FOUND);
    }
    Optional<String> twiml = form.find("Twiml");
    if (twiml.isPresent()) {
      Optional<List<TwimlVerb>> verbs = TwimlVerb.parse(twiml.get());
      if (verbs.isEmpty() || twiml.get().length() > LONGEST_TWIML) {
        return bad(12100, "Document parse failure");
      }
      leg.get().tell(verbs);
    } else {
      leg.get().tell(Optional.empty());
    }
    return new Answer(
        200,
        phones
            .find(sid)
            .map(call -> Json.write(call.json()))
            .orElseGet(() -> Json.write(Json.object().put("sid", sid))));
  }

  private static Answer bad(int code, String message) {
    return Answer.problem(TwilioProblem.badRequest(code, message));
  }
}
