package io.conserje.connectors.speechhttp;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Connections to voices: kept while calls come, each piece of work on a virtual thread. */
public final class SpeechClients {

  private SpeechClients() {}

  public static HttpClient create() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2))
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }
}
