package io.conserje.stay.tools;

import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.stay.By;
import io.conserje.stay.StayRequest;

/** Which of the guest's stays is meant. */
record Reference(@Meaning("as find_stay gave it") String reference) {

  StayRequest request(Tool.Context context) {
    return new StayRequest(
        context.venue(),
        reference,
        By.guest(context.guest().phone(), context.conversation()),
        context.key(),
        context.now().toInstant());
  }
}
