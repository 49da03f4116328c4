package org.pipewright.sales.kinds;

import java.util.UUID;

/**
 * There is a draft of a kind's next edition; whatever is kept by kind is to be there for it, too.
 *
 * @param former the kind
 * @param next its draft
 */
public record KindRevised(UUID former, UUID next) {}
