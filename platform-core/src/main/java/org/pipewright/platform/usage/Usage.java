package org.pipewright.platform.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.usage.UsageView.LimitState;

/** What the bound tenant uses, measured now. */
@ApplicationScoped
public class Usage {

    private static final int PERCENT = 100;
    private static final int WARNING = 80;

    @Inject
    UsageCounts counts;

    @Inject
    UsageRows rows;

    @Inject
    Limits limits;

    @Inject
    Metering metering;

    @Inject
    CallerBinding binding;

    /** Measures and tells everything. */
    public UsageView view() {
        metering.note();
        measure();
        return new UsageView(limitStates(), rows.of(binding.tenantId()));
    }

    /** The months alone. */
    public List<MonthOfUse> months() {
        return view().months();
    }

    void measure() {
        rows.measured(binding.tenantId(), counts.records(), counts.storageBytes());
    }

    /** Limits of which 80 % or more are used up. */
    List<LimitState> warnings() {
        return limitStates().stream()
                .filter(state -> !state.state().equals("ok"))
                .toList();
    }

    private List<LimitState> limitStates() {
        return Stream.of(Limit.values()).map(this::state).toList();
    }

    private LimitState state(Limit limit) {
        UUID tenant = binding.tenantId();
        OptionalLong most = limits.of(tenant, limit);
        Long used = used(limit, tenant);
        return new LimitState(
                limit.key(),
                most.isPresent() ? most.getAsLong() : null,
                limits.isOwn(tenant, limit),
                used,
                most.isPresent() && used != null ? state(used, most.getAsLong()) : "ok");
    }

    private Long used(Limit limit, UUID tenant) {
        return switch (limit) {
            case USERS -> counts.users();
            case RECORDS -> counts.records();
            case STORAGE_MB -> counts.storageMegabytes(tenant);
            case IMPORT_ROWS, API_CALLS_PER_MINUTE -> null;
        };
    }

    static String state(long used, long most) {
        if (used >= most) {
            return "reached";
        }
        return used * PERCENT >= most * WARNING ? "near" : "ok";
    }
}
