package io.conserje.connectors.elevenlabs;

import io.conserje.connectors.json.Part;
import io.conserje.connectors.speechhttp.ClauseByClause;
import io.conserje.connectors.websocket.JsonMessage;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * ElevenLabs' voice over plain HTTP, for models that take no socket. It does not know when words
 * sound.
 */
public final class ElevenLabsHttpVoice implements SpeechVoice {

  public static final String NAME = "elevenlabs-http";

  private final Supplier<ElevenLabsAccount> account;
  private final Supplier<HttpClient> client;

  /**
   * @param account read for each utterance
   * @param client asked for when something is to be said
   */
  public ElevenLabsHttpVoice(Supplier<ElevenLabsAccount> account, Supplier<HttpClient> client) {
    this.account = account;
    this.client = client;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isThere() {
    ElevenLabsAccount now = account.get();
    return now.isThere() && !now.takesSockets();
  }

  @Override
  public boolean speaks(AudioFormat format) {
    return ElevenLabsAccount.speaks(format);
  }

  @Override
  public Utterance begin(Wishes wishes, Listener listener) {
    return new ClauseByClause(
        client.get(), new Asking(account.get(), wishes), wishes.format(), listener);
  }

  private record Asking(ElevenLabsAccount account, Wishes wishes)
      implements ClauseByClause.Provider {

    @Override
    public HttpRequest request(String clause, String before) {
      HttpRequest.Builder request = HttpRequest.newBuilder(account.stream(wishes));
      account.headers().forEach(request::header);
      return request
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(JsonMessage.write(body(clause, before))))
          .build();
    }

    private Map<String, Object> body(String clause, String before) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("text", clause);
      body.put("model_id", account.model());
      if (account.takesLanguage()) {
        body.put("language_code", wishes.language().getLanguage());
      }
      if (!before.isEmpty()) {
        body.put("previous_text", before);
      }
      return body;
    }

    @Override
    public SpeechFailure refused(int status, String body) {
      Part detail = JsonMessage.read(body).map(all -> all.at("detail")).orElse(Part.NOTHING);
      return ElevenLabsTrouble.ofStatus(status, detail.text("status"));
    }
  }
}
