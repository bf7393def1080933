package io.conserje.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {

  @TempDir Path output;

  @Test
  void cdkJsonAloneGivesTheDefaults() {
    assertEquals(
        new Deployment(
            "prod", Optional.empty(), "", Optional.empty(), "", "INFO", Optional.empty()),
        deployment(Map.of()));
  }

  @Test
  void everyValueCanBeGivenOnTheCommandLine() {
    assertEquals(
        new Deployment(
            "test",
            Optional.of("https://reception.example.com"),
            "https://voice.example.com",
            Optional.of(Synthesised.CERTIFICATE),
            "https://www.example.com,https://example.com",
            "DEBUG",
            Optional.of("ops@example.com")),
        deployment(
            Map.of(
                "voiceCertificate", Synthesised.CERTIFICATE,
                "stage", "test",
                "publicBaseUrl", "https://reception.example.com",
                "publicVoiceUrl", "https://voice.example.com",
                "allowedOrigins", "https://www.example.com,https://example.com",
                "logLevel", "DEBUG",
                "alarmEmail", "ops@example.com")));
  }

  @Test
  void stageThatCannotBePartOfANameIsRefused() {
    assertRefused("stage is 'My Stage'", Map.of("stage", "My Stage"));
  }

  /**
   * Providers sign the address as it was given to them: a final slash would break every signature.
   */
  @Test
  void publicAddressWithPathIsRefused() {
    assertRefused("publicBaseUrl", Map.of("publicBaseUrl", "https://reception.example.com/"));
  }

  /** The path to the stream is ours, and comes behind it. */
  @Test
  void addressOfSoundWithPathIsRefused() {
    assertRefused("publicVoiceUrl", Map.of("publicVoiceUrl", "https://voice.example.com/voice"));
    assertRefused("publicVoiceUrl", Map.of("publicVoiceUrl", "voice.example.com"));
  }

  /** A browser sends its page's origin without a path; what has one would never match. */
  @Test
  void pagesThatMayChatAreOrigins() {
    for (String wrong :
        new String[] {"https://example.com/", "example.com", "https://a.com, https://b.com"}) {
      assertRefused("allowedOrigins", Map.of("allowedOrigins", wrong));
    }
  }

  private void assertRefused(String words, Map<String, String> context) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> deployment(context));
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }

  private Deployment deployment(Map<String, String> context) {
    return Deployment.of(Synthesised.app(context, output).getNode());
  }
}
