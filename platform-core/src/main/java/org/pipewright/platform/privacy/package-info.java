/** What is known of one person across the records of all modules: shown on request, and erased (S-CON-05). */
package org.pipewright.platform.privacy;
