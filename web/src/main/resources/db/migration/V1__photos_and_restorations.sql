create table photo (
    id uuid primary key,
    added timestamp with time zone not null,
    sha256 varchar(64) not null unique,
    name varchar(255) not null,
    bytes bigint not null,
    width int not null,
    height int not null,
    diagnosis varchar -- JSON, once there is one
);

create index photo_newest on photo (added desc, id desc);

create table restoration (
    id uuid primary key,
    photo uuid not null references photo (id) on delete cascade,
    asked timestamp with time zone not null,
    preset varchar(20) not null,
    plan varchar, -- JSON, once there is one
    strength double precision not null,
    state varchar(20) not null,
    message varchar(2000) not null,
    steps varchar, -- JSON, once it is done
    seconds double precision not null
);

create index restoration_of_photo on restoration (photo, asked desc);
create index restoration_state on restoration (state);

-- As db-scheduler wants it.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures int,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
