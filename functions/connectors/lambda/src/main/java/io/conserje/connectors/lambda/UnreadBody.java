package io.conserje.connectors.lambda;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.exceptions.InvalidPropertyFormatException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import io.micronaut.web.router.RouteAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a body could not be read and what is expected instead, without a word of what was sent: the
 * framework's own messages quote it.
 */
final class UnreadBody {

  private UnreadBody() {}

  /** Empty where the route reads no JSON, or the fault lies elsewhere. */
  static Optional<String> why(HttpRequest<?> request, @Nullable Throwable fault) {
    return RouteAttributes.getRouteInfo(request)
        .flatMap(route -> route.getFullRequestBodyType())
        .flatMap(type -> BeanIntrospector.SHARED.findIntrospection(type.getType()))
        .map(expected -> why(fault, expected));
  }

  private static String why(@Nullable Throwable fault, BeanIntrospection<?> expected) {
    Optional<String> place = first(fault, JsonParseException.class).map(UnreadBody::place);
    if (place.isPresent()) {
      return "The body is no JSON from " + place.get() + " on. " + send(expected);
    }
    return field(fault).orElseGet(() -> "The body is empty or no JSON object. " + send(expected));
  }

  private static <T> Optional<T> first(@Nullable Throwable fault, Class<T> kind) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static String place(JsonParseException syntax) {
    JsonLocation place = syntax.getLocation();
    return "line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  /** Which field is of another kind than it should be. */
  private static Optional<String> field(@Nullable Throwable fault) {
    Optional<String> named =
        first(fault, InvalidPropertyFormatException.class)
            .filter(wrong -> wrong.getPath().isEmpty())
            .map(wrong -> give(wrong.getArgument().getName(), wrong.getArgument()));
    return named.or(() ->
        first(fault, SerdeException.class)
            .map(SerdeException::getPath)
            .filter(path -> !path.isEmpty())
            .map(path -> give(name(path), kind(path.getFirst()))));
  }

  private static String send(BeanIntrospection<?> expected) {
    return "Send a JSON object whose fields may be "
        + String.join(", ", expected.getPropertyNames())
        + ".";
  }

  /** As {@code guest.phone} or {@code words[0]}. */
  private static String name(List<ReferencePath> innermostFirst) {
    StringBuilder name = new StringBuilder();
    for (ReferencePath step : innermostFirst.reversed()) {
      switch (step) {
        case PropertyReferencePath property ->
            name.append(name.isEmpty() ? "" : ".").append(property.property().getName());
        case CollectionItemReferencePath item -> name.append('[').append(item.index()).append(']');
        case MapItemReferencePath _ -> name.append("[…]");
      }
    }
    return name.toString();
  }

  /** What is expected there. */
  private static Argument<?> kind(ReferencePath step) {
    Argument<?> argument = step.getArgument();
    return step instanceof PropertyReferencePath
        ? argument
        : argument.getFirstTypeVariable().<Argument<?>>map(item -> item).orElse(argument);
  }

  private static String give(String name, Argument<?> kind) {
    Class<?> type = kind.getType();
    if (type == Boolean.class || type == boolean.class) {
      return "Give " + name + " as true or false.";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "Give " + name + " as a number.";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "Give " + name + " as a list.";
    }
    return "Give "
        + name
        + (CharSequence.class.isAssignableFrom(type) ? " as text." : " as an object.");
  }
}
