package org.pipewright.deploy.product;

/** Work of the product that comes round by itself, made to come round now. */
public final class Chores {

    private Chores() {}

    /** Lets the chore begin within a second; one that is being done when it is asked for is awaited: it may have looked before. */
    public static void due(String name) {
        RunningProduct.eventually(
                "nobody is at the chore " + name,
                () -> !Console.unlimited()
                        .query(
                                "update platform.scheduled_tasks set execution_time = now() where task_name = ? and not picked"
                                        + " returning task_name",
                                "chore." + name)
                        .isEmpty());
    }
}
