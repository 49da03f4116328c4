package org.pipewright.platform.manifest;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.access.Caller.HeldRole;
import org.pipewright.platform.recordtypes.Condition;

/**
 * Everything the shell draws for a member of a tenant. Labels are text keys, paths are relative to the tenant's pages.
 *
 * @param tenant acted in
 * @param me the member
 * @param features in force by key
 * @param menu entries in order
 * @param recordTypes the caller may view
 * @param panels of record pages
 * @param widgets of dashboards
 * @param pages drawn by modules
 * @param texts the tenant's own, in place of those of that key
 */
public record Manifest(
        Tenant tenant,
        Me me,
        Map<String, Boolean> features,
        List<Entry> menu,
        List<Type> recordTypes,
        List<Element> panels,
        List<Element> widgets,
        List<Element> pages,
        Map<String, String> texts) {

    /** The tenant. */
    public record Tenant(
            String id,
            String slug,
            String name,
            String status,
            String currency,
            List<Currency> currencies,
            String timeZone,
            String language,
            int firstWeekday) {}

    /** A currency that is offered for new amounts, and whether they start with it. */
    public record Currency(String code, boolean preferred) {}

    /** The member, the teams it belongs to and what it may do besides records. */
    public record Me(String id, String name, List<HeldRole> roles, List<String> capabilities, List<String> teams) {}

    /** An entry of the menu. */
    public record Entry(String key, String group, String label, String path, String icon, int order) {}

    /**
     * A record type.
     *
     * @param columns of the list while nobody has chosen others
     * @param matches fields by which its records are taken for the same
     * @param layouts the tenant's, in the order in which they count
     * @param links what its records are linked to; only filters ask for them
     */
    public record Type(
            String name,
            String path,
            String label,
            String titleField,
            String icon,
            String defaultSort,
            List<String> columns,
            boolean owned,
            boolean importable,
            boolean catalogue,
            List<Field> fields,
            Map<String, Boolean> actions,
            List<VerbForm> verbs,
            List<Board> boards,
            List<View> views,
            Part partOf,
            List<Siblings> siblings,
            Through through,
            List<Report> reports,
            boolean activities,
            List<String> matches,
            String revises,
            List<Layout> layouts,
            List<Field> links) {}

    /**
     * How form, page and list are laid out for the caller; the first that fits counts.
     *
     * @param when which records it is for; null for all
     * @param sections of form and page; empty where another layout tells
     * @param columns of the list; empty where another layout tells
     */
    public record Layout(Condition when, List<Section> sections, List<String> columns) {}

    /** A section with a heading of the tenant's own, or with that of a group. */
    public record Section(String group, String label, List<String> fields) {}

    /**
     * Of which record type these are parts, the field that refers to it, and whether it opens with them; null for records
     * of their own.
     */
    public record Part(String type, String field, boolean essential) {}

    /** A list of the records that have a reference in common with the one that is shown. */
    public record Siblings(String by, String label) {}

    /** References one after another, and to which type they lead. */
    public record Through(String type, String path) {}

    /** A report, the fields by which it can be told, its criteria, and the field of its period. */
    public record Report(
            String key,
            String label,
            String filter,
            String period,
            List<String> by,
            List<String> figures,
            boolean onStart,
            boolean moves) {}

    /** A board as it was declared. */
    public record Board(
            String field,
            String label,
            String filter,
            String columns,
            String course,
            String per,
            String roles,
            String perFilter,
            String sum,
            String weight,
            String stale,
            String place,
            List<String> verbs) {}

    /** A view the list comes with. */
    public record View(String key, String label, String filter, String sort, boolean onStart) {}

    /**
     * A field.
     *
     * @param narrowed whether forms ask what may be chosen here before they offer it; else nothing
     * @param divides whether modules divide records up by it, so that pages of figures offer it as a filter; else nothing
     */
    public record Field(
            String name,
            String label,
            String kind,
            boolean required,
            boolean readOnly,
            Integer max,
            Double min,
            Double most,
            List<Choice> choices,
            String references,
            String offered,
            Boolean narrowed,
            String explains,
            String group,
            boolean sortable,
            boolean filterable,
            boolean searchable,
            boolean personal,
            Boolean divides,
            String help,
            JsonValue preset,
            Condition.OfField conditions) {}

    /** A value of a choice. */
    public record Choice(String value, String label) {}

    /** A verb and the fields of its form; {@code proposes} when the form opens filled in. */
    public record VerbForm(
            String name,
            String label,
            boolean bulk,
            boolean leading,
            boolean aside,
            boolean exchanges,
            boolean proposes,
            List<Field> fields) {}

    /** A custom element of a module; {@code subject} is the record type or capability it is about, empty for none. */
    public record Element(
            String key, String label, String target, String tag, String module, String subject, int order) {}
}
