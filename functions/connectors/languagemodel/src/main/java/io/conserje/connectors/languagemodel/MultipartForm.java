package io.conserje.connectors.languagemodel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A body of {@code multipart/form-data} (RFC 7578). */
final class MultipartForm {

  private final String boundary = "----conserje" + UUID.randomUUID().toString().replace("-", "");
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** What is blank is left out. */
  MultipartForm with(String name, String value) {
    if (!value.isBlank()) {
      part("Content-Disposition: form-data; name=\"" + name + "\"");
      write(value + "\r\n");
    }
    return this;
  }

  /**
   * @param fileName without quotes or line ends: one of our own
   */
  MultipartForm with(String name, String fileName, String contentType, byte[] bytes) {
    part(
        "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s"
            .formatted(name, fileName, contentType));
    body.writeBytes(bytes);
    write("\r\n");
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** The end; nothing can be added after it. */
  byte[] bytes() {
    write("--" + boundary + "--\r\n");
    return body.toByteArray();
  }

  private void part(String head) {
    write("--" + boundary + "\r\n" + head + "\r\n\r\n");
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
