package io.conserje.connectors.meta;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where Meta keeps media. The address comes from outside, and our token can do all that the account
 * can: only what is certainly Meta's is asked.
 */
final class MetaHosts {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final URI base;

  MetaHosts(MetaAccount account) {
    this.base = URI.create(account.baseUrl());
  }

  /**
   * @return the address itself
   * @throws IllegalArgumentException when it is not Meta's
   */
  URI known(URI address) {
    boolean known =
        sameOrigin(address, base) || (isLoopback(base) && isLoopback(address)) || isMetas(address);
    if (!known) {
      throw new IllegalArgumentException("not Meta's");
    }
    return address;
  }

  static boolean sameOrigin(URI one, URI other) {
    return one.getScheme() != null
        && one.getScheme().equals(other.getScheme())
        && one.getRawAuthority() != null
        && one.getRawAuthority().equals(other.getRawAuthority());
  }

  private static boolean isMetas(URI address) {
    String host = host(address);
    return "https".equals(address.getScheme())
        && address.getPort() == -1
        && address.getRawUserInfo() == null
        && (host.endsWith(".fbsbx.com")
            || host.endsWith(".fbcdn.net")
            || host.endsWith(".whatsapp.net")
            || host.endsWith(".facebook.com"));
  }

  private static boolean isLoopback(URI address) {
    return "http".equals(address.getScheme()) && LOOPBACK.contains(host(address));
  }

  private static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
  }
}
