package io.conserje.sandbox.models;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a form as a browser sends it (RFC 7578), by name. */
record Multipart(Map<String, Part> parts) {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?i)content-type: *(\\S+)");

  /**
   * @param fileName empty for what is no file
   */
  record Part(String fileName, String contentType, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Throws an {@link IllegalArgumentException} for what is none. */
  static Multipart of(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
    if (!boundary.find()) {
      throw new IllegalArgumentException("no boundary");
    }
    Map<String, Part> parts = new LinkedHashMap<>();
    String all = new String(body, StandardCharsets.ISO_8859_1);
    for (String part : all.split(Pattern.quote("--" + boundary.group(1)))) {
      int head = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(part);
      if (head > 0 && name.find() && name.start() < head) {
        String fields = part.substring(0, head);
        parts.put(
            name.group(1),
            new Part(
                first(FILE, fields),
                first(TYPE, fields),
                part.substring(head + 4, part.length() - 2).getBytes(StandardCharsets.ISO_8859_1)));
      }
    }
    return new Multipart(parts);
  }

  String text(String name) {
    return parts.containsKey(name) ? parts.get(name).text() : "";
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
