package io.conserje.connectors.lambda.logs;

import java.time.Instant;
import java.util.Map;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** Writes a line for what is logged under one name. */
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {

  private static final long serialVersionUID = 1;

  JsonLogger(String name) {
    this.name = name;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] arguments, Throwable fault) {
    JsonLine line = begin(level, MessageFormatter.basicArrayFormat(pattern, arguments));
    end(line, fault);
  }

  /** What is logged with {@code addKeyValue}: the values become fields and never enter the text. */
  @Override
  public void log(LoggingEvent event) {
    String text = MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray());
    JsonLine line = begin(event.getLevel(), text);
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        line.field(pair.key, String.valueOf(pair.value));
      }
    }
    end(line, event.getThrowable());
  }

  private JsonLine begin(Level level, String text) {
    return new JsonLine()
        .field("timestamp", Instant.ofEpochMilli(System.currentTimeMillis()).toString())
        .field("level", level.name())
        .field("logger", name)
        .field("message", text);
  }

  private static void end(JsonLine line, Throwable fault) {
    Map<String, String> fields = MDC.getCopyOfContextMap();
    if (fields != null) {
      fields.forEach(line::field);
    }
    if (fault != null) {
      line.fault(fault);
    }
    System.out.println(line.end());
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isTraceEnabled() {
    return LogLevel.writes(name, Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return LogLevel.writes(name, Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return LogLevel.writes(name, Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return LogLevel.writes(name, Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return LogLevel.writes(name, Level.ERROR);
  }
}
