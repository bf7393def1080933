package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** A phone that is not the house's: {@code la hice por teléfono}, {@code mi número}. */
final class OtherPhones {

  private static final String PHONE = "(?:telefono|numero|movil|celular|phone|number|mobile)";

  private static final FilteredPattern OTHER =
      FilteredPattern.compile(
          "\\b(?:(?:reserv\\w+|hice|hizo|hicimos|llam[eo]|llamamos|booked|made|did)\\b.{0,25} (?:por (?:telefono|movil)|by phone"
              + "|(?:over|on) the phone)|(?:mi|este|ese|otro|el mismo|my|this|that|another|other|a different) "
              + PHONE
              + "|(?:no|dont|do not|havent) (?:tengo|tenemos|have|got)(?: \\w+){0,3} "
              + PHONE
              + "|se me .{0,20}(?:movil|telefono|celular)|(?:nuevo|new) "
              + PHONE
              + ")\\b");

  private OtherPhones() {}

  static boolean in(String text) {
    return OTHER.matcher(Tokens.plain(text)).find();
  }
}
