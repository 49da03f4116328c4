package org.pipewright.platform.spi.secrets;

/**
 * Encrypts what a tenant entrusts to a module, such as the key of a provider, so that the database does not tell it.
 * Provided by the core as a CDI bean.
 */
public interface KeptSecrets {

    /**
     * The secret as only this installation can read it.
     *
     * @param purpose dotted, module first; nothing that is sealed for one opens for another
     */
    String sealed(String purpose, String secret);

    /** What was sealed for the purpose; throws when it was changed, or sealed by another installation. */
    String opened(String purpose, String sealed);
}
