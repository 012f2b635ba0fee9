-- What headings mean, said by a person.
-- Never changed: a database that took this step is what it is. WORD and BYTES are named in store/migrations.py.

CREATE TABLE mapping (
  source VARCHAR(64) NOT NULL,
  attempt INTEGER NOT NULL,
  mapping TEXT NOT NULL,
  actor TEXT NOT NULL,
  recorded_time WORD NOT NULL,
  PRIMARY KEY (source, attempt),
  CONSTRAINT ck_mapping_actor CHECK (actor <> '')
);
