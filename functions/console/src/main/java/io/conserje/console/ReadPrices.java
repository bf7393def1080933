package io.conserje.console;

import io.conserje.call.CallPrices;
import io.conserje.connectors.lambda.Settings;
import io.conserje.names.Variable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator says a unit costs. A table that cannot be read says nothing. */
final class ReadPrices implements Supplier<CallPrices> {

  private static final Logger LOG = LoggerFactory.getLogger(ReadPrices.class);

  private final Settings settings;
  private final ObjectMapper json;

  ReadPrices(Settings settings, ObjectMapper json) {
    this.settings = settings;
    this.json = json;
  }

  @Override
  public CallPrices get() {
    return settings
        .find(Variable.CALL_PRICES)
        .filter(text -> !text.isBlank())
        .map(this::read)
        .orElse(CallPrices.NONE);
  }

  private CallPrices read(String text) {
    try {
      return CallPrices.of(json.readValue(text, Argument.mapOf(String.class, Object.class)));
    } catch (IOException | IllegalArgumentException broken) {
      LOG.error("{} cannot be read; calls are shown without what they cost.", Variable.CALL_PRICES);
      return CallPrices.NONE;
    }
  }
}
