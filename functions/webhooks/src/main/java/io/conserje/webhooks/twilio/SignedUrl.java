package io.conserje.webhooks.twilio;

import java.util.LinkedHashSet;
import java.util.Set;

/** The spellings of one URL that Twilio may have signed. */
final class SignedUrl {

  private SignedUrl() {}

  /**
   * With and without the scheme's own port; with an apostrophe of the query as it is and escaped.
   */
  static Set<String> spellings(String url) {
    Set<String> spellings = new LinkedHashSet<>();
    for (String ported : new String[] {url, otherPort(url)}) {
      spellings.add(ported);
      spellings.add(escapedApostrophes(ported));
    }
    return spellings;
  }

  /**
   * Text work and no URI class, which would decode the query and refuse host names with an
   * underscore.
   */
  private static String otherPort(String url) {
    int start = url.indexOf("://") + 3;
    if (start < 3) {
      return url;
    }
    int end = endOfAuthority(url, start);
    String scheme = url.substring(0, start);
    String authority = url.substring(start, end);
    String port = ":" + defaultPort(scheme);
    if (authority.endsWith(port)) {
      return scheme
          + authority.substring(0, authority.length() - port.length())
          + url.substring(end);
    }
    return hasPort(authority) ? url : scheme + authority + port + url.substring(end);
  }

  private static int endOfAuthority(String url, int start) {
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean hasPort(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    return host.matches(".*:\\d+");
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("http://") || scheme.equals("ws://") ? 80 : 443;
  }

  private static String escapedApostrophes(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query) + url.substring(query).replace("'", "%27");
  }
}
