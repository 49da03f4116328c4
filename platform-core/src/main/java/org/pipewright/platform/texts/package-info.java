/** Texts of the product in every language. */
package org.pipewright.platform.texts;
