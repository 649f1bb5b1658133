-- Features that a client has locked (WFS LockFeature). The tables of versions are made beside their layers' at start.
CREATE TABLE feature_lock (
    layer_id VARCHAR(100) NOT NULL,
    fid BIGINT NOT NULL,
    lock_id VARCHAR(80) NOT NULL,
    owner VARCHAR(100) NOT NULL,
    expires TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (layer_id, fid)
);

CREATE INDEX feature_lock_id ON feature_lock (lock_id);

-- Who may sign in. Passwords are bcrypt hashes.
CREATE TABLE service_user (
    name VARCHAR(100) PRIMARY KEY,
    password_hash VARCHAR(100) NOT NULL,
    role VARCHAR(20) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL
);
