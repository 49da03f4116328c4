package org.pipewright.platform.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets every session that migrates know the settings of the extension for likeness. Only one that has used the extension
 * knows them, and only then may a role without all rights set one: the session that creates it, but not that of another
 * node that goes on from there, nor that of a later release.
 */
final class KnownSettings extends BaseCallback {

    private static final String USED = "do $$ begin"
            + " if exists (select from pg_catalog.pg_extension where extname = 'pg_trgm') then"
            + " perform public.similarity('', '');"
            + " end if; end $$";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(USED);
        } catch (SQLException e) {
            throw new FlywayException("The extension for likeness cannot be used", e);
        }
    }
}
