package io.conserje.conversation.builtin;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.ToolCall;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Venue;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What the talks share while one request is answered. */
record Turn(ModelRequest request, Memory memory) {

  private static final int LONGEST = 400;

  Sayings say() {
    return Sayings.in(tongue());
  }

  MoreSayings more() {
    return MoreSayings.in(tongue());
  }

  TableSayings table() {
    return TableSayings.in(tongue());
  }

  StaySayings rooms() {
    return StaySayings.in(tongue());
  }

  /** Whether the house lets rooms; else it seats guests at tables. */
  boolean hasRooms() {
    return !venue().lodging().types().isEmpty();
  }

  /** Whether the channel tells the guest's number. */
  boolean knowsPhone() {
    return !request.guest().phone().isBlank();
  }

  Tongue tongue() {
    return memory.tongue == null ? otherwise() : memory.tongue;
  }

  /** The language while the guest's words do not tell. */
  Tongue otherwise() {
    String spoken = request.language();
    return Tongue.of(
        spoken == null || spoken.isEmpty() ? venue().language().getLanguage() : spoken);
  }

  Venue venue() {
    return request.venue();
  }

  OpeningHours hours() {
    return venue().hours();
  }

  String phone() {
    return venue().phone();
  }

  /** The last the house has said, or empty. */
  String lastSaid() {
    List<Message> said =
        request.history().stream().filter(m -> m.from() != Message.From.GUEST).toList();
    return said.isEmpty() ? "" : said.getLast().text();
  }

  /** What the guest has said last. */
  String heard() {
    return request.unanswered().isEmpty() ? "" : request.unanswered().getLast().text();
  }

  LocalDateTime now() {
    return request.now().toLocalDateTime();
  }

  /** Everything of this turn after what was said before, for a person to read. */
  String said(String before) {
    String now =
        String.join(" ", request.unanswered().stream().map(m -> m.text().strip()).toList());
    String all = before.contains(now) ? before : (before + " " + now).strip();
    return all.length() > LONGEST ? all.substring(0, LONGEST) : all;
  }

  /**
   * @param position counts the calls of one answer
   */
  ToolCall call(int position, String tool, Map<String, Object> arguments) {
    return new ToolCall("call-" + request.steps().size() + "-" + position, tool, arguments);
  }
}
