package io.conserje.stay;

import java.util.List;

/**
 * How one more stay fits.
 *
 * @param claim the room it gets
 * @param moved stays that change to another room of their type for it; their guests know no number
 */
record Plan(RoomClaim claim, List<RoomClaim> moved) {}
