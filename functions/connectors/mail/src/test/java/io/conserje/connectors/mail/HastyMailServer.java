package io.conserje.connectors.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks as much SMTP as one mail needs, and closes the connection after it, or even before. */
final class HastyMailServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final StringBuffer taken = new StringBuffer();
  private volatile boolean answersMail = true;

  HastyMailServer() throws IOException {
    Thread.ofVirtual().start(this::serve);
  }

  HastyMailServer goneBeforeItAnswers() {
    answersMail = false;
    return this;
  }

  int port() {
    return socket.getLocalPort();
  }

  String taken() {
    return taken.toString();
  }

  private void serve() {
    try (Socket guest = socket.accept()) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
      OutputStream out = guest.getOutputStream();
      say(out, "220 hasty");
      for (String line = in.readLine(); !line.equals("DATA"); line = in.readLine()) {
        say(out, "250 hasty");
      }
      say(out, "354 go on");
      for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
        taken.append(line).append('\n');
      }
      if (answersMail) {
        say(out, "250 taken");
      }
    } catch (IOException gone) {
      // so is the test
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
