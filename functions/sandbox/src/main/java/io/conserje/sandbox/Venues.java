package io.conserje.sandbox;

import java.util.List;

/** The houses in the book, and the addresses that lead to them. */
public interface Venues {

  List<String> ids();

  void address(String channel, String address, String venue);
}
