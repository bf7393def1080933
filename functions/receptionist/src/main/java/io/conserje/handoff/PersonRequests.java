package io.conserje.handoff;

import io.conserje.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What waits for a person of the house, and how far staff have been told of it. */
public interface PersonRequests {

  /**
   * Notes it down, in the transaction of the caller. One conversation has one open request of a
   * kind: asked again it is brought up to date.
   */
  Noted note(VenueId venue, PersonRequest request);

  /**
   * With the end of the turn that is open now a person answers the conversation.
   *
   * @return false when that is so already
   */
  boolean leaveToPerson(VenueId venue, UUID conversation);

  /**
   * A person answers from the first word on; nothing happens where the talk has begun before.
   *
   * @return whether it is the first word of a talk
   */
  boolean beginWithPerson(VenueId venue, UUID conversation, Instant now);

  /** All that is not done and not given up. */
  List<Waiting> waiting(VenueId venue);

  /** Staff have been sent so many messages about it; 0 begins anew. */
  void told(VenueId venue, UUID request, int told, Instant now);

  /** Everybody was told and nobody took it. */
  void giveUp(VenueId venue, UUID request);

  /** Conversations of people who have not said a word since {@code before}. */
  List<UUID> silentSince(VenueId venue, Instant before);

  /**
   * @param told how many times staff have been told, the last of them at {@code toldAt}
   * @param leftToPerson whether its conversation waits for somebody to take it
   * @param summary what it is about, and the guest's last words
   * @param language of the guest
   */
  record Waiting(
      UUID id,
      PersonRequest request,
      String summary,
      int told,
      Instant toldAt,
      boolean leftToPerson,
      String language) {}

  /**
   * Somebody of whom a group waits for a person has booked a table: if it may be for the same day,
   * nobody has to see to it any more; else the person is told. Does nothing where none is open.
   *
   * @param day of the booking, in the venue's own time
   * @param note what the person should know
   */
  void booked(VenueId venue, UUID conversation, LocalDate day, String note, Instant now);

  /**
   * @param isNew whether none of its kind was open
   */
  record Noted(UUID id, boolean isNew) {}
}
