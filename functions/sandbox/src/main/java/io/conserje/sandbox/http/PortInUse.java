package io.conserje.sandbox.http;

/** Somebody else listens there already. */
public final class PortInUse extends RuntimeException {

  public PortInUse(int port, String variable) {
    super(
        "Port "
            + port
            + " is in use. Set "
            + variable
            + " to a free port (or 0 for any), for example: "
            + variable
            + "="
            + (port + 1000)
            + " mvn -Psandbox");
  }
}
