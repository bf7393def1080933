package io.conserje.conversations;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/** The class path as it would be without the deployables: their beans are not seen. */
final class WithoutFunctions extends ClassLoader {

  WithoutFunctions() {
    super(WithoutFunctions.class.getClassLoader());
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return Collections.enumeration(
        Collections.list(super.getResources(name)).stream()
            .filter(resource -> !Deployable.isOfAny(resource.toString()))
            .toList());
  }
}
