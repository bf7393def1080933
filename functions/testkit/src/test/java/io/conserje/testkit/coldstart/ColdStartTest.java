package io.conserje.testkit.coldstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.conserje.names.LambdaFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColdStartTest {

  @Test
  void everyFunctionIsMeasured() {
    for (LambdaFunction function : LambdaFunction.all()) {
      assertNotNull(ColdStart.scenario(function.name()));
    }
  }

  @Test
  void aLineForMachinesHasItsFieldsInOrder() {
    Samples hello = new Samples();
    hello.add(false, 100, 40);
    Samples function = new Samples();
    for (double millis : List.of(190.0, 200.0, 300.0)) {
      function.add(false, millis, 80);
    }
    function.add(true, 250, 90);
    function.packageBytes(12_500_000);
    function.classes(3000);
    assertEquals(
        "{\"name\":\"turns\",\"packaging\":\"zip\",\"median_ms\":200.0,\"p90_ms\":280.0,"
            + "\"ratio_to_hello\":2.00,\"ratio_with_tls\":2.50,\"package_mb\":12.50,"
            + "\"peak_rss_mb\":80,\"classes\":3000}",
        new Row("turns", "zip", function, hello).forMachines());
  }
}
