-- A restoration by one method, to compare it with others; each method once for a photo. Others have none.
alter table restoration add column method varchar(100);

create unique index restoration_of_method on restoration (photo, method);
