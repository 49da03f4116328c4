/** Lead forms: what people outside are asked on a web page, and the leads that come of it. */
package org.pipewright.sales.forms;
