package io.conserje.sandbox;

import io.conserje.names.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The sandbox's houses, handed in as an owner would: their files, over the API. */
final class SeedHouses implements AutoCloseable {

  private static final List<String> NAMES = List.of("restaurante", "hotel");

  private final URI gateway;
  private final SandboxSettings settings;
  private final HttpClient http = HttpClient.newHttpClient();

  SeedHouses(URI gateway, SandboxSettings settings) {
    this.gateway = gateway;
    this.settings = settings;
  }

  void handIn() {
    NAMES.forEach(this::handIn);
  }

  private void handIn(String name) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/api/venues"))
            .header("Authorization", "Bearer " + settings.get(Variable.ADMIN_API_KEY))
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofByteArray(file(name)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "The house file of "
                + name
                + " was not taken in ("
                + answer.statusCode()
                + "): "
                + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] file(String name) {
    try (InputStream in = SeedHouses.class.getResourceAsStream("/houses/" + name + ".yaml")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
