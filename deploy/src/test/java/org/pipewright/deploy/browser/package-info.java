/** The product in a real browser: people's windows, how screens must look, and their stories. */
package org.pipewright.deploy.browser;
