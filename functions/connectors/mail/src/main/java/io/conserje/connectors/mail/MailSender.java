package io.conserje.connectors.mail;

import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.About;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mail to the house's people, handed in over SMTP (RFC 5321). The account is read at each use, so
 * that a rotated password needs no restart.
 */
public final class MailSender implements MessageSender {

  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

  private final Supplier<MailAccount> account;
  private final InstantSource clock;

  public MailSender(Supplier<MailAccount> account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
  }

  @Override
  public String provider() {
    return "mail";
  }

  @Override
  public Sending send(OutboundMessage message) {
    MailAccount now = account.get();
    Session session = Session.getInstance(now.properties());
    try {
      InternetAddress from = new InternetAddress(now.from(), true);
      return handIn(session, now, written(session, from, message));
    } catch (AddressException e) {
      // Addresses of the house's file are checked when it is handed in.
      return new Sending.Later("sender", "EMAILS_FROM is no address.", null);
    } catch (AuthenticationFailedException e) {
      return new Sending.Later("authentication", "The mail server does not let us in.", null);
    } catch (MessagingException e) {
      return outcome(e);
    }
  }

  /** What the server has taken stays taken, however the connection ends. */
  private static Sending handIn(Session session, MailAccount account, MimeMessage mail)
      throws MessagingException {
    String user = account.user().isEmpty() ? null : account.user();
    Transport transport = session.getTransport("smtp");
    try {
      transport.connect(account.host(), account.port(), user, account.password());
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Sending.Taken(mail.getMessageID());
    } finally {
      close(transport);
    }
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException gone) {
      LOG.debug("The mail server closed first.", gone);
    }
  }

  /**
   * A mail server cannot be asked what it has. A second copy bears the same Message-ID, by which
   * mailboxes know it for one.
   */
  @Override
  public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
    return EarlierTry.UNKNOWN;
  }

  private MimeMessage written(Session session, InternetAddress from, OutboundMessage message)
      throws MessagingException {
    MimeMessage mail = new WithOwnId(session, message.id(), from);
    mail.setFrom(from);
    mail.setRecipient(RecipientType.TO, new InternetAddress(message.guestAddress(), true));
    mail.setSubject(message.text().lines().findFirst().orElse(""), StandardCharsets.UTF_8.name());
    mail.setText(message.text(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    // Holidays are not told to a machine (RFC 3834).
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.saveChanges();
    return mail;
  }

  /**
   * 5yz of the server is for good, everything else passes (RFC 5321, 4.2.1). 450 to 452 are about
   * one mailbox, as with servers that take a stranger's mail only at the second try.
   */
  private static Sending outcome(MessagingException e) {
    int code = code(e);
    String reason = code == 0 ? "no connection to the mail server" : "the mail server said " + code;
    return code >= 500
        ? new Sending.Refused(String.valueOf(code), reason)
        : new Sending.Later(
            code == 0 ? "no_answer" : String.valueOf(code),
            reason,
            null,
            code >= 450 && code <= 452 ? About.MESSAGE : About.PROVIDER);
  }

  private static int code(MessagingException e) {
    for (Exception one = e; one instanceof MessagingException; one = next(one)) {
      int code =
          switch (one) {
            case SMTPAddressFailedException failed -> failed.getReturnCode();
            case SMTPSenderFailedException failed -> failed.getReturnCode();
            case SMTPSendFailedException failed -> failed.getReturnCode();
            default -> 0;
          };
      if (code > 0) {
        return code;
      }
    }
    return 0;
  }

  private static Exception next(Exception e) {
    return ((MessagingException) e).getNextException();
  }

  private static final class WithOwnId extends MimeMessage {

    private final String id;

    WithOwnId(Session session, UUID message, InternetAddress from) {
      super(session);
      String address = from.getAddress();
      this.id = "<" + message + address.substring(address.indexOf('@')) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
