package io.conserje.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/**
 * One deployment package on a class path that holds several: its own classes and beans are seen,
 * those of the others are not, as if each stood alone.
 */
final class Deployable extends ClassLoader {

  static final Map<String, String> FOLDERS =
      Map.of(
          "io.conserje.turns.", "turns",
          "io.conserje.followups.", "follow-ups",
          "io.conserje.console.", "console");

  private final String own;

  /**
   * @param own the beginning of its package's names; empty for none, so that every deployable is
   *     hidden
   */
  Deployable(String own) {
    super(Deployable.class.getClassLoader());
    this.own = own;
  }

  /** The handler as Lambda would make it, but for the environment and the clock. */
  @SuppressWarnings("unchecked")
  <T> T handler(String name, Map<String, String> environment, InstantSource clock) {
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
    if (own.isEmpty() || !name.startsWith(own)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> seen =
        Collections.list(super.getResources(name)).stream().filter(this::mine).toList();
    return Collections.enumeration(seen);
  }

  /** Resources of another deployable stand in its own folder or archive. */
  private boolean mine(URL resource) {
    return FOLDERS.entrySet().stream()
        .filter(deployable -> !deployable.getKey().equals(own))
        .noneMatch(other ->
            resource.toString().matches(".*/" + other.getValue() + "(/target/classes/|-\\d).*"));
  }
}
