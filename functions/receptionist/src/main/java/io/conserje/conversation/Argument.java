package io.conserje.conversation;

import io.conserje.conversation.ToolSpec.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One value of a tool's record, named as models name things: {@code partySize} is {@code
 * party_size}.
 */
record Argument(Parameter parameter, ArgumentType type) implements Arguments.Slot {

  private static final int LONGEST_TEXT = 500;

  private static final Pattern CAPITAL = Pattern.compile("(?=\\p{Lu})");

  /** All but line feeds: no database keeps a NUL, and nobody says one. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

  static Argument of(RecordComponent component, boolean optional) {
    Meaning meaning = component.getAnnotation(Meaning.class);
    if (meaning == null) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getName() + "." + component.getName() + " has no meaning");
    }
    ArgumentType type = ArgumentType.of(component.getType());
    String name = CAPITAL.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT);
    return new Argument(
        new Parameter(name, type.schemaType(), meaning.value(), !optional, type.choices()), type);
  }

  @Override
  public Stream<Parameter> offered() {
    return Stream.of(parameter);
  }

  @Override
  public Object read(Map<String, Object> values) {
    String text = text(values.get(parameter.name()));
    return text.isEmpty() && !parameter.required()
        ? type.absent()
        : type.reading().of(parameter.name(), text);
  }

  /** Stripped; empty when absent. */
  private String text(Object value) {
    String text = value == null ? "" : CONTROL.matcher(value.toString()).replaceAll("").strip();
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidArgument(
          parameter.name() + " is longer than " + LONGEST_TEXT + " characters");
    }
    return text;
  }
}
