package io.conserje.connectors.languagemodel;

import io.conserje.conversation.ModelFailed;
import io.conserje.conversation.ModelFailed.Why;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes events of bytes that come in any pieces ("Server-sent events", HTML standard). A piece may
 * end within a line, within a line break or within a character: only whole lines are decoded.
 */
final class ServerSentEvents {

  private static final int LONGEST_EVENT = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private boolean hasData;
  private boolean afterReturn;
  private boolean first = true;

  /** The data of each event that these bytes complete. */
  List<String> take(byte[] bytes) {
    List<String> events = new ArrayList<>();
    for (byte b : bytes) {
      if (b == '\n' && afterReturn) {
        afterReturn = false;
      } else if (b == '\n' || b == '\r') {
        afterReturn = b == '\r';
        endOfLine(events);
      } else {
        afterReturn = false;
        line.write(b);
      }
      if (line.size() + data.length() > LONGEST_EVENT) {
        throw new ModelFailed(Why.BROKEN, "an event that does not end");
      }
    }
    return events;
  }

  /** What is left when the stream ends: not every server closes its last event. */
  List<String> end() {
    List<String> events = new ArrayList<>();
    if (line.size() > 0) {
      endOfLine(events);
    }
    dispatch(events);
    return events;
  }

  private void endOfLine(List<String> events) {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    first = false;
    if (text.isEmpty()) {
      dispatch(events);
    } else if (text.startsWith("data")) {
      data(text);
    }
  }

  /** Comments, names and ids of events tell nothing here. */
  private void data(String text) {
    String value;
    if (text.startsWith("data:")) {
      value = text.substring(text.startsWith("data: ") ? 6 : 5);
    } else if (text.equals("data")) {
      value = "";
    } else {
      return;
    }
    data.append(hasData ? "\n" : "").append(value);
    hasData = true;
  }

  private void dispatch(List<String> events) {
    if (hasData) {
      events.add(data.toString());
    }
    data.setLength(0);
    hasData = false;
  }
}
