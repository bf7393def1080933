package io.conserje.connectors.lambda.twilio;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spellings of one URL that Twilio may have signed. */
public final class SignedUrl {

  /** At the end of an authority; the password of user:password@host is not at its end. */
  private static final Pattern PORT = Pattern.compile(":\\d+$");

  private SignedUrl() {}

  /**
   * With and without the scheme's own port; with an apostrophe of the query as it is and escaped.
   */
  public static Set<String> spellings(String url) {
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
    return scheme + otherPort(scheme, authority) + url.substring(end);
  }

  private static String otherPort(String scheme, String authority) {
    Matcher port = PORT.matcher(authority);
    return port.find()
        ? authority.substring(0, port.start())
        : authority + ":" + defaultPort(scheme);
  }

  private static int endOfAuthority(String url, int start) {
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("http://") || scheme.equals("ws://") ? 80 : 443;
  }

  private static String escapedApostrophes(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query) + url.substring(query).replace("'", "%27");
  }
}
