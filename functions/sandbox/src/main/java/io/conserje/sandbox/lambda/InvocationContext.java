package io.conserje.sandbox.lambda;

import io.conserje.names.LambdaFunction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** The Lambda {@code Context} of one invocation, made for the function's own class loader. */
final class InvocationContext {

  static final String CONTEXT = "com.amazonaws.services.lambda.runtime.Context";
  private static final String LOGGER = "com.amazonaws.services.lambda.runtime.LambdaLogger";

  private InvocationContext() {}

  static Object create(LambdaFunction function, ClassLoader loader) throws ClassNotFoundException {
    String requestId = UUID.randomUUID().toString();
    long started = System.nanoTime();
    Object logger = proxy(loader, LOGGER, (self, method, arguments) -> log(function, arguments));
    return proxy(
        loader,
        CONTEXT,
        (self, method, arguments) -> {
          Object value = value(method, function, requestId, started);
          return method.getName().equals("getLogger") ? logger : value;
        });
  }

  private static Object value(
      Method method, LambdaFunction function, String requestId, long started) {
    return switch (method.getName()) {
      case "getAwsRequestId", "toString" -> requestId;
      case "getFunctionName" -> function.name();
      case "getFunctionVersion" -> "1";
      case "getInvokedFunctionArn" ->
          "arn:aws:lambda:eu-west-1:000000000000:function:" + function.name() + ":live";
      case "getLogGroupName" -> "/aws/lambda/" + function.name();
      case "getLogStreamName" -> "sandbox";
      case "getMemoryLimitInMB" -> function.memoryMb();
      case "getRemainingTimeInMillis" -> remaining(function.timeout(), started);
      case "hashCode" -> requestId.hashCode();
      default -> null;
    };
  }

  private static int remaining(Duration timeout, long started) {
    return (int) Math.max(0, timeout.toMillis() - (System.nanoTime() - started) / 1_000_000);
  }

  private static Object log(LambdaFunction function, Object[] arguments) {
    Object line = arguments[0] instanceof byte[] bytes ? new String(bytes) : arguments[0];
    LoggerFactory.getLogger(function.name()).info("{}", line);
    return null;
  }

  private static Object proxy(ClassLoader loader, String type, InvocationHandler handler)
      throws ClassNotFoundException {
    return Proxy.newProxyInstance(loader, new Class<?>[] {loader.loadClass(type)}, handler);
  }

  /** What the handler threw, not how it was called. */
  static Throwable cause(Throwable thrown) {
    return thrown instanceof InvocationTargetException target
        ? target.getTargetException()
        : thrown;
  }
}
