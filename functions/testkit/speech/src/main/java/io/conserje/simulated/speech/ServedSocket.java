package io.conserje.simulated.speech;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The provider's end of a WebSocket (RFC 6455), strict about what it is sent. One thread reads, any
 * writes.
 */
public final class ServedSocket {

  private static final int MORE = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int LARGEST = 4_000_000;

  private final Socket connection;
  private final DataInputStream in;
  private final OutputStream out;
  private final ReentrantLock writing = new ReentrantLock();

  ServedSocket(Socket connection, InputStream in, OutputStream out) {
    this.connection = connection;
    this.in = new DataInputStream(in);
    this.out = out;
  }

  /** What the other end sent. */
  public sealed interface Message {
    record Text(String text) implements Message {}

    record Binary(byte[] bytes) implements Message {}

    record Closed(int code) implements Message {}
  }

  /** From now on {@link #read} gives up with a {@link java.net.SocketTimeoutException}. */
  void readWithin(Duration longest) throws IOException {
    connection.setSoTimeout((int) longest.toMillis());
  }

  /** Waits for the next message. */
  public Message read() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int kind = MORE;
    while (true) {
      int first = in.readUnsignedByte();
      byte[] payload = payload(in.readUnsignedByte());
      int code = first & 0x0F;
      if (code == CLOSE) {
        return new Message.Closed(
            payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF);
      } else if (code == PING) {
        write(10, payload);
      } else if (code == TEXT || code == BINARY || code == MORE) {
        kind = code == MORE ? kind : code;
        whole.write(payload);
        if ((first & 0x80) != 0) {
          return kind == TEXT
              ? new Message.Text(whole.toString(StandardCharsets.UTF_8))
              : new Message.Binary(whole.toByteArray());
        }
      }
    }
  }

  private byte[] payload(int second) throws IOException {
    if ((second & 0x80) == 0) {
      throw new IOException("a client's frame is masked");
    }
    long length = second & 0x7F;
    length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
    if (length > LARGEST) {
      throw new IOException("too much");
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes((int) length);
    if (payload.length < length) {
      throw new EOFException();
    }
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return payload;
  }

  public void send(String text) throws IOException {
    sendText(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is said to be text, whatever it is. */
  public void sendText(byte[] utf8) throws IOException {
    write(TEXT, utf8);
  }

  public void close(int code, String reason) throws IOException {
    byte[] said = reason.getBytes(StandardCharsets.UTF_8);
    byte[] payload = new byte[said.length + 2];
    payload[0] = (byte) (code >> 8);
    payload[1] = (byte) code;
    System.arraycopy(said, 0, payload, 2, said.length);
    write(CLOSE, payload);
    connection.shutdownOutput();
  }

  /** Cuts the connection, as a network does. */
  public void cut() {
    try {
      connection.setOption(StandardSocketOptions.SO_LINGER, 0);
      connection.close();
    } catch (IOException gone) {
      // It is cut then.
    }
  }

  private void write(int code, byte[] payload) throws IOException {
    writing.lock();
    try {
      out.write(0x80 | code);
      if (payload.length < 126) {
        out.write(payload.length);
      } else if (payload.length < 65_536) {
        out.write(126);
        out.write(payload.length >> 8);
        out.write(payload.length);
      } else {
        out.write(127);
        for (int shift = 56; shift >= 0; shift -= 8) {
          out.write((int) ((long) payload.length >> shift));
        }
      }
      out.write(payload);
      out.flush();
    } finally {
      writing.unlock();
    }
  }
}
