package org.pipewright.platform.roles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.access.RoleRights.Granted;
import org.pipewright.platform.access.RoleRights.Restricted;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.roles.RightsCatalogue.OfferedAction;
import org.pipewright.platform.roles.RightsCatalogue.Subject;
import org.pipewright.platform.roles.RoleForm.FieldLine;
import org.pipewright.platform.roles.RoleForm.GrantLine;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;

/** Reads the lines of a sent role against the catalogue and tells everything that does not fit. */
final class RoleLines {

    private final Map<String, Subject> subjects;
    private final Modules modules;
    private final List<FieldError> errors = new ArrayList<>();

    RoleLines(List<Subject> subjects, Modules modules) {
        this.subjects = subjects.stream().collect(Collectors.toMap(Subject::subject, subject -> subject));
        this.modules = modules;
    }

    List<Granted> grants(List<GrantLine> lines) {
        List<Granted> grants = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            GrantLine line = lines.get(i);
            if (!seen.add(line.subject() + " " + line.action())) {
                reject("grants[" + i + "]", "duplicate");
            }
            granted(line, "grants[" + i + "].").ifPresent(grants::add);
        }
        return grants;
    }

    private Optional<Granted> granted(GrantLine line, String path) {
        Optional<Subject> subject = Optional.ofNullable(subjects.get(line.subject()));
        if (subject.isEmpty()) {
            reject(path + "subject", "unknown");
            return Optional.empty();
        }
        Optional<OfferedAction> action = subject.get().actions().stream()
                .filter(offered -> offered.action().equals(line.action()))
                .findFirst();
        if (action.isEmpty()) {
            reject(path + "action", "unknown");
            return Optional.empty();
        }
        Optional<Level> level = LevelName.read(Level.class, line.level())
                .filter(known -> action.get().levels().contains(LevelName.of(known)));
        if (level.isEmpty()) {
            reject(path + "level", "not-a-choice");
        }
        return level.map(known -> new Granted(line.subject(), line.action(), known));
    }

    List<Restricted> fields(List<FieldLine> lines) {
        List<Restricted> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            FieldLine line = lines.get(i);
            if (!seen.add(line.recordType() + " " + line.field())) {
                reject("fields[" + i + "]", "duplicate");
            }
            restricted(line, "fields[" + i + "].").ifPresent(fields::add);
        }
        return fields;
    }

    private Optional<Restricted> restricted(FieldLine line, String path) {
        Optional<Subject> type = Optional.ofNullable(subjects.get(line.recordType()));
        if (type.isEmpty()) {
            reject(path + "recordType", "unknown");
            return Optional.empty();
        }
        if (type.get().fields().stream().noneMatch(field -> field.field().equals(line.field()))) {
            reject(path + "field", "unknown");
        }
        Optional<FieldAccess> access = LevelName.read(FieldAccess.class, line.access());
        if (access.isEmpty()) {
            reject(path + "access", "not-a-choice");
        }
        return access.map(value -> new Restricted(line.recordType(), line.field(), value));
    }

    void checkFeatures(Map<String, Boolean> features) {
        features.keySet().stream()
                .filter(key -> modules.feature(key).isEmpty())
                .forEach(key -> reject("features." + key, "unknown"));
    }

    void requireNoErrors() {
        InvalidFields.requireNone(errors);
    }

    private void reject(String field, String code) {
        errors.add(InvalidFields.error(field, code));
    }
}
