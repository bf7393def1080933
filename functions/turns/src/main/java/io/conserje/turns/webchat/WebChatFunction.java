package io.conserje.turns.webchat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.secretsmanager.SecretsRehearsal;
import io.conserje.conversation.builtin.TalkRehearsal;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.serde.ObjectMapper;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The function named {@code webchat}: the chat on a house's own pages, and what else is fetched
 * without a key.
 */
public final class WebChatFunction extends HttpFunction {

  /** So often that the compilers have looked at what is needed for each message. */
  private static final int REQUESTS = 500;

  private static final int TALKS = 150;

  /** Kept here because the platform holds it only weakly. */
  private final SnapshotHook snapshot;

  private final Supplier<WidgetFile> widget = SupplierUtil.memoized(WidgetFile::new);

  public WebChatFunction() {
    this(FunctionEnvironment.ofProcess());
  }

  public WebChatFunction(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private WebChatFunction(FunctionEnvironment environment) {
    super(FunctionContext.start(WebChatFunction.class, environment, properties()));
    this.snapshot =
        SnapshotHook.register(
            () -> LogLevel.quietly(this::rehearse),
            getApplicationContext().getBean(SecretsManagerSecrets.class)::forget);
  }

  /** A message without a text is refused before any secret is read. */
  private void rehearse() {
    getApplicationContext().getBean(WebChatController.class);
    for (int time = 0; time < REQUESTS; time++) {
      rehearse("POST", "/webchat/messages", "application/json", "e30=");
    }
    TalkRehearsal.hear(TALKS);
    SecretsRehearsal.read(getApplicationContext().getBean(ObjectMapper.class));
  }

  /** The widget's file is nobody's in particular: it needs neither house nor origin. */
  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return WidgetFile.isAskedFor(event)
        ? widget.get().answer(event.getHeaders())
        : super.handleRequest(event, context);
  }

  SnapshotHook snapshot() {
    return snapshot;
  }

  /**
   * Sound goes through the gateway in base64. Nothing is left out of an answer for being empty.
   * Which pages may call is decided by {@link OriginFilter} alone, also for a function that is
   * called as localhost.
   */
  private static Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>(PostgresPool.PROPERTIES);
    properties.put("micronaut.server.cors.localhost-pass-through", true);
    properties.put("micronaut.serde.serialization.inclusion", "ALWAYS");
    properties.put(
        "micronaut.function.binary-types.additional-types", List.of("audio/ogg", "audio/wav"));
    return properties;
  }
}
