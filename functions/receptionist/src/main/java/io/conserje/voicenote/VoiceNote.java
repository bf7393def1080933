package io.conserje.voicenote;

/**
 * A voice note nobody has listened to.
 *
 * @param position of its message
 * @param provider who brought it, and has its sound: {@code twilio}, {@code meta} …
 * @param address where the provider has it
 * @param tries how often listening was begun before
 */
public record VoiceNote(long position, String provider, String address, int tries) {}
