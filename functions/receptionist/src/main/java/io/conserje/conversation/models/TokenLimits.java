package io.conserje.conversation.models;

/**
 * What models that are paid for may cost, in tokens; 0 = no limit.
 *
 * @param perConversation over its whole life
 * @param perVenueDay of one house, on one of its days
 */
public record TokenLimits(long perConversation, long perVenueDay) {

  /**
   * An ordinary booking costs 20 to 40 thousand: each answer reads the instructions and the tools
   * again. So these end what runs away, and no guest's ordinary conversation.
   */
  public static final TokenLimits USUAL = new TokenLimits(200_000, 3_000_000);

  public boolean none() {
    return perConversation == 0 && perVenueDay == 0;
  }

  /** Whether both are still kept. */
  public boolean allow(long conversation, long venueDay) {
    return (perConversation == 0 || conversation < perConversation)
        && (perVenueDay == 0 || venueDay < perVenueDay);
  }
}
