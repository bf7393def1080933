package io.conserje.conversation.builtin;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelRequest;

/** Which of the house's two languages a guest writes in, for models that do not say. */
public final class SpokenLanguage {

  private SpokenLanguage() {}

  /** {@code es} or {@code en}; as before where the new words do not tell. */
  public static String of(ModelRequest request) {
    boolean first = request.history().isEmpty() && request.memory().isEmpty();
    Tongue house = Tongue.of(request.venue().language().getLanguage());
    Tongue tongue = first ? null : Tongue.of(request.language());
    for (Message message : request.unanswered()) {
      tongue = LanguageWords.of(Words.of(message.text()), tongue, house);
    }
    return tongue == null ? house.code : tongue.code;
  }
}
