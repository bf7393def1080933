package io.conserje.reservation.tools;

import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;

/** What the kitchen and the waiters should know. */
record Particulars(
    @MayBeAbsent @Meaning("as the guest says them") String allergies,
    @MayBeAbsent @Meaning("birthday, anniversary …") String occasion) {}
