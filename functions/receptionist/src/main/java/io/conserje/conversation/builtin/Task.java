package io.conserje.conversation.builtin;

/** What the question that is open belongs to, where it is not a new table. */
enum Task {
  /** A new table, or nothing yet. */
  TABLE,
  /** A reservation that is to become another. */
  CHANGE,
  /** A room. */
  STAY,
  STAY_CHANGE,
  STAY_CANCEL,
  /** A guest who wants to leave later or come earlier. */
  STAY_HOURS
}
