package io.conserje.sandbox.lambda;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * The one program that runs all the time, from its package as the image has it: it listens on its
 * own port, where WebSockets come to it without the gateway.
 */
public final class VoiceHost implements AutoCloseable {

  private static final String MODULE = "voice-stream";
  private static final String PROGRAM = "io.conserje.voice.VoiceStream";

  private final AutoCloseable program;
  private final int port;

  private VoiceHost(AutoCloseable program, int port) {
    this.program = program;
    this.port = port;
  }

  /**
   * @param modules the folder that holds {@code <module>/target/image}
   * @param environment live: a changed value is seen at its next use
   * @param port 0 for any free one
   */
  public static VoiceHost start(
      Path modules, Map<String, String> environment, InstantSource clock, int port) {
    Path image = modules.resolve(MODULE).resolve("target/image");
    URLClassLoader loader = DeploymentPackage.at(image).loader(MODULE);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Class<?> type = loader.loadClass(PROGRAM);
      Object program =
          type.getConstructor(Map.class, InstantSource.class, String.class, int.class)
              .newInstance(environment, clock, "127.0.0.1", port);
      int listens = (int) type.getMethod("port").invoke(program);
      return new VoiceHost((AutoCloseable) program, listens);
    } catch (ReflectiveOperationException fault) {
      throw new IllegalStateException(
          "The host of calls did not start: " + fault.getCause(), fault);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() throws Exception {
    program.close();
  }
}
