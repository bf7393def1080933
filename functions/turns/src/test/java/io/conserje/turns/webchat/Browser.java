package io.conserje.turns.webchat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.htmlunit.BrowserVersion;
import org.htmlunit.ScriptException;
import org.htmlunit.WebClient;
import org.htmlunit.WebConnection;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.WebResponseData;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.htmlunit.javascript.DefaultJavaScriptErrorListener;
import org.htmlunit.javascript.host.event.KeyboardEvent;
import org.htmlunit.util.NameValuePair;

/**
 * A browser in Java on a house's page, its chat answered by the real function. It knows no shadow
 * DOM and no stylesheets made by scripts: what older browsers get is what is tested with it.
 */
final class Browser implements WebConnection {

  static final String SITE = "https://www.example.com/";
  static final String API = "https://api.example.com";

  private static final int PATIENCE_SECONDS = 90;

  private final Chat chat;
  private final WebClient client;

  /** What the function is asked, as {@code POST /webchat/messages}. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  final List<String> faults = new CopyOnWriteArrayList<>();

  /** What of the answers, if anything, does not reach the browser. */
  Predicate<String> lost = _ -> false;

  String lang = "es";
  String attributes = "";
  HtmlPage page;

  Browser(Chat chat, String language) {
    this.chat = chat;
    BrowserVersion.BrowserVersionBuilder version =
        new BrowserVersion.BrowserVersionBuilder(BrowserVersion.CHROME);
    version.setBrowserLanguage(language);
    version.setAcceptLanguageHeader(language);
    this.client = new WebClient(version.build());
    client.getOptions().setFetchPolyfillEnabled(true);
    client.getOptions().setThrowExceptionOnScriptError(false);
    client.getOptions().setPrintContentOnFailingStatusCode(false);
    client.getOptions().setCssEnabled(false);
    client.setJavaScriptErrorListener(
        new DefaultJavaScriptErrorListener() {
          @Override
          public void scriptException(HtmlPage page, ScriptException fault) {
            faults.add(fault.toString());
          }
        });
    client.setWebConnection(this);
  }

  Browser go(String path) {
    try {
      page = client.getPage(SITE + path);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On the page, with the button there and ready. */
  Browser arrive(String path) {
    go(path);
    until(() -> find(".conserje-launcher[aria-label]") != null);
    return this;
  }

  /** The same, with the window open. */
  Browser open(String path) {
    arrive(path);
    click(".conserje-launcher");
    return this;
  }

  DomElement find(String selector) {
    return page.querySelector(selector);
  }

  List<String> texts(String selector) {
    return page.querySelectorAll(selector).stream().map(node -> node.getTextContent()).toList();
  }

  /** What the house has said, without who said it. */
  List<String> house() {
    return texts(".conserje-line.house, .conserje-line.person").stream()
        .map(text -> text.substring(text.indexOf(": ") + 2))
        .toList();
  }

  List<String> choices() {
    return texts(".conserje-choices button");
  }

  boolean shows(String selector) {
    return find(selector) != null && !find(selector).hasAttribute("hidden");
  }

  void click(String selector) {
    click(find(selector));
  }

  void click(DomElement element) {
    try {
      element.click();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void say(String text) {
    type(text);
    press(KeyboardEvent.DOM_VK_RETURN);
  }

  /** A key where the focus is. */
  void press(int key) {
    ((HtmlElement) page.getFocusedElement()).type(key);
  }

  void type(String text) {
    try {
      ((HtmlTextArea) find("#conserje-text")).type(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the page until something has come true there. */
  void until(BooleanSupplier wished) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!wished.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Never came true. " + faults + " " + asked + "\n" + page.asXml());
      }
      client.waitForBackgroundJavaScript(20);
    }
  }

  Object value(String script) {
    return page.executeJavaScript(script).getJavaScriptResult();
  }

  @Override
  public WebResponse getResponse(WebRequest request) throws IOException {
    URI address = URI.create(request.getUrl().toString());
    if (!API.contains(address.getHost())) {
      return response(request, 200, Map.of("Content-Type", "text/html; charset=utf-8"), site());
    }
    String what = request.getHttpMethod() + " " + address.getPath();
    asked.add(what);
    APIGatewayV2HTTPResponse answer = chat.call(event(request, address));
    if (lost.test(what)) {
      throw new IOException("cut off");
    }
    return response(
        request,
        answer.getStatusCode(),
        answer.getHeaders(),
        Objects.toString(answer.getBody(), "").getBytes(StandardCharsets.UTF_8));
  }

  private byte[] site() {
    return """
    <!doctype html><html %s><head><title>x</title></head><body><p>La casa</p>
    <script src="%s/webchat/widget.js" data-venue="restaurante" %s></script></body></html>
    """
        .formatted(lang.isEmpty() ? "" : "lang=" + lang, API, attributes)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static APIGatewayV2HTTPEvent event(WebRequest request, URI address) {
    Map<String, String> headers = new HashMap<>();
    request
        .getAdditionalHeaders()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    headers.remove("accept-encoding");
    String body = request.getRequestBody();
    APIGatewayV2HTTPEvent event =
        Chat.event(request.getHttpMethod().toString(), address.getPath(), headers, "203.0.113.7");
    event.setQueryStringParameters(query(request));
    if (body != null) {
      event.setBody(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
      event.setIsBase64Encoded(true);
    }
    return event;
  }

  private static Map<String, String> query(WebRequest request) {
    Map<String, String> query = new HashMap<>();
    for (NameValuePair pair : request.getParameters()) {
      query.put(pair.getName(), pair.getValue());
    }
    return query;
  }

  private static WebResponse response(
      WebRequest request, int status, Map<String, String> headers, byte[] body) {
    List<NameValuePair> pairs = new ArrayList<>();
    headers.forEach((name, value) -> pairs.add(new NameValuePair(name, value)));
    return new WebResponse(new WebResponseData(body, status, "-", pairs), request, 1);
  }

  void leave() {
    client.close();
  }

  /** The client closes what it fetches by; there is nothing to close here. */
  @Override
  public void close() {}
}
