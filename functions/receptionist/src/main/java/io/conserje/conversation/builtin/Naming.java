package io.conserje.conversation.builtin;

/** Whose name a booking is in, as long as the guest has not said it. */
final class Naming {

  private final Turn turn;
  private final Memory memory;

  Naming(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  boolean known() {
    return memory.wish.name() != null || memory.knownName != null || byChannel();
  }

  /** Puts the name into the wish that was used before, or that the channel knows. */
  void propose() {
    if (memory.knownName != null) {
      memory.wish = memory.wish.withName(memory.knownName);
    } else if (byChannel()) {
      memory.wish = memory.wish.withName(ofChannel());
    }
  }

  /** The name that is known, where a guest says only the beginning of it, or none. */
  static String fuller(String said, String known) {
    boolean whole =
        said == null || known != null && Tokens.plain(known).startsWith(Tokens.plain(said) + " ");
    return whole ? known : said;
  }

  boolean byChannel() {
    return WrittenName.plausible(turn.request().guest().name());
  }

  String ofChannel() {
    String name = turn.request().guest().name().strip();
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
