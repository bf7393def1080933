package io.conserje.connectors.aws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * For rehearsals before a snapshot: every request gets this answer from memory, nothing leaves the
 * process.
 */
public record PlayedNetwork(String answer) implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return answered();
      }

      @Override
      public void abort() {
        // There is nothing to break off.
      }
    };
  }

  private HttpExecuteResponse answered() {
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(200).build())
        .responseBody(
            AbortableInputStream.create(
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
