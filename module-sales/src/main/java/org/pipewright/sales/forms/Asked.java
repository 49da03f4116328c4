package org.pipewright.sales.forms;

/** Whether a form asks something. */
enum Asked {
    REQUIRED,
    OPTIONAL,
    NO
}
