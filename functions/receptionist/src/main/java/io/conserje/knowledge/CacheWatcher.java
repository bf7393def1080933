package io.conserje.knowledge;

/** Hears whether the answer cache helped. */
public interface CacheWatcher {

  CacheWatcher NOBODY = hit -> {};

  void asked(boolean hit);
}
