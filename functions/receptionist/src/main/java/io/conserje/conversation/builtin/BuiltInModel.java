package io.conserje.conversation.builtin;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Tokens;

/**
 * A language model of rules and tables, in Spanish and English, that needs no network. It keeps
 * nothing between calls: what it has to remember goes into the answer's memory.
 */
public final class BuiltInModel implements LanguageModel {

  public static final String NAME = "built-in";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isAtHand() {
    return true;
  }

  @Override
  public ModelAnswer answer(ModelRequest asked) {
    ModelRequest request = AsFarAsRead.of(asked);
    return TakeOver.told(request, own(request)).by(NAME, Tokens.NONE);
  }

  private static ModelAnswer own(ModelRequest request) {
    return TakeOver.onlyTells(request)
        ? ModelAnswer.say("", TakeOver.memoryAfter(request), request.language())
        : new Dialogue(AsFarAsRead.of(TakeOver.asOwn(request))).answer();
  }
}
