package io.conserje.sandbox.people;

import io.conserje.sandbox.Activity;
import io.conserje.sandbox.providers.Fault;
import io.conserje.sandbox.providers.Fault.Kind;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The mail server of the house's people: takes every mail over SMTP and keeps it to be looked at.
 */
public final class HouseMail implements AutoCloseable {

  public static final String PROVIDER = "mail";
  public static final String TAKE = "mail";

  private final RequestLog requests;
  private final Faults faults;
  private final Activity activity;
  private final SMTPServer server;

  public HouseMail(RequestLog requests, Faults faults, Activity activity) {
    this.requests = requests;
    this.faults = faults;
    this.activity = activity;
    this.server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandler(this::take)
            .build();
    server.start();
  }

  public int port() {
    return server.getPortAllocated();
  }

  private void take(MessageContext context, String from, String to, byte[] mail)
      throws RejectException {
    try (Activity.Work ignored = activity.begin()) {
      int status = faults.take(PROVIDER, TAKE, Set.of(Kind.STATUS)).map(Fault::status).orElse(250);
      String text = new String(mail, StandardCharsets.UTF_8);
      int end = text.indexOf("\r\n\r\n");
      requests.add(
          PROVIDER,
          TAKE,
          "DATA",
          to,
          headers(text.substring(0, end)),
          text.substring(end + 4),
          status);
      if (status >= 400) {
        throw new RejectException(status, "Trouble.");
      }
    }
  }

  private static Map<String, String> headers(String head) {
    Map<String, String> headers = new LinkedHashMap<>();
    head.replaceAll("\r\n[ \t]+", " ")
        .lines()
        .map(line -> line.split(": ?", 2))
        .filter(line -> line.length == 2)
        .forEach(line -> headers.put(line[0].toLowerCase(java.util.Locale.ROOT), line[1]));
    return headers;
  }

  @Override
  public void close() {
    server.stop();
  }
}
