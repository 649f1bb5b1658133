-- How often the features that a layer shows have changed; what was made from them is stale when this has. One row a layer,
-- made at start.
CREATE TABLE layer_version (
    layer_id VARCHAR(100) PRIMARY KEY,
    version BIGINT NOT NULL,
    changed TIMESTAMP WITH TIME ZONE NOT NULL
);
