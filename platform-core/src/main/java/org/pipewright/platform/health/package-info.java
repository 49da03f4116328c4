/** What operators watch: whether the product is ready, how much it does, and logs without personal data. */
package org.pipewright.platform.health;
