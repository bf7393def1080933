package io.conserje.connectors.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotHookTest {

  @Test
  void itPrimesBeforeTheSnapshotAndRefreshesAfterEachRestore() {
    List<String> done = new ArrayList<>();
    SnapshotHook hook = SnapshotHook.register(() -> done.add("prime"), () -> done.add("refresh"));
    assertEquals(List.of(), done);
    hook.beforeCheckpoint(null);
    hook.afterRestore(null);
    hook.afterRestore(null);
    assertEquals(List.of("prime", "refresh", "refresh"), done);
  }
}
