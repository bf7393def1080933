package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDietTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          can you cater for coeliacs? my wife is one | coeliacs: my wife is one
          ¿preparáis algo para celíacos? es que mi marido lo es | celíacos: mi marido lo es
          tienen platos veganos? yo lo soy | veganos: yo lo soy
          Do you do gluten free? I'm coeliac | I'm coeliac
          ¿tienen opciones sin lactosa? mi nieto es intolerante a la lactosa | mi nieto es intolerante a la lactosa
          qué hay para vegetarianos? dos de nosotros lo son | vegetarianos: dos de nosotros lo son
          is there anything for vegans? one of the girls is | vegans: one of the girls is
          hay menú halal? tengo alergia al marisco también | tengo alergia al marisco también
          One of our friends has a severe nut allergy, would that be a problem? | One of our friends has a severe nut allergy
          la niña es alérgica al huevo, ¿lo controláis? | la niña es alérgica al huevo
          """)
  void whoComesIsToldOfBesideTheQuestion(String said, String noted) {
    assertEquals(noted, OwnDiet.in(said));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿tenéis menú sin gluten?",
        "do you cater for coeliacs?",
        "¿y si alguien es celíaco?",
        "have you got vegan dishes, my son asks",
        "mi hijo cumple diez años, ¿hay tarta?",
        "qué alérgenos lleva el bacalao"
      })
  void aQuestionTellsOfNobody(String said) {
    assertNull(OwnDiet.in(said));
  }
}
