package io.conserje.sandbox.voice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.conserje.sandbox.voice.PhoneGuest.Moment;
import java.util.List;

/**
 * What was heard of a call that was carried.
 *
 * @param clears how often the house took back what it was going to say
 */
public record Carried(
    String end, int clears, List<Moment> moments, @JsonIgnore CallRecording recording) {}
