/** The one criteria language (idea 3): RSQL in, SQL out, evaluated by the database only. */
package org.pipewright.platform.criteria;
