package org.pipewright.platform.jobs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Threads of the container, where transactions and beans work, as an executor that can be shut down: the container's
 * own refuses that, the scheduler insists on it.
 */
final class ContainerThreads extends AbstractExecutorService {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

    private final ExecutorService container;
    private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean shutDown;

    ContainerThreads(ExecutorService container) {
        this.container = container;
    }

    @Override
    public void execute(Runnable work) {
        if (shutDown) {
            throw new RejectedExecutionException();
        }
        running.removeIf(Future::isDone);
        running.add(container.submit(work));
    }

    @Override
    public void shutdown() {
        shutDown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutDown = true;
        running.forEach(work -> work.cancel(true));
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutDown;
    }

    @Override
    public boolean isTerminated() {
        return shutDown && running.stream().allMatch(Future::isDone);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (!isTerminated() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS_BETWEEN_LOOKS);
        }
        return isTerminated();
    }
}
