package org.pipewright.platform.guards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.identity.CurrentVisitor;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.errors.Refusal;

/** Whether who calls is one whom an operation admits. */
@ApplicationScoped
class Admission {

    @Inject
    CallerBinding caller;

    @Inject
    CurrentVisitor visitors;

    @Inject
    IdentitySettings settings;

    @Inject
    RecordTypes types;

    void require(Admits admits, String records) {
        switch (admits.value()) {
            case ANYBODY -> {}
            case VISITOR -> visitors.visitor();
            case OPERATOR -> requireOperator();
            case MEMBER -> requireMember(admits);
            case RECORDS -> requireType(admits, types.at(records));
            case ADMINISTRATOR -> requireAdministrator();
        }
    }

    private void requireOperator() {
        if (!settings.isOperator(visitors.visitor().person().email())) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN);
        }
    }

    private void requireAdministrator() {
        if (!caller.caller().rights().holdsEverything()) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN);
        }
    }

    private void requireMember(Admits admits) {
        caller.requireFeature(admits.feature());
        requireCapability(admits);
        if (!admits.recordType().isEmpty()) {
            requireType(
                    admits, types.named(admits.recordType()).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND)));
        }
    }

    private void requireType(Admits admits, DeclaredType type) {
        caller.requireFeature(type.feature());
        requireCapability(admits);
        if (!caller.isAllowed(type.name(), admits.action())) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + admits.action());
        }
    }

    private void requireCapability(Admits admits) {
        String[] needed = admits.capability();
        if (needed.length > 0
                && Arrays.stream(needed).noneMatch(capability -> caller.isAllowed(capability, Action.USE))) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, needed[0]);
        }
    }
}
