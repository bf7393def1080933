package io.conserje.guest;

/** Who a booking is for. {@code phone} is an opaque address: E.164 where the channel gives one. */
public record Guest(String name, String phone) {}
