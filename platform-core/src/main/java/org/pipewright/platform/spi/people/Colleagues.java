package org.pipewright.platform.spi.people;

import java.time.LocalDate;
import java.util.List;

/**
 * Finds those who can be given work. Provided by the core as a CDI bean; used inside a transaction with the tenant
 * bound.
 */
public interface Colleagues {

    /** Members who can log in and are not absent on the day, by name. */
    List<Colleague> presentOn(LocalDate day);
}
