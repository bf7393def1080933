package io.conserje.sandbox.lambda;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** The Lambda runtime's own (de)serialisation, in the class loader of the function. */
final class LambdaSerializers {

  private static final String ROOT = "com.amazonaws.services.lambda.runtime.serialization.";

  private final ClassLoader loader;
  private final Class<?> events;
  private final Class<?> serializer;

  LambdaSerializers(ClassLoader loader) throws ReflectiveOperationException {
    this.loader = loader;
    this.events = loader.loadClass(ROOT + "events.LambdaEventSerializers");
    this.serializer = loader.loadClass(ROOT + "PojoSerializer");
  }

  Object read(String json, Type type) throws ReflectiveOperationException {
    return serializer.getMethod("fromJson", String.class).invoke(serializerFor(type), json);
  }

  String write(Object value, Type type) throws ReflectiveOperationException {
    if (value == null) {
      return "null";
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    serializer
        .getMethod("toJson", Object.class, OutputStream.class)
        .invoke(serializerFor(type == Object.class ? value.getClass() : type), value, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private Object serializerFor(Type type) throws ReflectiveOperationException {
    if (type instanceof Class<?> plain && knownEvent(plain)) {
      return events
          .getMethod("serializerFor", Class.class, ClassLoader.class)
          .invoke(null, plain, loader);
    }
    Class<?> factory = loader.loadClass(ROOT + "factories.JacksonFactory");
    Method method =
        type instanceof Class<?>
            ? factory.getMethod("getSerializer", Class.class)
            : factory.getMethod("getSerializer", Type.class);
    return method.invoke(factory.getMethod("getInstance").invoke(null), type);
  }

  private boolean knownEvent(Class<?> type) throws ReflectiveOperationException {
    return (boolean)
        events.getMethod("isLambdaSupportedEvent", String.class).invoke(null, type.getName());
  }
}
