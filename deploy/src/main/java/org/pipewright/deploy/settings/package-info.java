/** What the product is started with: configuration keys, the data folder, generated secrets. */
package org.pipewright.deploy.settings;
