package io.conserje.connectors.meta;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Whose app sends, and where to.
 *
 * @param accessToken of a system user with {@code whatsapp_business_messaging}
 * @param phoneNumberId which number begins to write for a house that is known by its number as
 *     guests see it; null or blank where every house names Meta's id
 * @param baseUrl in place of {@code https://graph.facebook.com}; null or blank for Meta itself
 * @param version of the Graph API, as {@code v26.0}
 */
public record MetaAccount(
    String accessToken, String phoneNumberId, String baseUrl, String version) {

  public static final String USUAL_VERSION = "v26.0";

  private static final String META = "https://graph.facebook.com";

  public MetaAccount {
    baseUrl = (baseUrl == null || baseUrl.isBlank() ? META : baseUrl).replaceAll("/+$", "");
    version = version == null || version.isBlank() ? USUAL_VERSION : version;
    phoneNumberId = phoneNumberId == null ? "" : phoneNumberId;
  }

  /** Meta's id of an address of the house; empty where none is known. */
  String idOf(String houseAddress) {
    return isId(houseAddress) ? houseAddress : phoneNumberId;
  }

  /** Whether an address is Meta's id of a number: digits without a plus. */
  static boolean isId(String address) {
    return address.matches("\\d+");
  }

  /** One thing of Meta's, with what is asked of it: {@code 1065…}, {@code messages}. */
  URI at(String... path) {
    StringBuilder url = new StringBuilder(baseUrl).append('/').append(version);
    for (String part : path) {
      url.append('/').append(encoded(part));
    }
    return URI.create(url.toString());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  String bearer() {
    return "Bearer " + accessToken;
  }

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "MetaAccount[" + version + " at " + baseUrl + "]";
  }
}
