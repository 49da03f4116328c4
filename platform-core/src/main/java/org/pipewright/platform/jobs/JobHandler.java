package org.pipewright.platform.jobs;

/**
 * Does one kind of jobs, as a CDI bean. Called on one node, outside any transaction, with the tenant bound and acting
 * as the member who started the job; opens its own transactions and reports progress.
 */
public interface JobHandler {

    /** Kind of jobs it does, such as {@code import}. */
    String kind();

    /** Does the job. An exception makes it a failed one; {@link JobRun#stopIfCancelled} ends it when it was cancelled. */
    void run(JobRun run);

    /** Whether it can go on after its node died, from {@link JobRun#done}; else the job is marked as failed. */
    default boolean resumable() {
        return false;
    }

    /** Whether it also works for a tenant that is suspended or about to be deleted; else the job waits, or stops. */
    default boolean worksWhileClosed() {
        return false;
    }
}
