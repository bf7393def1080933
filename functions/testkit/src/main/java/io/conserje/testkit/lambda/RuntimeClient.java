package io.conserje.testkit.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * AWS's own runtime interface client, as it stands in every Lambda runtime: its jars and its native
 * library.
 */
public final class RuntimeClient {

  static final String MAIN_CLASS = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /**
   * Names the native library; without it the client would unpack one to a shared name under {@code
   * /tmp}.
   */
  static final String NATIVE_LIBRARY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private RuntimeClient() {}

  /** Its jars, taken from this JVM's own class path. */
  public static List<Path> jars() {
    return Stream.of(
            MAIN_CLASS,
            "com.amazonaws.services.lambda.runtime.RequestHandler",
            "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
            "software.amazon.awssdk.utilslite.SdkInternalThreadLocal")
        .map(RuntimeClient::jarOf)
        .toList();
  }

  /** Copies the native library for this machine into a folder. */
  static Path unpackNativeLibrary(Path folder) {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String resource = "/jni/libaws-lambda-jni.linux-" + machine + ".so";
    try (InputStream library = load(MAIN_CLASS).getResourceAsStream(resource)) {
      Path target = folder.resolve("libaws-lambda-jni.so");
      Files.copy(library, target);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jarOf(String className) {
    try {
      return Path.of(load(className).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String className) {
    try {
      return Class.forName(className, false, RuntimeClient.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The runtime interface client is not on the class path.", e);
    }
  }
}
