package io.conserje.conversations;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a slot of single sentences was understood.
 *
 * @param slots right and all, by slot
 */
record SlotAccuracy(String split, int sentences, int right, Map<String, int[]> slots) {

  static List<SlotAccuracy> measure() {
    return List.of();
  }

  static Map<String, int[]> none() {
    return new TreeMap<>();
  }
}
