package io.conserje.webhooks;

import java.util.Set;

/** What came with a message, by its content type: {@code image}, {@code audio} … */
public final class MediaKind {

  private static final Set<String> FAMILIES = Set.of("image", "audio", "video");

  private MediaKind() {}

  /** {@code text} for none. */
  public static String of(String contentType) {
    if (contentType.isBlank()) {
      return "text";
    }
    String family = contentType.split("/", 2)[0];
    return FAMILIES.contains(family) ? family : "document";
  }
}
