package io.conserje.call.out;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostlyNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+34803123456",
        "+34807123456",
        "+34905123456",
        "+3411888",
        "+447012345678",
        "+449098790000",
        "+449111234567",
        "+33899123456",
        "+4990012345678",
        "+39899123456",
        "+19005551234",
        "+12129761234",
        "+881612345678",
        "+97912345678",
        "+351607123456",
        "+41900123456"
      })
  void whoLivesOfBeingCalledIsNot(String number) {
    assertTrue(CostlyNumbers.contain(number), number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+34600000101",
        "+34912345678",
        "+34800123456",
        "+34902123456",
        "+447700900123",
        "+442071234567",
        "+33612345678",
        "+4915112345678",
        "+393331234567",
        "+390612345678",
        "+12125551234",
        "+14155550100",
        "+351912345678",
        "+41791234567",
        "+31612345678",
        "+353861234567",
        "+3232345678",
        "+819012345678",
        "+441182345678",
        "+35315123456",
        "+33118123456",
        "+31182345678",
        "+3293123456"
      })
  void aTelephoneIs(String number) {
    assertFalse(CostlyNumbers.contain(number), number);
  }
}
