package io.conserje.connectors.mail;

import java.util.Locale;
import java.util.Properties;

/**
 * Where mail is handed in, and in whose name.
 *
 * @param user empty where the server asks for none
 * @param from {@code conserje@example.com}, or with a name {@code Conserje <conserje@example.com>}
 */
public record MailAccount(
    String host, int port, Encryption encryption, String user, String password, String from) {

  private static final String MILLIS_TO_CONNECT = "3000";
  private static final String MILLIS_TO_ANSWER = "10000";

  /** How the connection is kept from others' eyes. */
  public enum Encryption {
    STARTTLS,
    IMPLICIT,
    NONE;

    public static Encryption of(String code) {
      return valueOf(code.strip().toUpperCase(Locale.ROOT));
    }
  }

  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", host);
    properties.setProperty("mail.smtp.port", String.valueOf(port));
    properties.setProperty("mail.smtp.auth", String.valueOf(!user.isEmpty()));
    properties.setProperty("mail.smtp.connectiontimeout", MILLIS_TO_CONNECT);
    properties.setProperty("mail.smtp.timeout", MILLIS_TO_ANSWER);
    properties.setProperty("mail.smtp.writetimeout", MILLIS_TO_ANSWER);
    properties.setProperty(
        "mail.smtp.starttls.required", String.valueOf(encryption == Encryption.STARTTLS));
    properties.setProperty(
        "mail.smtp.starttls.enable", String.valueOf(encryption == Encryption.STARTTLS));
    properties.setProperty(
        "mail.smtp.ssl.enable", String.valueOf(encryption == Encryption.IMPLICIT));
    properties.setProperty(
        "mail.smtp.ssl.checkserveridentity", String.valueOf(encryption != Encryption.NONE));
    return properties;
  }

  /** The password stays out of logs. */
  @Override
  public String toString() {
    return "MailAccount[" + host + ":" + port + ", " + encryption + "]";
  }
}
