package org.pipewright.platform.startup;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Fires the start event. */
@WebListener
public class StartListener implements ServletContextListener {

    @Inject
    Event<ApplicationStarted> started;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        started.fire(new ApplicationStarted());
    }
}
