package io.conserje.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** AWS's own list of good practice; where we do otherwise, {@link Exceptions} says why. */
class NagTest {

  @TempDir Path folder;

  @Test
  void everyDepartureFromGoodPracticeHasAReason() {
    App app =
        Synthesised.app(
            Map.of(
                "publicVoiceUrl",
                "https://voice.example.com",
                "voiceCertificate",
                Synthesised.CERTIFICATE),
            folder.resolve("out"));
    var stacks = ConserjeApp.addStacks(app, new Packages(Synthesised.packages(folder)));
    Exceptions.grant(stacks);
    Aspects.of(app).add(new AwsSolutionsChecks());
    assertEquals(
        List.of(),
        Stream.of(stacks.state(), stacks.functions(), stacks.voice().orElseThrow())
            .flatMap(NagTest::findings)
            .toList());
  }

  private static Stream<String> findings(Stack stack) {
    Annotations annotations = Annotations.fromStack(stack);
    var pattern = Match.stringLikeRegexp("AwsSolutions-.*");
    return Stream.concat(
            annotations.findError("*", pattern).stream(),
            annotations.findWarning("*", pattern).stream())
        .map(message -> message.getId() + " " + message.getEntry().getData());
  }
}
