package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.http.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** {@code GET Messages.json}: filtered by To, From and DateSent, the newest first, in pages. */
final class MessageList {

  private static final int MOST = 1000;

  private final String path;
  private final Form query;

  MessageList(String path, Form query) {
    this.path = path;
    this.query = query;
  }

  Predicate<TwilioMessage> fits() {
    return message ->
        is("To", message.to())
            && is("From", message.from())
            && on(message.sent())
            && sent(message.sent(), "DateSent<", -1)
            && sent(message.sent(), "DateSent>", 1);
  }

  String page(List<TwilioMessage> oldestFirst) {
    int size = Math.clamp(number("PageSize", 50), 1, MOST);
    int page = Math.max(0, number("Page", 0));
    List<TwilioMessage> newestFirst = oldestFirst.reversed();
    int start = Math.min(page * size, newestFirst.size());
    int end = Math.min(start + size, newestFirst.size());
    ObjectNode json = Json.object();
    ArrayNode messages = json.putArray("messages");
    newestFirst.subList(start, end).forEach(message -> messages.add(message.json()));
    json.put("page", page)
        .put("page_size", size)
        .put("start", start)
        .put("end", Math.max(0, end - 1));
    json.put("uri", uri(page, size)).put("first_page_uri", uri(0, size));
    json.put("next_page_uri", end < newestFirst.size() ? uri(page + 1, size) : null);
    json.put("previous_page_uri", page > 0 ? uri(page - 1, size) : null);
    return Json.write(json);
  }

  private boolean is(String name, String value) {
    return query.find(name).map(value::equals).orElse(true);
  }

  /** {@code DateSent=2026-11-20} is the whole day, in UTC. */
  private boolean on(Instant sent) {
    return query
        .find("DateSent")
        .map(day ->
            sent != null
                && from(day).truncatedTo(ChronoUnit.DAYS).equals(sent.truncatedTo(ChronoUnit.DAYS)))
        .orElse(true);
  }

  /** {@code DateSent>=…} arrives as the name {@code DateSent>}; both ends belong to the range. */
  private boolean sent(Instant sent, String name, int sign) {
    return query
        .find(name)
        .map(limit ->
            sent != null
                && sent.compareTo(name.endsWith("<") ? until(limit) : from(limit)) * sign >= 0)
        .orElse(true);
  }

  private static Instant from(String date) {
    return date.length() == 10
        ? LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(date).toInstant();
  }

  private static Instant until(String date) {
    return date.length() == 10 ? from(date).plus(1, ChronoUnit.DAYS) : from(date);
  }

  private int number(String name, int otherwise) {
    return query.find(name).map(Integer::parseInt).orElse(otherwise);
  }

  private String uri(int page, int size) {
    Form own = new Form(query.fields().stream().filter(f -> !f.name().startsWith("Page")).toList());
    Form next = own.with("PageSize", "" + size).with("Page", "" + page);
    return path + "?" + next.encode();
  }
}
