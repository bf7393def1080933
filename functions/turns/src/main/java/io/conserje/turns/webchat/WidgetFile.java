package io.conserje.turns.webchat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * The one file that puts the chat on a page, made of its parts. It is the same for every house and
 * says nothing of any, so that any page and every cache may have it.
 */
final class WidgetFile {

  static final String PATH = "/webchat/widget.js";

  private static final List<String> PARTS = List.of("words", "look", "talk", "window", "start");

  /** A new version reaches every page within the hour, an open page at its next call. */
  private static final String KEPT = "public, max-age=3600, stale-while-revalidate=86400";

  private static final int VERSION_BYTES = 8;

  private final String script;
  private final String zipped;
  private final String tag;

  WidgetFile() {
    String parts = PARTS.stream().map(WidgetFile::part).collect(Collectors.joining("\n"));
    String version = version(parts);
    this.script =
        "(function () {\n'use strict';\nconst VERSION = '%s';\n%s})();\n".formatted(version, parts);
    this.zipped = Base64.getEncoder().encodeToString(zip(script));
    this.tag = "W/\"" + version + "\"";
  }

  static boolean isAskedFor(APIGatewayV2HTTPEvent event) {
    return PATH.equals(event.getRawPath())
        && event.getRequestContext() != null
        && event.getRequestContext().getHttp() != null
        && "GET".equals(event.getRequestContext().getHttp().getMethod());
  }

  /** Nothing but its tag to who has it already; compressed to who can read that. */
  APIGatewayV2HTTPResponse answer(Map<String, String> asked) {
    boolean known = header(asked, "if-none-match").contains(tag.substring(2));
    boolean zips = header(asked, "accept-encoding").contains("gzip");
    Map<String, String> headers = headers();
    var answer = APIGatewayV2HTTPResponse.builder().withHeaders(headers);
    if (known) {
      return answer.withStatusCode(304).build();
    }
    if (zips) {
      headers.put(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer
        .withStatusCode(200)
        .withIsBase64Encoded(zips)
        .withBody(zips ? zipped : script)
        .build();
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpHeaders.CONTENT_TYPE, "text/javascript; charset=utf-8");
    headers.put(HttpHeaders.CACHE_CONTROL, KEPT);
    headers.put(HttpHeaders.ETAG, tag);
    headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    headers.put(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    headers.put("X-Content-Type-Options", "nosniff");
    return headers;
  }

  private static String header(Map<String, String> headers, String name) {
    return headers == null ? "" : headers.getOrDefault(name, "");
  }

  static String part(String name) {
    try (InputStream file = WidgetFile.class.getResourceAsStream("widget/" + name + ".js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version(String parts) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] zip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
