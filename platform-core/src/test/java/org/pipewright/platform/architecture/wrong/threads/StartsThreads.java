package org.pipewright.platform.architecture.wrong.threads;

class StartsThreads {

    void start(Runnable work) {
        new Thread(work).start();
    }
}
