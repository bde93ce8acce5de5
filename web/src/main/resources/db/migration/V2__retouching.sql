-- What is done by hand: steps in their order, and what they made of a base.
create table retouching (
    photo uuid primary key references photo (id) on delete cascade,
    base uuid references restoration (id) on delete set null, -- the original where there is none
    patches varchar not null -- JSON
);

create table retouch_step (
    id uuid primary key,
    photo uuid not null references photo (id) on delete cascade,
    place int not null,
    active boolean not null, -- not switched off
    undone boolean not null, -- taken back, and may come again
    edit varchar not null, -- JSON
    unique (photo, place)
);

create table faces (
    photo uuid primary key references photo (id) on delete cascade,
    found varchar not null -- JSON
);
