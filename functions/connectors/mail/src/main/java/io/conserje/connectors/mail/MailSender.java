package io.conserje.connectors.mail;

import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Sending;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Mail to the house's people, handed in over SMTP (RFC 5321). The account is read at each use, so
 * that a rotated password needs no restart.
 */
public final class MailSender implements MessageSender {

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
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage mail = written(session, now, message);
      transport.connect(now.host(), now.port(), emptyIsNone(now.user()), now.password());
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Sending.Taken(mail.getMessageID());
    } catch (AddressException e) {
      return new Sending.Refused("address", "The address or the sender's is none.");
    } catch (AuthenticationFailedException e) {
      return new Sending.Later("authentication", "The mail server lets us not in.", null);
    } catch (MessagingException e) {
      return outcome(e);
    }
  }

  /**
   * A mail server cannot be asked what it has. A second copy bears the same Message-ID, by which
   * mailboxes know it for one.
   */
  @Override
  public Optional<String> alreadyTaken(OutboundMessage message, Set<String> known) {
    return Optional.empty();
  }

  private MimeMessage written(Session session, MailAccount account, OutboundMessage message)
      throws MessagingException {
    InternetAddress from = new InternetAddress(account.from(), true);
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

  private static String emptyIsNone(String user) {
    return user.isEmpty() ? null : user;
  }

  /** 5yz of the server is for good, everything else passes (RFC 5321, 4.2.1). */
  private static Sending outcome(MessagingException e) {
    int code = code(e);
    String reason = code == 0 ? "no connection to the mail server" : "the mail server said " + code;
    return code >= 500
        ? new Sending.Refused(String.valueOf(code), reason)
        : new Sending.Later(code == 0 ? "no_answer" : String.valueOf(code), reason, null);
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
