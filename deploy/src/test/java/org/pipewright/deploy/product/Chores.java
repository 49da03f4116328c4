package org.pipewright.deploy.product;

/** Work of the product that comes round by itself, made to come round now. */
public final class Chores {

    private Chores() {}

    /** Lets the chore begin within a second. */
    public static void due(String name) {
        Console.unlimited()
                .execute(
                        "update platform.scheduled_tasks set execution_time = now() where task_name = ?",
                        "chore." + name);
    }
}
