package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.conserje.names.Queue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A batch of one guest message: recorded in the ledger. */
final class TurnsScenario implements Scenario {

  @Override
  public First first(World world, int run) {
    String sid = "IM%032d".formatted(run);
    return new First(
        batch(sid, "+34600000101", "¿Tenéis mesa para 2 mañana a las 21:00?"),
        answer -> {
          Answer.contains(answer, "\"batchItemFailures\":[]");
          isRecorded(world, sid);
        });
  }

  @Override
  public List<byte[]> training(int run) {
    return List.of(
        batch("IM9%031d".formatted(run), "+34600000777", "Hello"),
        batch("IM8%031d".formatted(run), "+34600000778", "A table for four, please"));
  }

  private static byte[] batch(String sid, String guest, String text) {
    String message =
        """
        {"provider":"twilio","eventId":"%s","channel":"WHATSAPP","houseAddress":"+34600000900",\
        "guestAddress":"%s","guestName":"Lucía","text":"%s","kind":"text","media":[],\
        "receivedAt":"2026-11-20T11:00:00Z","correlation":"%1$s"}\
        """
            .formatted(sid, guest, text);
    return """
    {"Records":[{"messageId":"%s","receiptHandle":"bench","body":"%s",
      "attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1795172400000",
        "SenderId":"bench","ApproximateFirstReceiveTimestamp":"1795172400001",
        "MessageGroupId":"%s","MessageDeduplicationId":"%1$s","SequenceNumber":"1"},
      "messageAttributes":{},"md5OfBody":"0","eventSource":"aws:sqs",
      "eventSourceARN":"arn:aws:sqs:eu-west-1:000000000000:%s","awsRegion":"eu-west-1"}]}
    """
        .formatted(sid, message.replace("\"", "\\\""), guest, Queue.INBOUND.name())
        .getBytes(UTF_8);
  }

  private static void isRecorded(World world, String sid) {
    try (Connection connection = world.postgres().connect(World.DATABASE);
        PreparedStatement statement =
            connection.prepareStatement("SELECT 1 FROM inbound_ledger WHERE event_id = ?")) {
      statement.setString(1, sid);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("Answered, but not recorded: " + sid);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
