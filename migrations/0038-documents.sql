-- What a document was before: each content that another has taken the place of, the oldest first.
create table document_versions (
  organisation_id int not null,
  document_id bigint not null,
  version int not null,
  name text not null,
  media_type text,
  content_hash text not null,
  content_size bigint,
  document_at timestamptz not null,
  author text not null,
  primary key (organisation_id, document_id, version),
  foreign key (organisation_id, document_id) references documents
);
create index document_versions_hash on document_versions (organisation_id, content_hash);

call protect('{document_versions}', 'select, insert, delete');
