package io.conserje.conversation.models;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.LanguageModel.Listener;
import io.conserje.conversation.ModelRequest;

/** One model that is asked, and what is heard of its answer while it is made. */
record Attempt(LanguageModel model, ModelRequest request, Heard heard, Listener words) {

  Attempt(LanguageModel model, ModelRequest request, Heard heard) {
    this(model, request, heard, new SafeWords(request, heard));
  }
}
