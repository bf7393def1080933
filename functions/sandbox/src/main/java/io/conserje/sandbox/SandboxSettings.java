package io.conserje.sandbox;

import io.conserje.names.Variable;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every value in force, shared live with all functions and providers. */
public final class SandboxSettings {

  private final Map<String, String> values = new ConcurrentHashMap<>();
  private volatile URI gateway;

  /**
   * @param gateway where the functions really are, whatever {@code PUBLIC_BASE_URL} says
   */
  public SandboxSettings(URI gateway, Map<String, String> values) {
    this.gateway = gateway;
    this.values.putAll(values);
  }

  /** What the functions see as their environment. */
  public Map<String, String> environment() {
    return values;
  }

  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** A null takes the value away. */
  public void set(String name, String value) {
    if (value == null) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
  }

  public String twilioAccount() {
    return get(Variable.TWILIO_ACCOUNT_SID);
  }

  /** Twilio signs with the primary token. */
  public String twilioToken() {
    return twilioTokens().getFirst();
  }

  public List<String> twilioTokens() {
    return Arrays.stream(get(Variable.TWILIO_AUTH_TOKEN).split(",", -1))
        .map(String::strip)
        .toList();
  }

  public String publicBaseUrl() {
    return get(Variable.PUBLIC_BASE_URL).replaceAll("/+$", "");
  }

  /** From now on providers reach the house by another address, whoever stands there. */
  public void reachedBy(URI other) {
    gateway = other;
  }

  /** Where a public address of the house is really to be found. */
  public String reachable(String url) {
    String base = publicBaseUrl();
    return !base.isEmpty() && url.startsWith(base) ? gateway + url.substring(base.length()) : url;
  }
}
