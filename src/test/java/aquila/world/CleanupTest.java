package aquila.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is undone when the process is interrupted. */
class CleanupTest {
  private final Cleanup cleanup = new Cleanup();
  private final List<String> done = new ArrayList<>();

  @Test
  void oneTaskThatFailsStopsNoOther() {
    cleanup.add(() -> done.add("oldest"));
    cleanup.add(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    cleanup.add(() -> done.add("between"));
    cleanup.add(
        () -> {
          // So does a class that is loaded for the first time out of a jar that was replaced.
          throw new NoClassDefFoundError("on purpose");
        });
    cleanup.run();
    assertEquals(List.of("between", "oldest"), done);
  }

  @Test
  void whatIsBegunTooLateIsUndoneAtOnce() {
    assertFalse(cleanup.isRun());
    cleanup.run();
    assertTrue(cleanup.isRun());
    cleanup.add(() -> done.add("late")).close();
    assertEquals(List.of("late"), done);
  }

  @Test
  void severalThreadsMayAddAndTakeOff() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          new Thread(
              () -> {
                for (int j = 0; j < 500; j++) {
                  cleanup.add(runs::incrementAndGet).close();
                }
                cleanup.add(runs::incrementAndGet);
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    cleanup.run();
    assertEquals(4, runs.get());
  }
}
