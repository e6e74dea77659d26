-- Who found what: whoever answered a point in one stage does not decide on it in a stage that asks for somebody else.
alter table point_answers
  add column answered_by_id bigint,
  add foreign key (organisation_id, answered_by_id) references users;
