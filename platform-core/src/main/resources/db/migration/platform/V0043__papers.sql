-- Templates the tenant wrote for its papers, each version; one without a template went back to that of the product.
create table core.paper_template (
  tenant_id uuid not null default current_setting('pipewright.tenant')::uuid,
  kind text not null,
  n int not null,
  template text,
  author_id uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, kind, n),
  foreign key (tenant_id, author_id) references core.member
);
select platform.tenant_table('core.paper_template');
revoke update, delete on core.paper_template from ${app};

-- What was issued is kept as it is: its row and content neither change nor go.
alter table core.file add sealed boolean not null default false;
