package io.conserje.conversation.models;

import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Tokens;

/** What may be spent on models that cost money, per conversation and per house and day. */
public interface TokenBudget {

  /** Nobody counts. */
  TokenBudget ENDLESS =
      new TokenBudget() {
        @Override
        public boolean allows(ModelRequest request) {
          return true;
        }

        @Override
        public void spend(ModelRequest request, String model, Tokens tokens) {}
      };

  /** Whether anything is left for this conversation and for the house today. */
  boolean allows(ModelRequest request);

  void spend(ModelRequest request, String model, Tokens tokens);
}
