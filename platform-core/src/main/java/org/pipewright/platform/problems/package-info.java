/** Pages at the addresses that problem documents name as their type, one for each kind of refusal. */
package org.pipewright.platform.problems;
