package io.conserje.followups;

import java.util.List;

/** Everything that happens by the clock. A new job is one line here and one file. */
record Jobs(List<Job> all) {

  Jobs(
      ExpireHoldsJob holds,
      WaitlistOffers waitlistOffers,
      StayHolds stayHolds,
      HandoverReminders handovers,
      LostCallReports callReports,
      SumUpCalls summaries,
      KeepRecordings recordings,
      ForgetSpokenReplies spokenReplies,
      ForgetWhomWeForgot forgotten,
      OutboxSweep outboxSweep) {
    this(
        List.of(
            holds,
            waitlistOffers,
            stayHolds,
            handovers,
            callReports,
            summaries,
            recordings,
            spokenReplies,
            forgotten,
            outboxSweep));
  }
}
