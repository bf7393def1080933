package io.conserje.connectors.sqs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connections to the host of the queues, one exchange after the other on each. The JDK's own keep
 * one for the next request, too, but look for a millisecond before each whether it is still there.
 */
final class QueueConnections implements PuttingSqs.Network {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int READ_MILLIS = 2_000;

  /** A function is frozen between two events; what was connected before may be dead. */
  private static final long IDLE_MILLIS = Duration.ofSeconds(2).toMillis();

  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int LARGEST = 65_536;
  private static final String LENGTH = "content-length:";
  private static final String CLOSING = "connection: close";

  private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
  private final InstantSource machine;

  /**
   * @param machine the time that goes on while the process is frozen
   */
  QueueConnections(InstantSource machine) {
    this.machine = machine;
  }

  /**
   * What the host said.
   *
   * @param stays whether the connection is good for another exchange
   */
  record Answer(int status, String body, boolean stays) {}

  private record Line(URI host, Socket socket, InputStream in, long usedAt) {}

  @Override
  public Answer post(URI host, Map<String, String> headers, byte[] body) throws IOException {
    Line line = line(host);
    try {
      line.socket().getOutputStream().write(request(headers, body));
      Answer answer = answer(line.in());
      if (answer.stays()) {
        idle.push(new Line(host, line.socket(), line.in(), machine.millis()));
      } else {
        line.socket().close();
      }
      return answer;
    } catch (IOException | RuntimeException fault) {
      line.socket().close();
      throw fault;
    }
  }

  /** The same with an answer from memory: nothing leaves the process. */
  static Answer played(Map<String, String> headers, byte[] body, String answer) {
    request(headers, body);
    String whole = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s";
    byte[] bytes = whole.formatted(answer.getBytes(UTF_8).length, answer).getBytes(UTF_8);
    try {
      return answer(new ByteArrayInputStream(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] request(Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append(LENGTH).append(' ').append(body.length).append("\r\n\r\n");
    byte[] first = head.toString().getBytes(ISO_8859_1);
    byte[] all = new byte[first.length + body.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    return all;
  }

  private static Answer answer(InputStream in) throws IOException {
    String status = text(in);
    int length = -1;
    boolean stays = true;
    for (String header = text(in); !header.isEmpty(); header = text(in)) {
      if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = number(header.substring(LENGTH.length()));
      }
      stays &= !header.equalsIgnoreCase(CLOSING);
    }
    if (!status.startsWith("HTTP/1.1 ") || length < 0 || length > LARGEST) {
      throw new IOException("An answer in another form: " + status);
    }
    String body = new String(in.readNBytes(length), UTF_8);
    return new Answer(number(status.substring("HTTP/1.1 ".length()).split(" ")[0]), body, stays);
  }

  private static int number(String text) throws IOException {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IOException("No number: " + text, e);
    }
  }

  private static String text(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > LARGEST) {
        throw new EOFException("The answer breaks off.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private Line line(URI host) throws IOException {
    for (Line line = idle.poll(); line != null; line = idle.poll()) {
      boolean warm = Math.abs(machine.millis() - line.usedAt()) < IDLE_MILLIS;
      if (warm && line.host().getAuthority().equals(host.getAuthority())) {
        return line;
      }
      line.socket().close();
    }
    return connect(host);
  }

  private static Line connect(URI host) throws IOException {
    boolean secret = !"http".equals(host.getScheme());
    int port = host.getPort() > 0 ? host.getPort() : secret ? HTTPS : HTTP;
    Socket plain = new Socket();
    try {
      plain.setTcpNoDelay(true);
      plain.setSoTimeout(READ_MILLIS);
      plain.connect(new InetSocketAddress(host.getHost(), port), CONNECT_MILLIS);
      Socket socket = secret ? encrypted(plain, host.getHost(), port) : plain;
      return new Line(host, socket, new BufferedInputStream(socket.getInputStream()), 0);
    } catch (IOException | RuntimeException fault) {
      plain.close();
      throw fault;
    }
  }

  private static Socket encrypted(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  @Override
  public void close() {
    for (Line line = idle.poll(); line != null; line = idle.poll()) {
      try {
        line.socket().close();
      } catch (IOException itIsGone) {
        continue;
      }
    }
  }
}
