package io.conserje.connectors.vapi;

import io.conserje.call.CallLine;
import io.conserje.call.CallReport;
import io.conserje.connectors.json.Cut;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.json.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What VAPI tells of a call that is over: the message {@code end-of-call-report}, or the call as
 * its API gives it, which has the same parts. Newer fields are read before those they replaced.
 */
final class VapiReports {

  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
  private static final String CURRENCY = "USD";

  private final OpenJson json;

  VapiReports(OpenJson json) {
    this.json = json;
  }

  /**
   * @param otherwise when something was said that has no time of its own
   */
  CallReport of(Part told, Instant otherwise) {
    Part artifact = told.at("artifact");
    Part analysis = told.at("analysis");
    List<CallLine> lines = lines(artifact, told, otherwise);
    Long cost = cost(told);
    return new CallReport(
        Cut.to(told.text("endedReason").strip(), 200),
        told.time("startedAt").orElse(null),
        told.time("endedAt").orElse(null),
        Cut.to(transcript(artifact, told, lines), Longest.TRANSCRIPT),
        Cut.to(first(analysis.text("summary"), told.text("summary")), Longest.SUMMARY),
        Cut.to(recording(artifact, told), Longest.ADDRESS),
        cost,
        cost == null ? null : CURRENCY,
        outcome(artifact, analysis),
        Cut.to(analysis.text("successEvaluation"), 200),
        lines);
  }

  private static String transcript(Part artifact, Part told, List<CallLine> lines) {
    String written = first(artifact.text("transcript"), told.text("transcript"));
    return written.isBlank()
        ? lines.stream()
            .map(line -> (line.byGuest() ? "User: " : "AI: ") + line.text())
            .collect(Collectors.joining("\n"))
        : written;
  }

  private static String recording(Part artifact, Part told) {
    Part recording = artifact.at("recording");
    return first(
        artifact.text("recordingUrl"),
        recording.at("mono").text("combinedUrl"),
        recording.text("stereoUrl"),
        artifact.text("stereoRecordingUrl"),
        told.text("recordingUrl"),
        told.text("stereoRecordingUrl"));
  }

  private static List<CallLine> lines(Part artifact, Part told, Instant otherwise) {
    List<Part> messages = artifact.each("messages");
    List<CallLine> lines = new ArrayList<>();
    int room = Longest.TRANSCRIPT;
    for (Part message : messages.isEmpty() ? told.each("messages") : messages) {
      String role = message.text("role");
      String said = message.firstText("message", "content").strip();
      boolean byGuest = role.equals("user");
      if (said.isEmpty() || !(byGuest || List.of("bot", "assistant").contains(role))) {
        continue;
      }
      String kept = Cut.to(said, Math.min(Longest.LINE, room));
      room -= kept.length() * 3;
      if (room <= 0) {
        break;
      }
      lines.add(new CallLine(byGuest, kept, message.time("time").orElse(otherwise)));
    }
    return lines;
  }

  private static Long cost(Part told) {
    return Stream.of(
            told.number("cost"),
            told.at("costBreakdown").number("total"),
            told.each("costs").isEmpty()
                ? Optional.<BigDecimal>empty()
                : Optional.of(
                    told.each("costs").stream()
                        .map(part -> part.number("cost").orElse(BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)))
        .flatMap(Optional::stream)
        .filter(amount -> amount.signum() >= 0 && amount.compareTo(MOST) <= 0)
        .findFirst()
        .map(amount -> amount.multiply(MICROS).setScale(0, RoundingMode.HALF_UP).longValue())
        .orElse(null);
  }

  private String outcome(Part artifact, Part analysis) {
    Part made =
        analysis.at("structuredData").fields().isEmpty()
            ? artifact.at("structuredOutputs")
            : analysis.at("structuredData");
    String written = made.fields().isEmpty() ? "" : json.write(made.fields());
    return written.length() <= Longest.SUMMARY ? written : "";
  }

  private static String first(String... texts) {
    return Stream.of(texts).filter(text -> !text.isBlank()).findFirst().orElse("");
  }
}
