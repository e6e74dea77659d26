-- What has been attached to a call that is still a draft: filed with the case when it is made.
create table call_draft_files (
  organisation_id int not null,
  file_id bigint generated always as identity,
  draft_id bigint not null,
  name text not null,
  media_type text not null,
  content_hash text not null,
  content_size bigint not null,
  category text,
  is_self_service bool not null,
  primary key (organisation_id, file_id),
  foreign key (organisation_id, draft_id) references call_drafts
);
create index call_draft_files_draft on call_draft_files (organisation_id, draft_id);
create index call_draft_files_hash on call_draft_files (organisation_id, content_hash);

call protect('{call_draft_files}', 'select, insert, delete');
