package org.pipewright.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContainerThreadsTest {

    private final ExecutorService container = Executors.newCachedThreadPool();
    private final ContainerThreads threads = new ContainerThreads(container);

    @AfterEach
    void stopContainer() {
        container.shutdownNow();
    }

    @Test
    void leavesTheContainersThreadsAliveWhenShutDown() {
        threads.shutdown();

        assertThat(container.isShutdown()).isFalse();
        assertThatThrownBy(() -> threads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void interruptsWhatStillRuns() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        threads.execute(() -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        running.await();

        threads.shutdownNow();

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }
}
