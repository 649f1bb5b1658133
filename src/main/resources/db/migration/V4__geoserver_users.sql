-- The same password as GeoServer keeps it, so that who edits here can edit there. Empty until it is set, or used, the next time.
ALTER TABLE service_user ADD COLUMN geoserver_digest VARCHAR(100);

-- Users that were made in a GeoServer, and with which digest of their password.
CREATE TABLE published_user (
    target VARCHAR(400) NOT NULL,
    name VARCHAR(100) NOT NULL,
    digest VARCHAR(100) NOT NULL,
    PRIMARY KEY (target, name)
);
