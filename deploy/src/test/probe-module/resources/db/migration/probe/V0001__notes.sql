grant usage on schema probe to ${app};

create table probe.note (
  like platform.record,
  name text not null
);
select platform.record_table('probe.note');
