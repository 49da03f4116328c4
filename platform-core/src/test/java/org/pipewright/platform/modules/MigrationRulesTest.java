package org.pipewright.platform.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationRulesTest {

    @Test
    void takesWellNamedMigrationsWithoutGaps() {
        assertThat(MigrationRules.namingProblems(List.of("V0001__leads.sql", "V0002__lead_scores.sql")))
                .isEmpty();
    }

    @Test
    void findsGapsAndBadNames() {
        assertThat(MigrationRules.namingProblems(List.of("V0001__leads.sql", "V0003__x.sql", "V0003__Bad.sql")))
                .containsExactly("V0003__x.sql is not V0002__words.sql", "V0003__Bad.sql is not V0003__words.sql");
    }

    @Test
    void findsTablesAndKeysWithoutTenant() {
        String sql = """
                create table shop.item (
                  id uuid primary key,
                  maker_id uuid references shop.maker,
                  unique (id)
                );
                create index item_maker on shop.item (maker_id);
                """;

        assertThat(MigrationRules.tenancyProblems(sql))
                .containsExactly(
                        "shop.item has no tenant",
                        "shop.item is not protected by platform.tenant_table",
                        "shop.item has a key without tenant: unique (id)",
                        "shop.item has a key without tenant:  id uuid primary key,",
                        "shop.item has a key without tenant:  maker_id uuid references shop.maker,",
                        "create index item_maker on shop.item (maker_id begins without tenant");
    }

    @Test
    void takesATableThatBelongsToATenant() {
        String sql = """
                create table shop.item (
                  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
                  id uuid not null,
                  primary key (tenant_id, id),
                  foreign key (tenant_id, id) references core.account deferrable initially deferred
                );
                create unique index item_name on shop.item (tenant_id, lower(name));
                select platform.tenant_table('shop.item');
                """;

        assertThat(MigrationRules.tenancyProblems(sql)).isEmpty();
    }

    @Test
    void takesARecordWithTheColumnsOfEveryRecord() {
        String sql = """
                create table shop.item (
                  like platform.owned_record,
                  name text not null,
                  primary key (tenant_id, id)
                );
                select platform.record_table('shop.item');
                """;

        assertThat(MigrationRules.tenancyProblems(sql)).isEmpty();
    }

    @Test
    void findsACatalogueWhoseEntriesMayHaveTheSameName() {
        String sql = """
                create table shop.reason (
                  like platform.catalogue_entry,
                  primary key (tenant_id, id)
                );
                select platform.record_table('shop.reason');
                """;

        assertThat(MigrationRules.tenancyProblems(sql))
                .containsExactly("shop.reason is not protected by platform.catalogue_table");
    }

    @Test
    void findsARecordWithoutItsDefaults() {
        String sql = """
                create table shop.item (
                  like platform.record,
                  primary key (tenant_id, id)
                );
                select platform.tenant_table('shop.item');
                """;

        assertThat(MigrationRules.tenancyProblems(sql))
                .containsExactly("shop.item is not protected by platform.record_table");
    }
}
