package io.conserje.connectors.lambda;

/** A setting that the function cannot work without. A function answers 503 and logs the name. */
public final class MissingSetting extends RuntimeException {

  private final String name;

  public MissingSetting(String name) {
    super(name + " is not set, neither in the environment nor in its secret.");
    this.name = name;
  }

  public String name() {
    return name;
  }
}
