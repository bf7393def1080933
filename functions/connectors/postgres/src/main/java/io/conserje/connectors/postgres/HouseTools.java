package io.conserje.connectors.postgres;

import io.conserje.conversation.ToolBox;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.tools.HandoffTools;
import io.conserje.knowledge.Knowledge;
import io.conserje.knowledge.tools.KnowledgeTools;
import io.conserje.reservation.tools.ReservationTools;
import io.conserje.stay.tools.StayTools;
import io.conserje.waitlist.FrontDesk;
import io.conserje.waitlist.tools.WaitlistTools;
import java.security.SecureRandom;

/** What may be done in the house, by whichever model and over whichever channel. */
public final class HouseTools {

  private HouseTools() {}

  public static ToolBox of(
      Sql sql, Json json, FrontDesk desk, CallPerson person, Knowledge knowledge) {
    return ReservationTools.over(desk.book())
        .and(WaitlistTools.over(desk.join(), desk.leave()))
        .and(StayTools.over(new PostgresStays(sql, json, new SecureRandom())))
        .and(HandoffTools.over(person))
        .and(KnowledgeTools.over(knowledge, new PostgresUnansweredQuestions(sql)));
  }
}
