package io.conserje.conversation;

/**
 * What understands the guest and finds the words. It never owns a fact: prices, hours,
 * availability, dates and codes come from tools.
 */
public interface LanguageModel {

  /** For the record of each turn: which model answered. */
  String name();

  ModelAnswer answer(ModelRequest request);
}
