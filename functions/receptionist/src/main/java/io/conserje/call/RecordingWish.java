package io.conserje.call;

import java.util.regex.Pattern;

/** Whether a guest says that they do not want to be recorded. */
public final class RecordingWish {

  private static final Pattern NOT =
      Pattern.compile(
          "\\bno (me|nos|quiero que|queremos que|deseo que|autorizo)\\b[^.?!]{0,30}\\bgrab"
              + "|\\b(sin|nada de) grabar"
              + "|\\b(deje|deja|dejen|dejar|pare|para|paren|apague|apaga|quite|quita)\\b[^.?!]{0,20}\\bgraba"
              + "|\\bno (grabe|grabes|graben)\\b"
              + "|\\b(don't|do not|not to|stop|without|not)\\b[^.?!]{0,25}\\brecord(ed|ing)?\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private RecordingWish() {}

  public static boolean refuses(String words) {
    return NOT.matcher(words.replace('’', '\'')).find();
  }
}
