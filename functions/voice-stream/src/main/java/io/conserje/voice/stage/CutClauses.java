package io.conserje.voice.stage;

import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what the house says where a voice can pause. The first piece is short, so that something is
 * heard early; those after it are whole sentences.
 */
public final class CutClauses implements Stage {

  private static final int SHORTEST_FIRST = 12;
  private static final int SHORTEST = 24;
  private static final int LONGEST = 240;

  private final Next next;

  public CutClauses(CallSession call, Next next) {
    this.next = next;
  }

  @Override
  public void take(Signal signal) {
    if (signal instanceof Signal.Say(int line, String text)) {
      List<Integer> cuts = cuts(text);
      int from = 0;
      for (int number = 0; number < cuts.size(); number++) {
        int to = cuts.get(number);
        boolean last = number == cuts.size() - 1;
        next.hand(new Signal.Clause(line, number, from, text.substring(from, to), last));
        from = to;
      }
    } else {
      next.hand(signal);
    }
  }

  /** Ends of clauses; the last one is the end of the text. */
  private static List<Integer> cuts(String text) {
    List<Integer> cuts = new ArrayList<>();
    int from = 0;
    for (int at = 1; at < text.length(); at++) {
      if (mayEnd(text, from, at, cuts.isEmpty()) && !text.substring(at).isBlank()) {
        cuts.add(at);
        from = at;
      }
    }
    cuts.add(text.length());
    return cuts;
  }

  private static boolean mayEnd(String text, int from, int at, boolean first) {
    if (!Character.isWhitespace(text.charAt(at))) {
      return false;
    }
    char before = text.charAt(at - 1);
    int length = at - from;
    boolean sentence = ".!?…:;".indexOf(before) >= 0 || text.charAt(at) == '\n';
    boolean comma = before == ',';
    return sentence && length >= (first ? SHORTEST_FIRST : SHORTEST)
        || comma && (first && length >= SHORTEST || length >= LONGEST / 2)
        || length >= LONGEST;
  }
}
