package io.conserje.connectors.twilio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.connectors.twilio.FakeTwilio.Seen;
import io.conserje.voicenote.Media;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A voice note is fetched from Twilio, and from nobody else. */
class TwilioMediaTest {

  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String PATH =
      "/2010-04-01/Accounts/"
          + ACCOUNT
          + "/Messages/MM00000000000000000000000000000202/Media/ME00000000000000000000000000000202";
  private static final String ADDRESS = "https://api.twilio.com" + PATH;
  private static final Map<String, String> OGG = Map.of("Content-Type", "audio/ogg");
  private static final Duration LONG = Duration.ofMinutes(2);

  private final FakeTwilio twilio = new FakeTwilio();
  private final TwilioMedia media =
      new TwilioMedia(
          () -> account(twilio.url()), InstantSource.fixed(Instant.parse("2026-11-20T11:00:00Z")));

  @AfterEach
  void close() {
    twilio.close();
  }

  @Test
  void itIsFetchedWithTheAccountsCredentials() {
    twilio.answers(200, OGG, "OggS");

    Media.Fetched fetched = assertInstanceOf(Media.Fetched.class, media.fetch(ADDRESS, 9, LONG));

    assertArrayEquals("OggS".getBytes(StandardCharsets.US_ASCII), fetched.bytes());
    assertEquals("audio/ogg", fetched.contentType());
    assertEquals(PATH, twilio.seen.getFirst().path());
    assertEquals(basic("token"), twilio.seen.getFirst().authorization());
  }

  @Test
  void theSignedAddressItRedirectsToGetsNoCredentials() {
    twilio
        .answers(307, Map.of("Location", "/signed/ME202?Signature=x"), "")
        .answers(200, OGG, "OggS");

    assertInstanceOf(Media.Fetched.class, media.fetch(ADDRESS, 9, LONG));

    assertEquals(List.of(PATH, "/signed/ME202"), twilio.seen.stream().map(Seen::path).toList());
    assertNull(twilio.seen.getLast().authorization());
  }

  @Test
  void inARotationTheOtherTokenIsTried() {
    twilio.answers(401, "{}").answers(200, OGG, "OggS");

    assertInstanceOf(Media.Fetched.class, media.fetch(ADDRESS, 9, LONG));

    assertEquals(basic("older"), twilio.seen.getLast().authorization());
  }

  @Test
  void noMoreIsReadThanIsWanted() {
    twilio.answers(200, OGG, "x".repeat(100_000));

    assertEquals(new Media.TooLarge(), media.fetch(ADDRESS, 99_999, LONG));
  }

  @Test
  void whatEndlesslyComesEndsInTime() {
    twilio.hangsInTheBody();

    assertInstanceOf(Media.Later.class, media.fetch(ADDRESS, 9, Duration.ofMillis(500)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/MM1/Media/ME1",
        "https://api.twilio.com.evil.example/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/MM1/Media/ME1",
        "https://api.twilio.com@evil.example/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/MM1/Media/ME1",
        "https://api.twilio.com:444/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/MM1/Media/ME1",
        "http://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/MM1/Media/ME1",
        "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000002/Messages/MM1/Media/ME1",
        "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/../Media/ME1",
        "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/MM1/Media/ME1?x=1",
        "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001.json",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "geo:41.1,2.1",
        "not an address",
        ""
      })
  void whatIsNotTwiliosIsNotAskedForAnything(String address) {
    assertInstanceOf(Media.Refused.class, media.fetch(address, 9, LONG));
    assertEquals(List.of(), twilio.seen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/x",
        "http://mms.twiliocdn.com/x",
        "https://twiliocdn.com.evil.example/x",
        "https://mms.twiliocdn.com@evil.example/x",
        "https://s3-external-1.amazonaws.com/somebody-elses/x",
        "https://s3-external-1.amazonaws.com/media.twiliocdn.com/../somebody-elses/x",
        "http://169.254.169.254/latest/meta-data",
        "::"
      })
  void nobodyIsFollowedToAnotherHost(String location) {
    twilio.answers(307, Map.of("Location", location), "");

    assertInstanceOf(Media.Refused.class, media.fetch(ADDRESS, 9, LONG));
    assertEquals(1, twilio.seen.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mms.twiliocdn.com/AC1/x?Expires=1&Signature=y",
        "https://media.twiliocdn.com/AC1/x",
        "https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/x"
      })
  void theHostsWhereTwilioKeepsMediaAreKnown(String location) {
    MediaAddress hosts = new MediaAddress(account(null));

    assertEquals(
        Optional.of(URI.create(location)), hosts.media(URI.create(ADDRESS), Optional.of(location)));
    assertTrue(hosts.api("https://api.dublin.ie1.twilio.com" + PATH).isPresent());
  }

  @Test
  void aCircleOfRedirectsEnds() {
    for (int i = 0; i < 3; i++) {
      twilio.answers(302, Map.of("Location", "/again"), "");
    }

    assertInstanceOf(Media.Refused.class, media.fetch(ADDRESS, 9, LONG));
    assertEquals(3, twilio.seen.size());
  }

  @Test
  void aPageInPlaceOfASoundIsNone() {
    twilio.answers(200, Map.of("Content-Type", "text/html; charset=utf-8"), "<html>");

    assertEquals(new Media.Refused("it is no sound but text/html"), media.fetch(ADDRESS, 99, LONG));
  }

  @ParameterizedTest
  @CsvSource({"404, 2", "403, 2", "429, 7", "500, 2", "503, 7"})
  void whatPassesIsTriedLater(int status, int seconds) {
    twilio.answers(status, seconds == 7 ? Map.of("Retry-After", "7") : Map.of(), "{}");

    assertEquals(
        new Media.Later("Twilio answered " + status, Duration.ofSeconds(seconds)),
        media.fetch(ADDRESS, 9, LONG));
  }

  @Test
  void whatIsGoneIsRefused() {
    twilio.answers(410, "{}");

    assertEquals(new Media.Refused("Twilio answered 410"), media.fetch(ADDRESS, 9, LONG));
  }

  private static TwilioAccount account(String baseUrl) {
    return new TwilioAccount(ACCOUNT, "token,older", baseUrl, "https://api.example.com");
  }

  private static String basic(String token) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((ACCOUNT + ":" + token).getBytes(StandardCharsets.UTF_8));
  }
}
