package io.conserje.connectors.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what the rows of a guest are found.
 *
 * @param guests the guest and those merged into it
 * @param phones numbers as they may have been written down
 */
record EverythingOfGuest(List<UUID> guests, List<UUID> conversations, Collection<String> phones) {

  private static final Pattern NAME = Pattern.compile(":(guests|conversations|phones)\\b");

  /** A statement in which these are named with a colon, as one with its arguments. */
  Bound bind(String statement) {
    List<Object> arguments = new ArrayList<>();
    Map<String, Object> values =
        Map.of(
            "guests", guests.toArray(UUID[]::new),
            "conversations", conversations.toArray(UUID[]::new),
            "phones", phones.toArray(String[]::new));
    Matcher names = NAME.matcher(statement);
    String bound =
        names.replaceAll(name -> {
          arguments.add(values.get(name.group(1)));
          return name.group(1).equals("phones") ? "?::text[]" : "?::uuid[]";
        });
    return new Bound(bound, arguments.toArray());
  }

  record Bound(String statement, Object[] arguments) {}
}
