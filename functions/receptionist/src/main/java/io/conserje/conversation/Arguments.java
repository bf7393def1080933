package io.conserje.conversation;

import io.conserje.conversation.ToolSpec.Parameter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a tool is asked, stated once as a record: a model's parameters are its components, and what
 * the model passes is read into it. A record within it is a group that several tools share; its
 * components stand among the others, under their own names. Every other component has a {@link
 * Meaning}.
 *
 * <p>Absent are the empty text, zero, false, and null for whatever else there is. A text that has
 * to be there and is not is empty, too: what that means is the verb's to say.
 */
public final class Arguments<T extends Record> {

  private final Constructor<T> made;
  private final List<Slot> slots;

  /** What fills one component of the record. */
  interface Slot {

    Stream<Parameter> offered();

    Object read(Map<String, Object> values);
  }

  private record Group(Arguments<?> of) implements Slot {

    @Override
    public Stream<Parameter> offered() {
      return of.slots.stream().flatMap(Slot::offered);
    }

    @Override
    public Object read(Map<String, Object> values) {
      return of.read(values);
    }
  }

  private Arguments(Class<T> asked, boolean optional) {
    RecordComponent[] components = asked.getRecordComponents();
    this.slots = Arrays.stream(components).map(c -> slot(c, optional)).toList();
    this.made = canonical(asked, components);
  }

  /** Looks at the record once; to be kept, not to be asked for with each call. */
  public static <T extends Record> Arguments<T> of(Class<T> asked) {
    Arguments<T> arguments = new Arguments<>(asked, false);
    long names = arguments.parameters().stream().map(Parameter::name).distinct().count();
    if (names < arguments.parameters().size()) {
      throw new IllegalArgumentException(asked.getName() + " has two arguments of one name");
    }
    return arguments;
  }

  private static Slot slot(RecordComponent component, boolean optional) {
    boolean absent = optional || component.isAnnotationPresent(MayBeAbsent.class);
    return component.getType().isRecord()
        ? new Group(new Arguments<>(component.getType().asSubclass(Record.class), absent))
        : Argument.of(component, absent);
  }

  private static <T extends Record> Constructor<T> canonical(
      Class<T> asked, RecordComponent[] components) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<T> canonical = asked.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  public List<Parameter> parameters() {
    return slots.stream().flatMap(Slot::offered).toList();
  }

  public T read(ToolCall call) {
    return read(call.arguments());
  }

  /**
   * @param values as JSON types; what the record does not have is not looked at
   */
  public T read(Map<String, Object> values) {
    Object[] components = slots.stream().map(slot -> slot.read(values)).toArray();
    try {
      return made.newInstance(components);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException thrown
          ? thrown
          : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
