/** Where leads and deals come from: the channel, and the person, partner or marketing activity behind it. */
package org.pipewright.sales.sources;
