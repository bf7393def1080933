package io.conserje.connectors.meta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.voicenote.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaMediaTest {

  private static final String ADDRESS = "meta:106540352242922/1234567890987654321";
  private static final byte[] SOUND = "OggS".getBytes(StandardCharsets.UTF_8);
  private static final Duration LONG = Duration.ofMinutes(2);

  private final FakeMeta meta = new FakeMeta();
  private final MetaMedia media =
      new MetaMedia(meta::account, Samples.JSON, InstantSource.fixed(Samples.NOW));

  @AfterEach
  void close() {
    meta.close();
  }

  @Test
  void itIsFetchedInTwoStepsBothWithTheToken() {
    meta.answers(200, found(4, "")).answers(200, Map.of(), SOUND);

    Media.Fetched fetched = assertInstanceOf(Media.Fetched.class, fetch());

    assertArrayEquals(SOUND, fetched.bytes());
    assertEquals("audio/ogg", fetched.contentType());
    assertEquals(
        "/v26.0/1234567890987654321?phone_number_id=106540352242922",
        meta.seen.getFirst().target());
    assertEquals("/there/?mid=1", meta.seen.getLast().target());
    assertEquals("Bearer test-token", meta.seen.getFirst().authorization());
    assertEquals("Bearer test-token", meta.seen.getLast().authorization());
  }

  @Test
  void itIsWhatMetaHasAnnounced() {
    meta.answers(200, found(4, "0000")).answers(200, Map.of(), SOUND);

    assertInstanceOf(Media.Later.class, fetch());
  }

  @Test
  void whatIsTooLargeIsNotEvenAskedFor() {
    meta.answers(200, found(1001, ""));

    assertEquals(new Media.TooLarge(), fetch());
    assertEquals(1, meta.seen.size());
  }

  @Test
  void whatTurnsOutTooLargeIsNotKept() {
    meta.answers(200, found(4, "")).answers(200, Map.of(), new byte[1001]);

    assertEquals(new Media.TooLarge(), fetch());
  }

  @Test
  void aRedirectIsFollowedAndTheTokenStaysWhereItBelongs() throws Exception {
    try (FakeMeta elsewhere = new FakeMeta()) {
      elsewhere.answers(200, Map.of(), SOUND);
      meta.answers(200, found(4, ""))
          .answers(302, Map.of("Location", "/further"), new byte[0])
          .answers(302, Map.of("Location", elsewhere.url() + "/x"), new byte[0]);

      assertInstanceOf(Media.Fetched.class, fetch());

      assertEquals("/further", meta.seen.getLast().target());
      assertEquals("Bearer test-token", meta.seen.getLast().authorization());
      assertNull(elsewhere.seen.getFirst().authorization());
    }
  }

  @Test
  void redirectsInACircleEnd() {
    meta.answers(200, found(4, "")).answers(302, Map.of("Location", "/again"), new byte[0]);

    assertInstanceOf(Media.Refused.class, fetch());
  }

  @ParameterizedTest
  @CsvSource({"503,1", "429,130429", "404,100", "401,190", "400,131000"})
  void whatPassesIsAskedForAgain(int status, int code) {
    meta.answers(status, FakeMeta.error(code));

    assertInstanceOf(Media.Later.class, fetch());
  }

  @ParameterizedTest
  @CsvSource({"400,100", "403,100"})
  void whatDoesNotPassIsRefused(int status, int code) {
    meta.answers(status, FakeMeta.error(code));

    assertInstanceOf(Media.Refused.class, fetch());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"url\":\"\"}", "{\"url\":\"ftp://x/\"}", "{\"url\":\"::\"}", "<html>"})
  void anAnswerWithoutAnAddressIsNone(String body) {
    meta.answers(200, body);

    assertInstanceOf(Media.Refused.class, fetch());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.twilio.com/x", "meta:", "meta:a/b/c", ""})
  void anotherProvidersAddressIsNotAskedFor(String address) {
    assertInstanceOf(Media.Refused.class, media.fetch(address, 1000, LONG));
    assertEquals(0, meta.seen.size());
  }

  @Test
  void silenceIsWaitedForAsLongAsIsSaid() {
    meta.hangsInTheBody();

    assertInstanceOf(Media.Later.class, media.fetch(ADDRESS, 1000, Duration.ofMillis(300)));
  }

  private Media fetch() {
    return media.fetch(ADDRESS, 1000, LONG);
  }

  private String found(int size, String sha256) {
    return "{\"url\":\"%s/there/?mid=1\",\"mime_type\":\"audio/ogg\",\"sha256\":\"%s\",\"file_size\":%d}"
        .formatted(meta.url(), sha256, size);
  }
}
