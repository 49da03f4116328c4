package com.example.probe;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Something that was noted. */
@Entity
@Table(schema = "probe", name = "note")
@RecordType(
        name = "probe.note",
        path = "notes",
        title = "name",
        feature = "probe.notes",
        columns = {"name"},
        sort = "name",
        menu = "sales",
        order = 90,
        icon = "file")
public class Note extends CrmRecord {

    @Field(required = true, searchable = true)
    private String name;

    protected Note() {}

    Note(String name) {
        this.name = name;
    }
}
