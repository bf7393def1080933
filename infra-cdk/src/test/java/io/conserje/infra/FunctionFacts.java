package io.conserje.infra;

import java.util.Set;

/**
 * What stack and template must say alike of a function.
 *
 * @param environment names only
 * @param routes as {@code POST /whatsapp/webhook, payload 2.0}
 * @param schedules as {@code rate(1 minute)}
 */
record FunctionFacts(
    String handler,
    String runtime,
    Object architectures,
    int memoryMb,
    int timeoutSeconds,
    String snapStart,
    String alias,
    Set<String> environment,
    Set<String> routes,
    Set<QueueSource> queues,
    Set<String> schedules) {

  record QueueSource(String queue, int batchSize, Object responseTypes, Object scaling) {}

  static String route(Object method, Object path, Object payloadVersion) {
    return method + " " + path + ", payload " + payloadVersion;
  }
}
