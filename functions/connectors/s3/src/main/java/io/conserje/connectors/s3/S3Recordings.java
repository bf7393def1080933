package io.conserje.connectors.s3;

import io.conserje.call.KeptRecording;
import io.conserje.call.RecordingSource;
import io.conserje.call.RecordingStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Recordings in a bucket: {@code parts/<call>/<milliseconds>-<rate>.ulaw} while a call runs, {@code
 * calls/<call>.wav} afterwards. Nothing of the guest stands in a name.
 */
public final class S3Recordings implements RecordingStore, RecordingSource {

  private static final String PARTS = "parts/";
  private static final String WHOLE = "calls/";

  /** So that names stand in the order of time. */
  private static final String PART = "%s%013d-%d.ulaw";

  private static final String WAV = "audio/wav";

  /** Of a call of an hour; within the time of the function that does it. */
  private static final Duration LONGEST_JOINING = Duration.ofSeconds(40);

  /** Long enough to hear a long call. */
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  private final S3Bucket bucket;

  /**
   * @param environment live: the bucket is asked for at each use
   */
  public S3Recordings(Map<String, String> environment) {
    this.bucket = new S3Bucket(environment);
  }

  @Override
  public boolean isThere() {
    return bucket.isThere();
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public void add(UUID call, Instant from, int rate, byte[] sound) {
    String key = PART.formatted(parts(call), from.toEpochMilli(), rate);
    bucket
        .client()
        .putObject(
            wish -> wish.bucket(bucket.name()).key(key).contentType("audio/basic"),
            RequestBody.fromBytes(sound));
  }

  private static String parts(UUID call) {
    return PARTS + call + "/";
  }

  private static String whole(UUID call) {
    return WHOLE + call + ".wav";
  }

  /** Part after part, without holding them. */
  @Override
  public boolean join(UUID call) {
    List<S3Object> parts = list(parts(call));
    if (parts.isEmpty()) {
      return false;
    }
    long size = parts.stream().mapToLong(S3Object::size).sum();
    byte[] head = StereoWav.head(rate(parts.getFirst().key()), size);
    bucket
        .client()
        .putObject(
            wish ->
                wish.bucket(bucket.name())
                    .key(whole(call))
                    .contentType(WAV)
                    .overrideConfiguration(limits -> limits.apiCallTimeout(LONGEST_JOINING)),
            RequestBody.fromContentProvider(() -> sound(head, parts), head.length + size, WAV));
    return true;
  }

  @Override
  public void dropParts(UUID call) {
    list(parts(call)).forEach(part -> delete(part.key()));
  }

  private InputStream sound(byte[] head, List<S3Object> parts) {
    Iterator<S3Object> rest = parts.iterator();
    return new SequenceInputStream(
        new ByteArrayInputStream(head),
        new SequenceInputStream(
            new Enumeration<>() {
              @Override
              public boolean hasMoreElements() {
                return rest.hasNext();
              }

              @Override
              public InputStream nextElement() {
                return read(rest.next().key());
              }
            }));
  }

  private InputStream read(String key) {
    return bucket
        .client()
        .getObjectAsBytes(wish -> wish.bucket(bucket.name()).key(key))
        .asInputStream();
  }

  @Override
  public void forget(UUID call) {
    dropParts(call);
    delete(whole(call));
  }

  private List<S3Object> list(String prefix) {
    return bucket
        .client()
        .listObjectsV2Paginator(wish -> wish.bucket(bucket.name()).prefix(prefix))
        .contents()
        .stream()
        .toList();
  }

  private void delete(String key) {
    bucket.client().deleteObject(wish -> wish.bucket(bucket.name()).key(key));
  }

  private static int rate(String key) {
    return Integer.parseInt(key.substring(key.lastIndexOf('-') + 1, key.lastIndexOf('.')));
  }

  @Override
  public Found find(KeptRecording recording) {
    return bucket.isThere()
        ? new Found.Here(bucket.address(WHOLE + recording.id() + ".wav", GOOD_FOR))
        : new Found.NoAnswer("no bucket is set");
  }
}
