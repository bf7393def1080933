package io.conserje.testkit.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for this machine, made by the JDK's keytool, and a trust store that holds it beside
 * the JDK's own authorities, so that loading the trust store costs what it costs in production.
 */
record SelfSigned(Path trustStore, SSLContext context) {

  private static final String PASSWORD = "changeit";

  static SelfSigned create(Path folder) {
    try {
      Path keys = folder.resolve("server.p12");
      Path certificate = folder.resolve("server.pem");
      Path trustStore = folder.resolve("cacerts");
      keytool(
          "-genkeypair",
          "-alias",
          "server",
          "-keyalg",
          "RSA",
          "-keysize",
          "2048",
          "-dname",
          "CN=localhost",
          "-ext",
          "san=dns:localhost,ip:127.0.0.1",
          "-keystore",
          keys.toString(),
          "-storepass",
          PASSWORD);
      keytool(
          "-exportcert",
          "-rfc",
          "-alias",
          "server",
          "-file",
          certificate.toString(),
          "-keystore",
          keys.toString(),
          "-storepass",
          PASSWORD);
      Files.copy(
          Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"), trustStore);
      // Without a password, as the JDK's own: otherwise every start would pay for decrypting it.
      keytool(
          "-importcert",
          "-noprompt",
          "-alias",
          "server",
          "-file",
          certificate.toString(),
          "-keystore",
          trustStore.toString(),
          "-storepass",
          PASSWORD,
          "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE",
          "-J-Dkeystore.pkcs12.macAlgorithm=NONE");
      return new SelfSigned(trustStore, context(keys));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("keytool " + arguments[0] + ": " + output);
    }
  }
}
