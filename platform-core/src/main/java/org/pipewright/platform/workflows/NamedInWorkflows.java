package org.pipewright.platform.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pipewright.platform.ownfields.OwnFieldUser;
import org.pipewright.platform.roles.RoleUser;

/** Keeps roles and fields as long as a workflow names them, in its draft or in its latest version. */
@ApplicationScoped
class NamedInWorkflows implements RoleUser, OwnFieldUser {

    @Inject
    WorkflowRows rows;

    @Override
    public Optional<String> userOf(String role) {
        return first(workflow -> true, definition -> definition.namesRole(role));
    }

    @Override
    public Optional<String> userOf(String recordType, String field) {
        return first(workflow -> workflow.recordType().equals(recordType), definition -> definition.namesField(field));
    }

    private Optional<String> first(Predicate<Workflow> candidate, Predicate<Definition> names) {
        return rows.all().stream()
                .filter(candidate)
                .filter(workflow -> definitions(workflow).anyMatch(names))
                .map(Workflow::name)
                .findFirst();
    }

    private Stream<Definition> definitions(Workflow workflow) {
        return Stream.concat(
                Stream.of(workflow.draft()),
                workflow.latest().map(number -> rows.definition(workflow.id(), number)).stream());
    }
}
