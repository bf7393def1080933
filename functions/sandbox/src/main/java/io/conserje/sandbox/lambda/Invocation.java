package io.conserje.sandbox.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * How the Lambda runtime calls a handler: with streams where the handler takes them, else with the
 * event as an object that the runtime itself has read.
 */
interface Invocation {

  String PACKAGE = "com.amazonaws.services.lambda.runtime.";

  /** The answer as JSON. */
  String of(Object handler, String event, Object context) throws ReflectiveOperationException;

  static Invocation of(Class<?> handler, ClassLoader loader) throws ReflectiveOperationException {
    Class<?> streams = loader.loadClass(PACKAGE + "RequestStreamHandler");
    return streams.isAssignableFrom(handler)
        ? withStreams(streams, loader)
        : withObjects(handler, loader);
  }

  private static Invocation withStreams(Class<?> streams, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> context = loader.loadClass(InvocationContext.CONTEXT);
    Method handle =
        streams.getMethod("handleRequest", InputStream.class, OutputStream.class, context);
    return (handler, event, given) -> {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
      handle.invoke(handler, new ByteArrayInputStream(bytes), answer, given);
      return answer.toString(StandardCharsets.UTF_8);
    };
  }

  private static Invocation withObjects(Class<?> type, ClassLoader loader)
      throws ReflectiveOperationException {
    HandlerTypes types = HandlerTypes.of(type);
    LambdaSerializers serializers = new LambdaSerializers(loader);
    Class<?> context = loader.loadClass(InvocationContext.CONTEXT);
    Method handle =
        loader
            .loadClass(PACKAGE + "RequestHandler")
            .getMethod("handleRequest", Object.class, context);
    return (handler, event, given) -> {
      Object answer = handle.invoke(handler, serializers.read(event, types.event()), given);
      return serializers.write(answer, types.answer());
    };
  }
}
