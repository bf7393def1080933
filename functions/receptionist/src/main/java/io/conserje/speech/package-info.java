/**
 * What a telephone call needs of others: somebody who writes down what is said, somebody who says
 * what is written, and somebody who notices that anybody speaks at all. {@code docs/phone-line.md}
 * says who may block and who owns a buffer.
 *
 * <p>Sound is handed on in arrays. Whoever has handed one on never writes into it again, so that it
 * may be kept, shared and sent without a copy; {@link VoiceActivity} alone is lent its samples.
 */
package io.conserje.speech;
