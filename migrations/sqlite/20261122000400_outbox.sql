-- What is owed to people: letters, where their messages stand, and when each calendar job was last due.
CREATE TABLE letters (
    id BLOB PRIMARY KEY NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    capability TEXT NOT NULL,
    matter TEXT NOT NULL,
    form TEXT NOT NULL,
    of_letter BLOB REFERENCES letters (id) ON DELETE CASCADE,
    class TEXT NOT NULL,
    lane BIGINT NOT NULL,
    is_urgent BOOLEAN NOT NULL,
    wish TEXT NOT NULL,
    event_at TIMESTAMP,
    useless_after TIMESTAMP NOT NULL,
    dedup_key TEXT NOT NULL UNIQUE,
    cause TEXT NOT NULL,
    state TEXT NOT NULL,
    is_planned BOOLEAN NOT NULL,
    is_over_budget BOOLEAN NOT NULL,
    is_calling BOOLEAN NOT NULL,
    due_at TIMESTAMP NOT NULL,
    tries BIGINT NOT NULL,
    claimed_by BLOB,
    held_until TIMESTAMP,
    claim_number BIGINT NOT NULL,
    said_with BLOB,
    outcome TEXT,
    created_at TIMESTAMP NOT NULL,
    settled_at TIMESTAMP
);
-- What is due next, lane by lane.
CREATE INDEX letters_due ON letters (lane, due_at, id) WHERE state = 'owed' AND is_planned;
CREATE INDEX letters_unplanned ON letters (id) WHERE state = 'owed' AND NOT is_planned;
CREATE INDEX letters_useless ON letters (useless_after) WHERE state IN ('owed', 'unreachable');
CREATE INDEX letters_open ON letters (person_id, due_at) WHERE state IN ('owed', 'unreachable');
CREATE INDEX letters_cause ON letters (cause) WHERE state IN ('owed', 'unreachable');
CREATE INDEX letters_claimed ON letters (claimed_by) WHERE claimed_by IS NOT NULL;
CREATE INDEX letters_of_letter ON letters (of_letter) WHERE of_letter IS NOT NULL;
CREATE INDEX letters_settled ON letters (person_id, settled_at) WHERE state = 'delivered';
CREATE INDEX letters_old ON letters (settled_at) WHERE settled_at IS NOT NULL;

-- Where a letter stands in the conversations: a message may be edited or withdrawn later.
CREATE TABLE letter_messages (
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    contact_id BLOB NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    message TEXT NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    PRIMARY KEY (letter_id, contact_id, position)
);
CREATE INDEX letter_messages_contact ON letter_messages (contact_id);

-- A calendar job runs once for each of its due instants, whichever replica comes first.
CREATE TABLE job_runs (
    job TEXT PRIMARY KEY NOT NULL,
    last_due_at TIMESTAMP NOT NULL
);
