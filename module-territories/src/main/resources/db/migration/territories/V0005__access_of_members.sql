-- Which records of a territory a member reaches beyond what roles allow (S-TERR-13).
alter table territories.territory_member
  add column access text check (access in ('VIEW', 'EDIT')),
  add column below boolean not null default false;
