package io.conserje.webchat;

/**
 * What a guest wrote in a browser.
 *
 * @param conversation the token of an earlier answer; null to begin
 * @param messageId the browser's own id of it, so that it counts once; null for none
 * @param language BCP 47, what the page is in; null when it did not say
 * @param source where it came from, an IP address
 */
public record ChatMessage(
    String conversation, String text, String messageId, String language, String source) {}
