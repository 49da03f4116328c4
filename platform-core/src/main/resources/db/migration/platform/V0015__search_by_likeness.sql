-- Records with words almost like the wanted ones: each word of three letters or more has one that shares half of its
-- trigrams. As platform.search: under row-level security no index would be used.
create function platform.search_alike(for_subject text, wanted text, most int)
returns table (record_id uuid, likeness real)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, public
set pg_trgm.word_similarity_threshold = 0.45 as $$
declare
  bound uuid := pg_catalog.current_setting('pipewright.tenant')::uuid;
  folded text[] := array(
    select word from regexp_split_to_table(platform.fold(wanted), '\s+') word where length(word) > 2 limit 8);
begin
  if cardinality(folded) = 0 then
    return;
  end if;
  return query execute
    'select e.record_id, (select avg(word_similarity(w, e.words))::real from unnest($3) w) as likeness'
    || ' from core.search_entry e where e.tenant_id = $1 and e.subject = $2'
    || (select string_agg(format(' and e.words %%> %L', word), '') from unnest(folded) word)
    || ' order by likeness desc limit $4'
    using bound, for_subject, folded, most;
end $$;
grant create on schema platform to ${search};
alter function platform.search_alike(text, text, int) owner to ${search};
revoke create on schema platform from ${search};
revoke execute on function platform.search_alike(text, text, int) from public;
grant execute on function platform.search_alike(text, text, int) to ${app};
