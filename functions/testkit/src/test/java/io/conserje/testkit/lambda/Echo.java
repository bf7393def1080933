package io.conserje.testkit.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.concurrent.CountDownLatch;

/** Answers with its event; {@code fail} and {@code sleep} do as they say. */
public final class Echo implements RequestHandler<String, String> {

  @Override
  public String handleRequest(String event, Context context) {
    if (event.equals("fail")) {
      throw new IllegalStateException("failed as the event asked");
    }
    if (event.equals("sleep")) {
      sleep();
    }
    return event;
  }

  private static void sleep() {
    System.out.println("sleeping");
    System.out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
