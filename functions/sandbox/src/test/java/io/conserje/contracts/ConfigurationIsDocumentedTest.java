package io.conserje.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.contracts.ConfigurationPage.Row;
import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.names.VoiceHost;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every name a function may read stands in docs/configuration.md, with the functions that do. */
class ConfigurationIsDocumentedTest {

  /** Lambda itself sets these; the code reads them where the tools of AWS do. */
  private static final Set<String> FROM_LAMBDA =
      Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

  private static final Set<String> GIVEN_TO_ALL = Set.of(Variable.ENVIRONMENT, Variable.LOG_LEVEL);

  private static final String VOICE_STREAM = VoiceHost.NAME;

  private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  private final List<Row> page = ConfigurationPage.read().rows();

  @Test
  void everyNameStandsOnThePageOnce() {
    assertEquals(known().sorted().toList(), page.stream().map(Row::name).sorted().toList());
  }

  @Test
  void noFunctionReadsANameThatIsNotListed() {
    Set<String> known = known().collect(Collectors.toSet());
    Set<String> unlisted =
        modules()
            .flatMap(module -> new Zip(module).ours().stream())
            .filter(Predicate.not(ClassConstants::isEnum))
            .flatMap(ClassConstants::literals)
            .filter(text -> ENVIRONMENT_NAME.matcher(text).matches())
            .filter(Predicate.not(known::contains))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), unlisted);
  }

  @Test
  void whatTheStackSetsIsListedForTheFunctionsThatGetIt() {
    for (Row row : page) {
      Set<String> given = functions(function -> isGiven(function.environment(), row.name()));
      if (isGiven(VoiceHost.ENVIRONMENT, row.name())) {
        given.add(VOICE_STREAM);
      }
      assertEquals(!given.isEmpty(), row.isSetByTheStack(), row.name());
      if (row.isSetByTheStack()) {
        assertEquals(given, row.functions(), row.name());
      }
    }
  }

  @Test
  void secretsAreListedForTheFunctionsThatMayReadThem() {
    List<Row> secrets = page.stream().filter(row -> row.secret().isPresent()).toList();
    assertFalse(secrets.isEmpty());
    for (Row row : secrets) {
      String provider = row.secret().orElseThrow();
      Set<String> reading = functions(function -> function.secrets().contains(provider));
      if (VoiceHost.SECRETS.contains(provider)) {
        reading.add(VOICE_STREAM);
      }
      assertEquals(reading, row.functions(), row.name());
    }
  }

  /** Two functions may share a package, so this can only say which packages know the name. */
  @Test
  void whatPeopleSetIsListedForThePackagesThatReadIt() {
    Map<String, Set<String>> read =
        modules().collect(Collectors.toMap(module -> module, this::literals));
    for (Row row : page) {
      if (!row.isSetByTheStack() && row.secret().isEmpty()) {
        Set<String> reading =
            modulesOf(function -> read.get(function.module()).contains(row.name()));
        Set<String> listed = modulesOf(function -> row.functions().contains(function.name()));
        assertEquals(reading, listed, row.name());
      }
    }
  }

  @Test
  void theHostOfCallsKnowsTheNamesForWhichItIsListed() {
    Set<String> known = namesInTheImage();
    for (Row row : page) {
      if (!row.isSetByTheStack()
          && row.secret().isEmpty()
          && row.functions().contains(VOICE_STREAM)) {
        assertTrue(known.contains(row.name()), row.name());
      }
    }
  }

  /** Else what a person puts there never reaches it. */
  @Test
  void theHostOfCallsMayReadEverySecretItAsksFor() {
    Set<String> asked = namesInTheImage();
    for (Row row : page) {
      if (row.secret().isPresent() && asked.contains(row.name())) {
        assertTrue(VoiceHost.SECRETS.contains(row.secret().get()), row.name());
      }
    }
  }

  private static Set<String> namesInTheImage() {
    return Zip.imageOf(VOICE_STREAM).stream()
        .flatMap(ClassConstants::literals)
        .collect(Collectors.toSet());
  }

  @Test
  void onlyFunctionsAreListed() {
    Set<String> names = functions(function -> true);
    names.add(VOICE_STREAM);
    for (Row row : page) {
      assertEquals(
          Set.of(),
          row.functions().stream().filter(f -> !names.contains(f)).collect(Collectors.toSet()),
          row.name());
      assertFalse(row.meaning().isBlank(), row.name());
    }
  }

  private static Stream<String> known() {
    return Stream.of(
            Arrays.stream(Variable.class.getFields()).map(ConfigurationIsDocumentedTest::value),
            Queue.all().stream().map(Queue::urlVariable),
            FROM_LAMBDA.stream())
        .flatMap(names -> names);
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isGiven(List<String> environment, String name) {
    return GIVEN_TO_ALL.contains(name) || environment.contains(name);
  }

  private Set<String> literals(String module) {
    return new Zip(module)
        .ours().stream().flatMap(ClassConstants::literals).collect(Collectors.toSet());
  }

  private static Stream<String> modules() {
    return LambdaFunction.all().stream().map(LambdaFunction::module).distinct();
  }

  private static Set<String> functions(Predicate<LambdaFunction> which) {
    return LambdaFunction.all().stream()
        .filter(which)
        .map(LambdaFunction::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> modulesOf(Predicate<LambdaFunction> which) {
    return LambdaFunction.all().stream()
        .filter(which)
        .map(LambdaFunction::module)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
