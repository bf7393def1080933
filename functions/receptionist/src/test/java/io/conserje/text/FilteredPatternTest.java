package io.conserje.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilteredPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          \\b(?:mesa|table)s?\\b → mesa,table
          reserv\\w+ → reserv
          \\bmañ?ana\\b → mañana,maana
          (?:el|la) (?:una|dos) → el una,la una,el dos,la dos
          h[aá]y \\d+ sitios? → ' sitio, sitios'
          (?:no )?\\w+ gracias → ' gracias'
          (?<!no )quiero(?= una mesa) → ' una mesa'
          (?<=otra )vez → 'otra '
          (?iuU)\\bÁRBOL(?:es)? → ÁRBOL,ÁRBOLes
          (?:ja){2,} → ja
          a+ver\\. → ver.
          """)
  void literalsOfWhichOneMustStandInTheTextAreReadOffTheExpression(String regex, String literals) {
    assertEquals(Set.of(literals.split(",")), RequiredLiterals.of(regex));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a|table",
        "(?:mesa|\\d+)",
        "(?:mesa)?",
        "(?:mesa)*",
        "(?:mesa){0,2}",
        "[a-z]\\w",
        "(?!mesa)",
        "(?<!mesa)",
        "(?x) mesa # table",
        "\\Qmesa\\E",
        "(\\w)\\1",
        "\\p{Lu}\\p{L}+",
        "[ae&&[e]]mesa",
        ""
      })
  void whereNoLiteralIsKnownNoneIsRequired(String regex) {
    assertEquals(Set.of(), RequiredLiterals.of(regex));
  }

  @Test
  void textsWithoutAnyOfThemAreNotTried() {
    FilteredPattern pattern = FilteredPattern.compile("\\b(?:mesa|table)\\b");

    assertFalse(pattern.mayBeIn("quiero una habitación"));
    assertFalse(pattern.matcher("quiero una habitación").find());
    assertEquals("hola", pattern.matcher("hola").replaceAll("x"));
  }

  @Test
  void upperCaseIsFoundWhereCaseDoesNotCount() {
    FilteredPattern pattern =
        FilteredPattern.compile("ñoquis", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    assertTrue(pattern.matcher("HAY ÑOQUIS?").find());
    assertEquals("HAY x?", pattern.matcher("HAY ÑOQUIS?").replaceAll("x"));
  }

  @Test
  void literallyMeantExpressionsAreAlwaysTried() {
    assertTrue(FilteredPattern.compile("a.b", Pattern.LITERAL).matcher("a.b").find());
    assertTrue(FilteredPattern.compile("me sa", Pattern.COMMENTS).matcher("mesa").find());
  }
}
