package org.pipewright.sales.demand;

import java.math.BigDecimal;
import java.util.Optional;
import org.pipewright.platform.spi.money.Money;

/**
 * What documents say about a line of demand.
 *
 * @param quantity how much of it stands there
 * @param delivered how much of that was delivered
 * @param amount what it comes to without tax
 */
public record Portion(BigDecimal quantity, BigDecimal delivered, Optional<Money> amount) {}
