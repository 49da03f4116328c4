/** Serves the web shell: its one page at every address people see, and how long browsers keep its files. */
package org.pipewright.platform.web;
