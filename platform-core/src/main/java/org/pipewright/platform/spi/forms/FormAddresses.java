package org.pipewright.platform.spi.forms;

import java.util.UUID;

/** Where people find the forms of the bound tenant. Provided by the core as a CDI bean. */
public interface FormAddresses {

    /** Address of the page the product serves. */
    String page(UUID form);

    /** Markup that shows the form inside a page of another site. */
    String snippet(UUID form);
}
