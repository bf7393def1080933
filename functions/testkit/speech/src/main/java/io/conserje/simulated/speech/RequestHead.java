package io.conserje.simulated.speech;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a request begins.
 *
 * @param path without the query
 * @param headers their names in lower case
 */
public record RequestHead(
    String method, String path, Map<String, List<String>> query, Map<String, String> headers) {

  private static final int LONGEST_LINE = 16_384;

  static RequestHead read(InputStream in) throws IOException {
    String[] first = line(in).split(" ");
    if (first.length != 3) {
      throw new IOException("no request");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    String[] target = first[1].split("\\?", 2);
    return new RequestHead(
        first[0], target[0], query(target.length > 1 ? target[1] : ""), Map.copyOf(headers));
  }

  private static Map<String, List<String>> query(String text) {
    Map<String, List<String>> query = new TreeMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
      String[] parts = pair.split("=", 2);
      String value = parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
      query.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(value);
    }
    return query;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > LONGEST_LINE) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The first of that name; empty for none. */
  public String asked(String name) {
    return query.getOrDefault(name, List.of("")).getFirst();
  }

  boolean wantsSocket() {
    return header("upgrade").equalsIgnoreCase("websocket");
  }
}
