package io.conserje.connectors.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * API Gateway's requests and answers, read and written with the JSON library a function has loaded
 * anyway: the runtime's own costs a cold start hundreds of classes more. The authorizer, which no
 * route of ours has, is left out.
 */
final class GatewayJson {

  private static final Argument<Map<String, Object>> FIELDS =
      Argument.mapOf(String.class, Object.class);

  private final JsonMapper json;

  GatewayJson(JsonMapper json) {
    this.json = json;
  }

  APIGatewayV2HTTPEvent read(InputStream in) throws IOException {
    Map<String, Object> event = json.readValue(in, FIELDS);
    return APIGatewayV2HTTPEvent.builder()
        .withVersion(text(event, "version"))
        .withRouteKey(text(event, "routeKey"))
        .withRawPath(text(event, "rawPath"))
        .withRawQueryString(text(event, "rawQueryString"))
        .withCookies(texts(event, "cookies"))
        .withHeaders(map(event, "headers"))
        .withQueryStringParameters(map(event, "queryStringParameters"))
        .withPathParameters(map(event, "pathParameters"))
        .withStageVariables(map(event, "stageVariables"))
        .withBody(text(event, "body"))
        .withIsBase64Encoded(Boolean.TRUE.equals(event.get("isBase64Encoded")))
        .withRequestContext(context(map(event, "requestContext")))
        .build();
  }

  void write(APIGatewayV2HTTPResponse response, OutputStream out) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("statusCode", response.getStatusCode());
    put(fields, "headers", response.getHeaders());
    put(fields, "multiValueHeaders", response.getMultiValueHeaders());
    put(fields, "cookies", response.getCookies());
    put(fields, "body", response.getBody());
    fields.put("isBase64Encoded", response.getIsBase64Encoded());
    json.writeValue(out, FIELDS, fields);
  }

  private static RequestContext context(Map<String, Object> context) {
    return context == null
        ? null
        : RequestContext.builder()
            .withRouteKey(text(context, "routeKey"))
            .withAccountId(text(context, "accountId"))
            .withStage(text(context, "stage"))
            .withApiId(text(context, "apiId"))
            .withDomainName(text(context, "domainName"))
            .withDomainPrefix(text(context, "domainPrefix"))
            .withTime(text(context, "time"))
            .withTimeEpoch(context.get("timeEpoch") instanceof Number at ? at.longValue() : 0)
            .withRequestId(text(context, "requestId"))
            .withHttp(http(map(context, "http")))
            .build();
  }

  private static RequestContext.Http http(Map<String, Object> http) {
    return http == null
        ? null
        : RequestContext.Http.builder()
            .withMethod(text(http, "method"))
            .withPath(text(http, "path"))
            .withProtocol(text(http, "protocol"))
            .withSourceIp(text(http, "sourceIp"))
            .withUserAgent(text(http, "userAgent"))
            .build();
  }

  private static String text(Map<String, Object> fields, String name) {
    Object value = fields.get(name);
    return value == null ? null : value.toString();
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Map<String, Object> fields, String name) {
    return (List<String>) fields.get(name);
  }

  @SuppressWarnings("unchecked")
  private static <T> Map<String, T> map(Map<String, Object> fields, String name) {
    return (Map<String, T>) fields.get(name);
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
