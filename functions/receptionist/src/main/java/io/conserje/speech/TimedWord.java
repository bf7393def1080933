package io.conserje.speech;

import java.time.Duration;

/**
 * A word and when it sounds, counted from the first byte of its session.
 *
 * @param text as it is written, with the punctuation that belongs to it
 */
public record TimedWord(String text, Duration from, Duration to) {}
