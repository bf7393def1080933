package io.conserje.connectors.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaHostsTest {

  private final MetaHosts hosts = new MetaHosts(new MetaAccount("token", "", null, null));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
        "https://scontent.xx.fbcdn.net/v/a.ogg?x=1",
        "https://graph.facebook.com/v26.0/1"
      })
  void whatIsMetasIsAsked(String address) {
    assertEquals(URI.create(address), hosts.known(URI.create(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://lookaside.fbsbx.com/a",
        "https://lookaside.fbsbx.com:8443/a",
        "https://me@lookaside.fbsbx.com/a",
        "https://fbsbx.com.example/a",
        "https://evilfbcdn.net/a",
        "https://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:8080/a",
        "file:///etc/passwd",
        "//graph.facebook.com/a"
      })
  void nothingElseIs(String address) {
    assertThrows(IllegalArgumentException.class, () -> hosts.known(URI.create(address)));
  }
}
