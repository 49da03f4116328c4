/** Plain pages for people outside. */
package org.pipewright.platform.pages;
