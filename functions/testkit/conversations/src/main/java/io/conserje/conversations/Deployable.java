package io.conserje.conversations;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One deployable of a class path that holds several: what belongs to the others is not there, and
 * it shares no class with anybody but the events Lambda hands over.
 */
final class Deployable extends URLClassLoader {

  private static final List<String> FOLDERS = List.of("turns", "follow-ups", "console");
  private static final String SHARED = "com.amazonaws.services.lambda.runtime.";

  private Deployable(URL[] classPath) {
    super(classPath, ClassLoader.getPlatformClassLoader());
  }

  /**
   * @param folder {@code turns}, {@code follow-ups} or {@code console}
   */
  static Deployable of(String folder) {
    return new Deployable(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> FOLDERS.stream().noneMatch(f -> !f.equals(folder) && isOf(f, entry)))
            .map(Deployable::url)
            .toArray(URL[]::new));
  }

  static boolean isOfAny(String entry) {
    return FOLDERS.stream().anyMatch(folder -> isOf(folder, entry));
  }

  private static boolean isOf(String folder, String entry) {
    return entry.replace(File.separatorChar, '/').contains("/functions/" + folder + "/target/");
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The handler as Lambda would make it, but for the environment and the clock. */
  <T> T handler(String name, Map<String, String> environment, InstantSource clock) {
    return within(() -> made(name, environment, clock));
  }

  /** Works as on a thread of its own process: libraries look for their services here. */
  <T> T within(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @SuppressWarnings("unchecked")
  private <T> T made(String name, Map<String, String> environment, InstantSource clock) {
    try {
      return (T)
          loadClass(name)
              .getConstructor(Map.class, InstantSource.class)
              .newInstance(environment, clock);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " did not start", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(SHARED)
        ? Deployable.class.getClassLoader().loadClass(name)
        : super.loadClass(name, resolve);
  }
}
