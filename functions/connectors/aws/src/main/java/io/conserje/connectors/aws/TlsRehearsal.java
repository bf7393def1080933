package io.conserje.connectors.aws;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * What a first TLS connection spends most of its time on, before a snapshot: the trusted
 * authorities are loaded and a greeting is written, to nobody.
 */
public final class TlsRehearsal {

  private TlsRehearsal() {}

  public static void play() {
    try {
      SSLEngine engine = SSLContext.getDefault().createSSLEngine("rehearsal.invalid", 443);
      engine.setUseClientMode(true);
      engine.beginHandshake();
      engine.wrap(
          ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    } catch (NoSuchAlgorithmException | SSLException everyJdkCan) {
      throw new IllegalStateException(everyJdkCan);
    }
  }
}
