package io.conserje.conversation.builtin;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;

/**
 * A language model of rules and tables, in Spanish and English, that needs no network. It keeps
 * nothing between calls: what it has to remember goes into the answer's memory.
 */
public final class BuiltInModel implements LanguageModel {

  @Override
  public String name() {
    return "built-in";
  }

  @Override
  public ModelAnswer answer(ModelRequest request) {
    return new Dialogue(request).answer();
  }
}
