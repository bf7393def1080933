package io.conserje.conversation.guard;

import io.conserje.venue.Channel;
import java.util.regex.Pattern;

/** What goes out is text and nothing else: no HTML, no script, no markup, whatever it came from. */
public final class PlainText {

  private static final Pattern SCRIPT = Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)");
  private static final Pattern TAG = Pattern.compile("(?s)</?[a-zA-Z!][^<>]{0,500}>");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]\n]{1,200})]\\(([^)\\s]{1,500})\\)");
  private static final Pattern STRESS =
      Pattern.compile("(\\*\\*|__|`{1,3})(?=\\S)(.+?)(?<=\\S)\\1");
  private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6} +");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\\u200b\\u2060\\ufeff\\u202a-\\u202e\\u2066-\\u2069]");
  private static final Pattern SIGNS =
      Pattern.compile("[\\p{So}\\p{Sk}\\x{1F000}-\\x{1FAFF}\\ufe0f\\u200d*_#•]+");

  private PlainText() {}

  /** As it may be sent over a channel; spoken ones get nothing that a voice would read out. */
  public static String of(String text, Channel channel) {
    String bare = INVISIBLE.matcher(SCRIPT.matcher(text).replaceAll("")).replaceAll("");
    String unlinked = LINK.matcher(TAG.matcher(bare).replaceAll("")).replaceAll("$1 ($2)");
    String plain = HEADING.matcher(STRESS.matcher(unlinked).replaceAll("$2")).replaceAll("");
    return channel == Channel.VOICE ? forTheEar(plain) : plain.strip();
  }

  private static String forTheEar(String plain) {
    return SIGNS.matcher(plain).replaceAll(" ").replaceAll("[ \t]{2,}", " ").strip();
  }
}
