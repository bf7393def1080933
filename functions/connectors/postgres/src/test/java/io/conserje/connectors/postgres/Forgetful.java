package io.conserje.connectors.postgres;

import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.regex.Pattern;

/** Deletes the venue condition from every statement on its way to the database. */
final class Forgetful {

  private static final Pattern VENUE_CONDITION = Pattern.compile("(\\w+\\.)?\\bvenue = \\?");

  /** How many conditions it has deleted. */
  int deleted;

  @SuppressWarnings("unchecked") // the callbacks' connections are the caller's
  Sql sql(TransactionOperations<Connection> transactions) {
    return new Sql(
        proxy(
            TransactionOperations.class,
            transactions,
            (method, arguments) -> {
              for (int i = 0; arguments != null && i < arguments.length; i++) {
                if (arguments[i] instanceof TransactionCallback<?, ?>) {
                  arguments[i] = forgetting((TransactionCallback<Connection, Object>) arguments[i]);
                }
              }
            }));
  }

  private TransactionCallback<Connection, Object> forgetting(
      TransactionCallback<Connection, Object> callback) {
    return status -> callback.call(status(status));
  }

  @SuppressWarnings("unchecked") // a status holds a connection here
  private TransactionStatus<Connection> status(TransactionStatus<?> status) {
    Connection connection =
        proxy(
            Connection.class,
            (Connection) status.getConnection(),
            (method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                arguments[0] = forget((String) arguments[0]);
              }
            });
    return (TransactionStatus<Connection>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {TransactionStatus.class},
            (self, method, arguments) ->
                method.getName().equals("getConnection")
                    ? connection
                    : invoke(status, method, arguments));
  }

  private String forget(String statement) {
    deleted += (int) VENUE_CONDITION.matcher(statement).results().count();
    return VENUE_CONDITION.matcher(statement).replaceAll("?::text IS NOT NULL");
  }

  private interface Change {
    void to(Method method, Object[] arguments);
  }

  private static <T> T proxy(Class<? super T> type, T real, Change change) {
    InvocationHandler handler =
        (self, method, arguments) -> {
          change.to(method, arguments);
          return invoke(real, method, arguments);
        };
    @SuppressWarnings("unchecked")
    T proxy = (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    return proxy;
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
