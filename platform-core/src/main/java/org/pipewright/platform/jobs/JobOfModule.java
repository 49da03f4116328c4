package org.pipewright.platform.jobs;

import org.pipewright.platform.spi.jobs.LongWork;

/** Long work of a module as a kind of jobs. */
record JobOfModule(LongWork work) implements JobHandler {

    @Override
    public String kind() {
        return work.kind();
    }

    @Override
    public void run(JobRun run) {
        work.run(run);
    }

    @Override
    public boolean resumable() {
        return true;
    }
}
