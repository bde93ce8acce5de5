-- Whether a restoration went on from what an earlier one came to: then its time says nothing of a whole one.
alter table restoration add column resumed boolean default false not null;

update restoration set resumed = true where steps like '%"earlier":true%';
