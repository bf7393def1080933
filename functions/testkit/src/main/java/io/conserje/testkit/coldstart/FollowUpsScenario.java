package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** The scheduler's call: every job runs, against the database. */
final class FollowUpsScenario implements Scenario {

  @Override
  public First first(World world, int run) {
    return new First(tick("2026-11-20T11:00:00Z", run), answer -> {});
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(tick("2026-11-20T09:00:00Z", run), tick("2026-11-20T09:01:00Z", run));
  }

  private static byte[] tick(String time, int run) {
    return """
    {"version":"0","id":"00000000-0000-0000-0000-%012d","detail-type":"Scheduled Event",
     "source":"aws.events","account":"000000000000","time":"%s","region":"eu-west-1",
     "resources":["arn:aws:events:eu-west-1:000000000000:rule/follow-ups"],"detail":{}}
    """
        .formatted(run, time)
        .getBytes(UTF_8);
  }
}
