package com.example.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;

/** Greets each tenant once. */
@ApplicationScoped
public class NoteDefaults implements TenantHook {

    @Inject
    Records records;

    @Override
    public void setUp(Locale language) {
        records.create(new Note("Welcome"));
    }
}
