package io.conserje.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may know whom. What the sandbox may not know stands in SandboxStandsAloneTest. */
class DependenciesTest {

  /** Micronaut finds these by its own interfaces; no wiring file would name them. */
  private static final Set<String> FOUND_BY_MICRONAUT =
      Set.of(
          "io.conserje.connectors.lambda.ForgetfulContextFactory",
          "io.conserje.connectors.lambda.MissingSettingAnswer",
          "io.conserje.connectors.lambda.NotLetInAnswer",
          "io.conserje.connectors.lambda.ProblemResponses",
          "io.conserje.connectors.lambda.UnexpectedAnswer");

  private static JavaClasses connectors;

  @Test
  void theCoreKnowsJavaAndALoggerAndNothingElse() {
    JavaClasses core = compiled(List.of(Project.classes("receptionist")), 100);
    classes()
        .should()
        .onlyDependOnClassesThat(
            partOf(core).or(in("java.")).or(in("javax.crypto.")).or(in("org.slf4j.")))
        .check(core);
  }

  @Test
  void namesKnowJavaAndNothingElse() {
    JavaClasses names = compiled(List.of(Project.classes("names")), 4);
    classes().should().onlyDependOnClassesThat(partOf(names).or(in("java."))).check(names);
  }

  @Test
  void connectorsArePlainClasses() {
    noClasses()
        .that(areWrittenByUs())
        .and(areNot(FOUND_BY_MICRONAUT))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.inject..",
            "jakarta.annotation..",
            "io.micronaut.context.annotation..",
            "io.micronaut.http.annotation..")
        .because("each deployable's own wiring file makes what it uses")
        .check(connectors());
  }

  @Test
  void onlyPostgresHasRepositories() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.conserje.connectors.postgres..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.micronaut.data..")
        .check(connectors());
  }

  @Test
  void connectorsDoNotKnowWhoUsesThem() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.conserje.webhooks..",
            "io.conserje.turns..",
            "io.conserje.followups..",
            "io.conserje.console..",
            "io.conserje.voice..")
        .check(connectors());
  }

  private static synchronized JavaClasses connectors() {
    if (connectors == null) {
      connectors = compiled(Project.connectors(), 40);
    }
    return connectors;
  }

  private static JavaClasses compiled(List<Path> folders, int atLeast) {
    JavaClasses classes = new ClassFileImporter().importPaths(folders);
    assertTrue(classes.size() >= atLeast, classes.size() + " classes in " + folders);
    return classes;
  }

  private static DescribedPredicate<JavaClass> partOf(JavaClasses classes) {
    return DescribedPredicate.describe(
        "are part of it", type -> classes.contain(type.getBaseComponentType().getName()));
  }

  private static DescribedPredicate<JavaClass> in(String start) {
    return DescribedPredicate.describe(
        "are in " + start,
        type ->
            type.getBaseComponentType().isPrimitive()
                || type.getBaseComponentType().getName().startsWith(start));
  }

  private static DescribedPredicate<JavaClass> areNot(Set<String> names) {
    return DescribedPredicate.describe("are not " + names, type -> !names.contains(type.getName()));
  }

  /** What the annotation processor adds stands in classes that begin with a dollar sign. */
  private static DescribedPredicate<JavaClass> areWrittenByUs() {
    return DescribedPredicate.describe(
        "are written by us",
        type -> !type.getName().substring(type.getPackageName().length() + 1).startsWith("$"));
  }
}
