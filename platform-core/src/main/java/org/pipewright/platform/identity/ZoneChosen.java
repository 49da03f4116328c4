package org.pipewright.platform.identity;

import java.util.UUID;

/**
 * A person or a tenant chose a time zone; fired as a CDI event in the choosing transaction.
 *
 * @param tenant in which days begin at other times from now on
 * @param member for whom, or null for everybody who has chosen none
 */
public record ZoneChosen(UUID tenant, UUID member) {}
