package io.conserje.conversation.builtin;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How much of what a guest writes is read. No guest of any channel needs more, and a pattern that
 * goes word by word through an endless message takes a stack as deep as that.
 */
final class AsFarAsRead {

  /** In characters: of words of one letter already four times as many are too deep. */
  private static final int MOST = 1_000;

  private AsFarAsRead() {}

  /** Of what is to be answered the last words count, of each message its first. */
  static ModelRequest of(ModelRequest request) {
    return request.after(
        request.history().stream().map(message -> cut(message, MOST)).toList(),
        newest(request.unanswered()),
        request.memory(),
        request.steps());
  }

  private static List<Message> newest(List<Message> messages) {
    Deque<Message> read = new ArrayDeque<>();
    int room = MOST;
    for (Message message : messages.reversed()) {
      Message cut = cut(message, room);
      room -= cut.text().length();
      read.addFirst(cut);
    }
    return List.copyOf(read);
  }

  private static Message cut(Message message, int most) {
    String text = message.text();
    if (text.length() <= most) {
      return message;
    }
    int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return new Message(
        message.position(),
        message.from(),
        text.substring(0, end),
        message.at(),
        message.kind(),
        message.answers(),
        message.hearing());
  }
}
