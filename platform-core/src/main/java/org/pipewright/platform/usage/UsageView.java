package org.pipewright.platform.usage;

import java.util.List;

/**
 * What a tenant may use and uses.
 *
 * @param limits each of them
 * @param months the latest first
 */
public record UsageView(List<LimitState> limits, List<MonthOfUse> months) {

    /**
     * One limit.
     *
     * @param limit its name
     * @param most what is allowed, null without a limit
     * @param own whether the operator said it for this tenant
     * @param used now, null where nothing is used up
     * @param state {@code ok}, {@code near} from 80 % on, {@code reached}
     */
    public record LimitState(String limit, Long most, boolean own, Long used, String state) {}
}
