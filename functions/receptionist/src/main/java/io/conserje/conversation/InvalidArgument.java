package io.conserje.conversation;

/** What a model got wrong, in words a model can use. */
final class InvalidArgument extends RuntimeException {

  InvalidArgument(String message) {
    super(message);
  }
}
