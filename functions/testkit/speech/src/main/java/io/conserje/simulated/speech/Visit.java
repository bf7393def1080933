package io.conserje.simulated.speech;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** One connection and the request it began with. Its own virtual thread serves it. */
public final class Visit {

  private static final String OF_RFC_6455 = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final RequestHead head;
  private final Socket connection;
  private final BufferedInputStream in;
  private final OutputStream out;

  Visit(Socket connection) throws IOException {
    this.connection = connection;
    connection.setTcpNoDelay(true);
    this.in = new BufferedInputStream(connection.getInputStream());
    this.out = new BufferedOutputStream(connection.getOutputStream());
    this.head = RequestHead.read(in);
  }

  public RequestHead head() {
    return head;
  }

  public byte[] body() throws IOException {
    String length = head.header("content-length");
    return in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
  }

  /** Answers, whole and for good. */
  public void answer(int status, Map<String, String> headers, byte[] body) throws IOException {
    begin(status, headers, "Content-Length: " + body.length);
    out.write(body);
    out.flush();
  }

  /** Begins an answer whose pieces follow with {@link #piece}; an empty one ends it. */
  public void begin(int status, Map<String, String> headers) throws IOException {
    begin(status, headers, "Transfer-Encoding: chunked");
    out.flush();
  }

  private void begin(int status, Map<String, String> headers, String length) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Simulated\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append(length).append("\r\nConnection: close\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  public void piece(byte[] bytes) throws IOException {
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Opens the WebSocket that was asked for. */
  public ServedSocket open() throws IOException {
    String accept = accept(head.header("sec-websocket-key"));
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept
            + "\r\n\r\n";
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return new ServedSocket(connection, in, out);
  }

  private static String accept(String key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      byte[] digest = sha.digest((key + OF_RFC_6455).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Cuts the connection, as a network does. */
  public void cut() throws IOException {
    connection.setOption(StandardSocketOptions.SO_LINGER, 0);
    connection.close();
  }
}
