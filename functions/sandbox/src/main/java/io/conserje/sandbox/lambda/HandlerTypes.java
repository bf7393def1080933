package io.conserje.sandbox.lambda;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which event a handler takes and what it gives, as its {@code RequestHandler<I, O>} says. */
record HandlerTypes(Type event, Type answer) {

  private static final String REQUEST_HANDLER =
      "com.amazonaws.services.lambda.runtime.RequestHandler";

  static HandlerTypes of(Class<?> handler) {
    return find(handler, Map.of())
        .orElseThrow(() -> new IllegalStateException(handler + " is no RequestHandler."));
  }

  private static Optional<HandlerTypes> find(Type type, Map<TypeVariable<?>, Type> known) {
    if (type instanceof ParameterizedType parameterized) {
      Class<?> raw = (Class<?>) parameterized.getRawType();
      Type[] arguments = resolve(parameterized.getActualTypeArguments(), known);
      return raw.getName().equals(REQUEST_HANDLER)
          ? Optional.of(new HandlerTypes(arguments[0], arguments[1]))
          : above(raw, names(raw, arguments));
    }
    return type instanceof Class<?> plain ? above(plain, Map.of()) : Optional.empty();
  }

  private static Optional<HandlerTypes> above(Class<?> type, Map<TypeVariable<?>, Type> known) {
    for (Type wider : type.getGenericInterfaces()) {
      Optional<HandlerTypes> found = find(wider, known);
      if (found.isPresent()) {
        return found;
      }
    }
    Type superclass = type.getGenericSuperclass();
    return superclass == null ? Optional.empty() : find(superclass, known);
  }

  private static Type[] resolve(Type[] arguments, Map<TypeVariable<?>, Type> known) {
    Type[] resolved = arguments.clone();
    for (int i = 0; i < resolved.length; i++) {
      resolved[i] = known.getOrDefault(resolved[i], resolved[i]);
    }
    return resolved;
  }

  private static Map<TypeVariable<?>, Type> names(Class<?> type, Type[] arguments) {
    Map<TypeVariable<?>, Type> names = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      names.put(type.getTypeParameters()[i], arguments[i]);
    }
    return names;
  }
}
