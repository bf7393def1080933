package io.conserje.connectors.postgres;

import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.Tokens;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.stay.Quote;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What is kept in {@code jsonb} columns. */
@SerdeImport(ModelAnswer.class)
@SerdeImport(Tokens.class)
@SerdeImport(ToolCall.class)
@SerdeImport(ToolResult.class)
@SerdeImport(Quote.class)
@SerdeImport(Quote.NightPrice.class)
@SerdeImport(Quote.Extra.class)
public final class Json {

  private final ObjectMapper mapper;

  public Json(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T read(String json, Argument<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T read(String json, Class<T> type) {
    return read(json, Argument.of(type));
  }
}
