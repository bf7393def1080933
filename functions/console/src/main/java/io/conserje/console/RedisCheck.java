package io.conserje.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Whether Redis answers. Spoken by hand: the client library would be megabytes and a slower start
 * for one word.
 */
final class RedisCheck {

  private static final int TIMEOUT_MS = 500;
  private static final int PORT = 6379;

  private final Supplier<String> url;

  RedisCheck(Supplier<String> url) {
    this.url = url;
  }

  void ping() throws IOException {
    URI uri = URI.create(url.get());
    try (Socket socket = connect(uri)) {
      if (uri.getUserInfo() != null) {
        expect(socket, "+OK", authentication(uri.getRawUserInfo()));
      }
      expect(socket, "+PONG", "PING");
    }
  }

  private static Socket connect(URI uri) throws IOException {
    int port = uri.getPort() < 0 ? PORT : uri.getPort();
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(uri.getHost(), port), TIMEOUT_MS);
      socket.setSoTimeout(TIMEOUT_MS);
      return "rediss".equals(uri.getScheme()) ? secure(socket, uri.getHost(), port) : socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket secure(Socket socket, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return factory.createSocket(socket, host, port, true);
  }

  /** {@code user:password}, or {@code :password} for the user of that name that is always there. */
  private static String[] authentication(String userInfo) {
    String[] parts = userInfo.split(":", 2);
    String user = parts[0].isEmpty() ? "default" : parts[0];
    return new String[] {"AUTH", decoded(user), parts.length > 1 ? decoded(parts[1]) : ""};
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void expect(Socket socket, String answer, String... command) throws IOException {
    StringBuilder request = new StringBuilder("*" + command.length + "\r\n");
    for (String word : command) {
      int bytes = word.getBytes(StandardCharsets.UTF_8).length;
      request.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
    }
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    if (!line(socket.getInputStream()).equals(answer)) {
      throw new IOException("Redis refused " + command[0] + ".");
    }
  }

  private static String line(InputStream input) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = input.read(); c >= 0 && c != '\n' && line.length() < 200; c = input.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
