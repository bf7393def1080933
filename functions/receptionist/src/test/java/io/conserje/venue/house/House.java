package io.conserje.venue.house;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Documents for tests: a small restaurant that is right, and what is changed about it. */
final class House {

  private static final String RIGHT =
      """
      venue: casa
      name: Casa
      kind: restaurant
      time_zone: Europe/Madrid
      language: es
      phone: "+34600000999"
      address: Plaza 1
      channels:
        whatsapp: ["+34600000900"]
      hours:
        services:
          - {service: lunch, first: "13:00", last: "15:30", closes: "17:00"}
          - {service: dinner, days: [friday, saturday], first: "20:00", last: "23:00", closes: "00:30"}
      zones:
        - {name: inside}
        - {name: terrace, pets: true}
      tables:
        - {name: T1, zone: inside, seats: 4}
        - {name: T2, zone: inside, seats: 4}
        - {name: T3, zone: terrace, seats: 4, extended: 6}
      rules:
        largest_party: 6
      """;

  private House() {}

  static Map<String, Object> right() {
    return new Yaml().load(RIGHT);
  }

  /**
   * @param place a path as {@code hours/sittings}
   * @param yaml what is to stand there
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> with(String place, String yaml) {
    Map<String, Object> house = right();
    Object there = house;
    String[] path = place.split("/");
    for (int i = 0; i < path.length - 1; i++) {
      there =
          there instanceof List<?> list
              ? list.get(Integer.parseInt(path[i]))
              : ((Map<String, Object>) there)
                  .computeIfAbsent(path[i], _ -> new LinkedHashMap<String, Object>());
    }
    ((Map<String, Object>) there).put(path[path.length - 1], new Yaml().load(yaml));
    return new HashMap<>(house);
  }
}
