package io.conserje.connectors.azure;

import io.conserje.connectors.speechhttp.ClauseByClause;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/** Azure's voice over REST. It does not know when words sound. */
public final class AzureVoice implements SpeechVoice {

  public static final String NAME = "azure";

  private final Supplier<AzureAccount> account;
  private final Supplier<HttpClient> client;

  /**
   * @param account read for each utterance
   * @param client asked for when something is to be said
   */
  public AzureVoice(Supplier<AzureAccount> account, Supplier<HttpClient> client) {
    this.account = account;
    this.client = client;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isThere() {
    return account.get().isThere();
  }

  @Override
  public boolean speaks(AudioFormat format) {
    return AzureAccount.speaks(format);
  }

  @Override
  public Utterance begin(Wishes wishes, Listener listener) {
    return new ClauseByClause(
        client.get(), new Asking(account.get(), wishes), wishes.format(), listener);
  }

  private record Asking(AzureAccount account, Wishes wishes) implements ClauseByClause.Provider {

    @Override
    public HttpRequest request(String clause, String before) {
      return HttpRequest.newBuilder(account.address())
          .header("Ocp-Apim-Subscription-Key", account.key())
          .header("Content-Type", "application/ssml+xml")
          .header("X-Microsoft-OutputFormat", AzureAccount.format(wishes.format()))
          .header("User-Agent", "conserje")
          .POST(BodyPublishers.ofString(ssml(clause)))
          .build();
    }

    private String ssml(String clause) {
      String voice = account.voice(wishes);
      return "<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\""
          + escaped(wishes.language().toLanguageTag())
          + "\"><voice name=\""
          + escaped(voice)
          + "\">"
          + escaped(clause)
          + "</voice></speak>";
    }

    /** A guest's name must not become an instruction, nor the whole a request it refuses. */
    private static String escaped(String text) {
      return text.replace("&", "&amp;")
          .replace("<", "&lt;")
          .replace(">", "&gt;")
          .replace("\"", "&quot;")
          .replace("'", "&apos;");
    }

    @Override
    public SpeechFailure refused(int status, String body) {
      boolean lasting = status >= 400 && status < 500 && status != 429 && status != 408;
      return new SpeechFailure(!lasting, "refused with " + status);
    }
  }
}
