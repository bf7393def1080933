package io.conserje.infra;

import java.util.Optional;
import java.util.regex.Pattern;
import software.constructs.Node;

/**
 * What an operator chooses, as {@code -c name=value} or in cdk.json.
 *
 * @param stage part of every name, so that one account can hold several: {@code prod}
 * @param publicBaseUrl the address that providers call and sign; without one, the API's own
 * @param publicVoiceUrl the address to which telephone companies bring the sound of calls; empty:
 *     to none
 * @param voiceCertificate the certificate of publicVoiceUrl's host (ARN), with which this
 *     deployment takes the sound of calls itself
 * @param allowedOrigins the pages that may chat from a browser, comma-separated
 * @param logLevel of the functions
 * @param alarmEmail who hears of alarms; more can subscribe to the topic
 */
record Deployment(
    String stage,
    Optional<String> publicBaseUrl,
    String publicVoiceUrl,
    Optional<String> voiceCertificate,
    String allowedOrigins,
    String logLevel,
    Optional<String> alarmEmail) {

  private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9]{0,11}");
  private static final Pattern BASE_URL = Pattern.compile("https://[^/?#]+");
  private static final Pattern CERTIFICATE =
      Pattern.compile("arn:aws[a-z-]*:acm:[^:]+:\\d{12}:certificate/.+");
  private static final Pattern ORIGINS = Pattern.compile("(https?://[^/?#,\\s]+(,(?=.)|$))*");

  Deployment {
    if (!STAGE.matcher(stage).matches()) {
      throw new IllegalArgumentException(
          "stage is '" + stage + "'; it must be 1 to 12 lower-case letters and digits.");
    }
    publicBaseUrl.ifPresent(
        url -> checkAddress("publicBaseUrl", url, "https://reception.example.com"));
    if (!publicVoiceUrl.isEmpty()) {
      checkAddress("publicVoiceUrl", publicVoiceUrl, "https://voice.example.com");
    }
    voiceCertificate.ifPresent(arn -> checkCertificate(arn, publicVoiceUrl));
    if (!ORIGINS.matcher(allowedOrigins).matches()) {
      throw new IllegalArgumentException(
          "allowedOrigins is '"
              + allowedOrigins
              + "'; it must be like https://www.example.com,https://example.com, without spaces,"
              + " paths or final slashes.");
    }
  }

  private static void checkCertificate(String arn, String publicVoiceUrl) {
    if (!CERTIFICATE.matcher(arn).matches()) {
      throw new IllegalArgumentException(
          "voiceCertificate is '"
              + arn
              + "'; it must be the ARN of a certificate in ACM, in the region of the deployment.");
    }
    if (publicVoiceUrl.isEmpty()) {
      throw new IllegalArgumentException(
          "voiceCertificate needs publicVoiceUrl, the address that the certificate is for.");
    }
  }

  private static void checkAddress(String name, String url, String example) {
    if (!BASE_URL.matcher(url).matches()) {
      throw new IllegalArgumentException(
          name
              + " is '"
              + url
              + "'; it must be like "
              + example
              + ", without path or final slash.");
    }
  }

  static Deployment of(Node node) {
    return new Deployment(
        context(node, "stage").orElse("prod"),
        context(node, "publicBaseUrl"),
        context(node, "publicVoiceUrl").orElse(""),
        context(node, "voiceCertificate"),
        context(node, "allowedOrigins").orElse(""),
        context(node, "logLevel").orElse("INFO"),
        context(node, "alarmEmail"));
  }

  /** {@code conserje-prod-turns} for {@code turns}. */
  String name(String part) {
    return "conserje-" + stage + "-" + part;
  }

  /** Where the functions look for a provider's secret. */
  String secretsPrefix() {
    return "conserje/" + stage;
  }

  private static Optional<String> context(Node node, String name) {
    return Optional.ofNullable(node.tryGetContext(name))
        .map(Object::toString)
        .filter(value -> !value.isBlank());
  }
}
