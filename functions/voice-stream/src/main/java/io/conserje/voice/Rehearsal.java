package io.conserje.voice;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.names.Variable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * Starts the host of calls without anything behind it and knocks at its doors, so that the build of
 * the image can write down which classes a start needs.
 */
final class Rehearsal {

  private static final Map<String, String> NOWHERE = Map.of(Variable.AWS_REGION, "eu-west-1");

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (VoiceStream voice =
            new VoiceStream(NOWHERE, FunctionEnvironment.ofProcess().clock(), "127.0.0.1", 0);
        HttpClient client = HttpClient.newHttpClient()) {
      voice.warmUp();
      for (String path :
          new String[] {
            "/health", "/ready", "/voice/twilio/stream/nobody", "/voice/telnyx/stream/nobody"
          }) {
        URI address = URI.create("http://127.0.0.1:" + voice.port() + path);
        client.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      }
    }
  }
}
