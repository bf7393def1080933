package io.conserje.connectors.silero;

import ai.onnxruntime.OrtException;

/** What is asked about one call, window by window; it remembers what it heard. */
interface Model extends AutoCloseable {

  /** How many samples it takes at once. */
  int window();

  /** How likely somebody speaks in the next window, from 0 to 1. */
  float next(short[] samples) throws OrtException;

  @Override
  void close();
}
