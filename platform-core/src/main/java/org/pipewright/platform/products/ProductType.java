package org.pipewright.platform.products;

/** What is delivered. */
public enum ProductType {
    GOODS,
    SERVICE
}
