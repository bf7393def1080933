package io.conserje.conversation;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an argument that is an enumeration can be: its constants in small letters.
 *
 * @param named by all their names, those no model is offered among them
 */
record Choices(List<String> offered, Map<String, Object> named) {

  static Choices of(Class<?> type) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      named.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
    }
    List<String> offered = List.copyOf(named.keySet());
    for (Field field : type.getFields()) {
      AlsoCalled other = field.getAnnotation(AlsoCalled.class);
      if (other != null) {
        named.put(other.value(), named.get(field.getName().toLowerCase(Locale.ROOT)));
      }
    }
    return new Choices(offered, named);
  }

  Object read(String name, String text) {
    Object meant = named.get(text.toLowerCase(Locale.ROOT));
    if (meant == null) {
      throw new InvalidArgument(name + " has to be one of " + String.join(", ", offered));
    }
    return meant;
  }
}
