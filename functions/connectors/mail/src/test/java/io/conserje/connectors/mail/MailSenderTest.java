package io.conserje.connectors.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.mail.MailAccount.Encryption;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

class MailSenderTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000a001");
  private static final String TEXT =
      "Casa Ana: un grupo espera respuesta.\nNombre: Ana Ruiz\n«¿Ñoquis?»";

  private final List<byte[]> taken = new CopyOnWriteArrayList<>();
  private int answer;

  private final SMTPServer server =
      SMTPServer.port(0)
          .bindAddress(InetAddress.getLoopbackAddress())
          .authenticationHandlerFactory(
              new EasyAuthenticationHandlerFactory((user, password, context) -> {
                if (!password.equals("right")) {
                  throw new LoginFailedException();
                }
              }))
          .messageHandler((context, from, to, mail) -> take(mail))
          .build();

  MailSenderTest() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void take(byte[] mail) throws RejectException {
    if (answer != 0) {
      throw new RejectException(answer, "Trouble for +34600000101");
    }
    taken.add(mail);
  }

  @Test
  void whatIsWrittenArrivesAsItIs() throws Exception {
    Sending sending = sender("right", Encryption.NONE).send(message("marta@example.com"));

    MimeMessage mail = onlyOne();
    assertEquals(new Sending.Taken(mail.getMessageID()), sending);
    assertEquals("Casa Ana: un grupo espera respuesta.", mail.getSubject());
    assertEquals(TEXT, ((String) mail.getContent()).replace("\r\n", "\n").strip());
    assertEquals("Conserje <conserje@example.com>", mail.getFrom()[0].toString());
    assertEquals("marta@example.com", mail.getAllRecipients()[0].toString());
    assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
    assertEquals(NOW, mail.getSentDate().toInstant());
  }

  @Test
  void secondTryBearsTheSameId() throws Exception {
    MailSender sender = sender("right", Encryption.NONE);

    assertEquals(
        sender.send(message("marta@example.com")), sender.send(message("marta@example.com")));
    assertEquals(EarlierTry.UNKNOWN, sender.alreadyTaken(message("marta@example.com"), Set.of()));
  }

  @Test
  void whatTheServerRefusesForGoodIsNotTriedAgainAndItsWordsStayOut() {
    answer = 550;
    Sending.Refused refused =
        assertInstanceOf(
            Sending.Refused.class, sender("right", Encryption.NONE).send(message("m@example.com")));

    assertEquals("550", refused.errorCode());
    assertFalse(refused.reason().contains("600"), refused.reason());
  }

  @Test
  void whatPassesIsTriedAgain() {
    answer = 451;
    assertLater("451", sender("right", Encryption.NONE));
  }

  @Test
  void wrongPasswordIsAnOperatorsToPutRightAndLosesNothing() {
    assertLater("authentication", sender("wrong", Encryption.NONE));
  }

  @Test
  void nothingGoesOutUnencryptedWhereEncryptionIsAskedFor() {
    assertLater("no_answer", sender("right", Encryption.STARTTLS));
    assertTrue(taken.isEmpty());
  }

  @Test
  void serverThatIsNotThereIsTriedAgain() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    assertLater("no_answer", sender(nobody, "right", Encryption.NONE));
  }

  @Test
  void senderThatIsNoAddressIsAnOperatorsToPutRightAndLosesNothing() {
    MailAccount account =
        new MailAccount(
            "127.0.0.1", server.getPortAllocated(), Encryption.NONE, "", "", "conserje at example");

    assertLater("sender", new MailSender(() -> account, () -> NOW));
  }

  @Test
  void mailboxThatTakesOnlyASecondTryIsNoTroubleOfTheServers() {
    answer = 451;
    Sending sending = sender("right", Encryption.NONE).send(message("marta@example.com"));

    assertEquals(Sending.About.MESSAGE, assertInstanceOf(Sending.Later.class, sending).about());
  }

  /** It has taken the mail and is gone before it is told goodbye. */
  @Test
  void whatTheServerTookStaysTakenThoughItClosesTheConnectionFirst() throws Exception {
    try (HastyMailServer hasty = new HastyMailServer()) {
      Sending sending =
          sender(hasty.port(), "", Encryption.NONE, "").send(message("marta@example.com"));

      assertInstanceOf(Sending.Taken.class, sending);
      assertTrue(hasty.taken().contains("un grupo espera respuesta"), hasty.taken());
    }
  }

  @Test
  void whatTheServerHadNoTimeToTakeIsTriedAgain() throws Exception {
    try (HastyMailServer hasty = new HastyMailServer().goneBeforeItAnswers()) {
      assertLater("no_answer", sender(hasty.port(), "", Encryption.NONE, ""));
    }
  }

  private static void assertLater(String code, MailSender sender) {
    Sending sending = sender.send(message("marta@example.com"));
    assertEquals(code, assertInstanceOf(Sending.Later.class, sending).errorCode());
  }

  private MimeMessage onlyOne() throws MessagingException {
    assertEquals(1, taken.size());
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(taken.getFirst()));
  }

  private MailSender sender(String password, Encryption encryption) {
    return sender(server.getPortAllocated(), password, encryption);
  }

  private static MailSender sender(int port, String password, Encryption encryption) {
    return sender(port, password, encryption, "house");
  }

  private static MailSender sender(int port, String password, Encryption encryption, String user) {
    MailAccount account =
        new MailAccount(
            "127.0.0.1", port, encryption, user, password, "Conserje <conserje@example.com>");
    return new MailSender(() -> account, () -> NOW);
  }

  private static OutboundMessage message(String to) {
    return new OutboundMessage(
        ID, new VenueId("casa"), ID, Channel.EMAIL, "casa", to, TEXT, 1, null);
  }
}
