package io.conserje.connectors.languagemodel;

/**
 * Whose model is asked, and where.
 *
 * @param provider as metrics and records name it, for example {@code openai}
 * @param baseUrl up to and with the version, for example {@code https://api.openai.com/v1}
 * @param model as the provider calls it
 */
public record ModelAccount(String provider, String apiKey, String baseUrl, String model) {

  public ModelAccount {
    apiKey = apiKey.strip();
    baseUrl = baseUrl.strip().replaceAll("/+$", "");
    model = model.strip();
  }

  /** Models that think aloud are told to keep it to themselves; others refuse to be told. */
  boolean thinksAloud() {
    return model.contains("gpt-oss") || model.contains("qwen") || model.contains("deepseek");
  }

  /** The key stays out of logs. */
  @Override
  public String toString() {
    return "ModelAccount[" + model + " at " + baseUrl + "]";
  }
}
