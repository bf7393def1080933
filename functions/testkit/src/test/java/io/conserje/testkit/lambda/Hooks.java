package io.conserje.testkit.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import org.crac.Core;
import org.crac.Resource;

/** Tells how often its hooks around a checkpoint ran. */
public final class Hooks implements RequestHandler<Object, String> {

  // A field keeps it: the context holds only a weak reference.
  private final Written written = new Written();

  public Hooks() {
    Core.getGlobalContext().register(written);
  }

  @Override
  public String handleRequest(Object event, Context context) {
    return written.checkpoints + " checkpoint, " + written.restores + " restore";
  }

  static final class Written implements Resource {
    private int checkpoints;
    private int restores;

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
      checkpoints++;
      System.out.println("before checkpoint");
      System.out.flush();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
      restores++;
      System.out.println("after restore");
      System.out.flush();
    }
  }
}
