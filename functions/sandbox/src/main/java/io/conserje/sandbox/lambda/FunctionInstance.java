package io.conserje.sandbox.lambda;

import io.conserje.names.LambdaFunction;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One execution environment: one handler, one event at a time, on its own thread. */
final class FunctionInstance implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FunctionInstance.class);
  private static final long START_SECONDS = 120;

  private final LambdaFunction function;
  private final ClassLoader loader;
  private final ExecutorService thread;
  private Object handler;
  private Invocation invocation;

  private FunctionInstance(LambdaFunction function, ClassLoader loader) {
    this.function = function;
    this.loader = loader;
    this.thread = Executors.newSingleThreadExecutor(this::thread);
  }

  static FunctionInstance start(
      LambdaFunction function,
      ClassLoader loader,
      Map<String, String> environment,
      InstantSource clock) {
    FunctionInstance instance = new FunctionInstance(function, loader);
    try {
      instance.onThread(() -> instance.construct(environment, clock), START_SECONDS * 1000);
      return instance;
    } catch (RuntimeException e) {
      instance.thread.shutdownNow();
      throw e;
    }
  }

  /** The answer as JSON. */
  String handle(String event) {
    return onThread(() -> handleHere(event), function.timeout().toMillis());
  }

  private String construct(Map<String, String> environment, InstantSource clock) throws Exception {
    Class<?> type = loader.loadClass(function.handler());
    handler = type.getConstructor(Map.class, InstantSource.class).newInstance(environment, clock);
    invocation = Invocation.of(type, loader);
    return "";
  }

  private String handleHere(String event) throws Exception {
    Object context = InvocationContext.create(function, loader);
    return invocation.of(handler, event, context);
  }

  private String onThread(java.util.concurrent.Callable<String> work, long millis) {
    Future<String> future = thread.submit(work);
    try {
      return future.get(millis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = InvocationContext.cause(e.getCause());
      LOG.error("{} failed.", function.name(), cause);
      throw new FunctionFailed(function.name(), "failed: " + cause, cause);
    } catch (TimeoutException e) {
      future.cancel(true);
      LOG.error("{} timed out after {} ms.", function.name(), millis);
      throw new FunctionTimedOut(function.name(), millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FunctionFailed(function.name(), "was interrupted", e);
    }
  }

  private Thread thread(Runnable work) {
    Thread made = new Thread(work, function.name());
    made.setContextClassLoader(loader);
    made.setDaemon(true);
    return made;
  }

  @Override
  public void close() {
    try {
      if (handler instanceof AutoCloseable closeable) {
        onThread(
            () -> {
              closeable.close();
              return "";
            },
            5000);
      }
    } catch (RuntimeException e) {
      LOG.warn("{} did not close: {}", function.name(), e.getMessage());
    }
    thread.shutdownNow();
  }
}
