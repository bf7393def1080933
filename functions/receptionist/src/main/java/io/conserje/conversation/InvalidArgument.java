package io.conserje.conversation;

/** What a model got wrong, in words a model can use. */
public final class InvalidArgument extends RuntimeException {

  public InvalidArgument(String message) {
    super(message);
  }
}
