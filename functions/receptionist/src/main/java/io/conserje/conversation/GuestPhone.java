package io.conserje.conversation;

/** A guest's number, for channels that do not give it. */
public record GuestPhone(
    @MayBeAbsent @Meaning("only if the channel gives no number") String phone) {

  /** The channel's own where there is one: nobody books under another's number. */
  public String of(Tool.Context context) {
    String known = context.guest().phone();
    return known.isBlank() ? phone : known;
  }
}
