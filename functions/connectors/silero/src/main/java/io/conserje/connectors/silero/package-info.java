/**
 * Silero's voice detector (version 5 and later), run by onnxruntime. The model file is not part of
 * this project: {@code SILERO_MODEL} says where the owner has put it.
 */
package io.conserje.connectors.silero;
