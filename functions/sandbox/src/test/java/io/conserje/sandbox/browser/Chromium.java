package io.conserje.sandbox.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real browser without a screen, spoken to by its own DevTools protocol. {@code CHROMIUM} names
 * the program where it is not on the path.
 */
public final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final int LOOKS = 600;
  private static final int BETWEEN_LOOKS_MS = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final String port;

  private Chromium(Process process, Path profile) {
    this.process = process;
    this.port = port(profile.resolve("DevToolsActivePort"));
  }

  /** Empty where there is none. */
  public static Optional<Path> installed() {
    String named = System.getenv("CHROMIUM");
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .filter(folder -> !folder.isEmpty())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(Stream.ofNullable(named).map(Path::of), onPath)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * @param profile an empty folder
   * @param language of the browser itself, as {@code en}
   * @param more of its switches
   */
  public static Chromium start(Path program, Path profile, String language, String... more) {
    List<String> usual =
        List.of(
            program.toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--force-device-scale-factor=1",
            "--lang=" + language,
            "--accept-lang=" + language,
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile);
    List<String> command = new ArrayList<>(usual);
    command.addAll(List.of(more));
    command.add("about:blank");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(profile.resolve("browser.log").toFile())
              .start();
      return new Chromium(process, profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String port(Path file) {
    for (int look = 0; look < LOOKS && process.isAlive(); look++) {
      try {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() > 1) {
          return lines.getFirst();
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    close();
    throw new IllegalStateException(
        "The browser did not start; browser.log in its profile says why.");
  }

  public Tab open() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
              .PUT(HttpRequest.BodyPublishers.noBody())
              .build();
      JsonNode target = Json.read(http.send(request, BodyHandlers.ofString()).body());
      return Tab.of(http, URI.create(target.path("webSocketDebuggerUrl").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
    http.close();
  }
}
