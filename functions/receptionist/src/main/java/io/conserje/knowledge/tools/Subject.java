package io.conserje.knowledge.tools;

import io.conserje.knowledge.Question;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a house knows of itself by being run by it, and the words that ask for it. */
enum Subject {
  HOURS(
      "abris abren abre abrir cerrais cierran cierra cerrar horario horarios apertura cierre hours opening open opens"
          + " close closes closed closing abierto abiertos cerrado cerrados"),
  ADDRESS("direccion ubicacion address location"),
  PHONE("telefono movil phone telephone number numero"),
  POLICIES("politica politicas condiciones normas policy policies terms rules"),
  ROOMS(
      "habitacion habitaciones room rooms suite suites tarifas rates dormir alojarse alojarnos alojamiento hospedarse"
          + " hospedarnos hospedaje pernoctar sleep overnight accommodation");

  private final Set<String> words;

  Subject(String words) {
    this.words = Set.of(words.split(" "));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Subject> named(String topic) {
    return Arrays.stream(values()).filter(s -> s.code().equalsIgnoreCase(topic)).findFirst();
  }

  /** What the question is about, when it is about nothing else. */
  static Set<Subject> of(Question question) {
    Set<Subject> found = EnumSet.noneOf(Subject.class);
    for (Subject subject : values()) {
      if (question.words().stream().anyMatch(subject.words::contains)) {
        found.add(subject);
      }
    }
    List<String> others =
        question.subject().stream()
            .map(question.words()::get)
            .filter(word -> found.stream().noneMatch(s -> s.words.contains(word)))
            .toList();
    return others.isEmpty() ? found : Set.of();
  }
}
