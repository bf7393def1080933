package io.conserje.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything is told the time, so that a test and the sandbox can set it. */
class MachineClockTest {

  /** Where the machine's time comes in, and where a log line and a signature for AWS get it. */
  private static final Set<String> ALLOWED =
      Set.of(
          "io.conserje.connectors.lambda.FunctionEnvironment.ofProcess",
          "io.conserje.connectors.lambda.logs.JsonLogger.begin",
          "io.conserje.connectors.sqs.SqsClients.forPutting",
          "io.conserje.sandbox.SandboxClock.starting");

  private static final Set<String> READS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.util.Calendar.getInstance",
          "java.util.Date.<init>",
          "java.util.GregorianCalendar.<init>");

  private static final Pattern SQL_TIME =
      Pattern.compile(
          "(?i)\\bnow\\(\\s*\\)|\\bcurrent_(timestamp|date|time)\\b|\\blocaltimestamp\\b"
              + "|\\b(clock|statement|transaction)_timestamp\\b|\\btimeofday\\b");

  @Test
  void noCodeAsksTheMachine() {
    noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("the machine's clock", MachineClockTest::read))
        .because("the time comes from the InstantSource that a function is given")
        .check(new ClassFileImporter().importPaths(Project.production()));
  }

  @Test
  void noStatementAsksTheDatabase() {
    List<Path> files =
        Project.production().stream()
            .flatMap(f -> Project.files(f, MachineClockTest::mayHoldSql).stream())
            .toList();
    assertFalse(files.stream().noneMatch(Project.named(".sql")), "no migration was looked at");
    assertEquals(List.of(), files.stream().filter(MachineClockTest::asksTheDatabase).toList());
  }

  private static boolean read(JavaAccess<?> access) {
    String place = access.getOriginOwner().getName() + "." + access.getOrigin().getName();
    return !ALLOWED.contains(place) && tellsTheTime(access);
  }

  private static boolean tellsTheTime(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    return (owner.startsWith("java.time.") && name.equals("now") && !isGivenAClock(access))
        || (access.getTargetOwner().isAssignableTo(InstantSource.class)
            && (name.startsWith("system") || name.matches("tick(Millis|Seconds|Minutes)")))
        || READS.contains(owner + "." + name) && !takesArguments(access);
  }

  private static boolean isGivenAClock(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Clock.class));
  }

  private static boolean takesArguments(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getName().equals("<init>")
        && !target.getRawParameterTypes().isEmpty();
  }

  private static boolean mayHoldSql(Path file) {
    return file.toString().endsWith(".sql") || file.toString().endsWith(".class");
  }

  private static boolean asksTheDatabase(Path file) {
    return file.toString().endsWith(".sql")
        ? SQL_TIME.matcher(Project.read(file)).find()
        : ClassConstants.of(file).texts().anyMatch(text -> SQL_TIME.matcher(text).find());
  }
}
