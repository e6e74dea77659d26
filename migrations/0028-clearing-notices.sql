-- Whoever can clear an answer is told when it reaches them.
alter table notices
  drop constraint notices_kind_check,
  add constraint notices_kind_check check (
    kind in ('reminder', 'escalation', 'assignment', 'answer returned', 'answer to clear')
  );
