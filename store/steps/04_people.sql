-- Who may come in, who is in, and the third book: what anybody did or was refused.
-- Never changed: a database that took this step is what it is. WORD and BYTES are named in store/migrations.py.

CREATE TABLE account (
  name WORD NOT NULL,
  roles TEXT NOT NULL,
  units TEXT NOT NULL,
  password_hash TEXT,
  subject WORD NULL,
  closed BOOLEAN NOT NULL,
  must_change BOOLEAN NOT NULL,
  PRIMARY KEY (name),
  CONSTRAINT ck_account_name CHECK (name <> ''),
  UNIQUE (subject)
);

CREATE TABLE session (
  token_sha256 VARCHAR(64) NOT NULL,
  account WORD NOT NULL,
  opened_time WORD NOT NULL,
  seen_time WORD NOT NULL,
  address TEXT NOT NULL,
  PRIMARY KEY (token_sha256),
  FOREIGN KEY(account) REFERENCES account (name)
);

CREATE TABLE sign_in_failure (
  who VARCHAR(64) NOT NULL,
  failed_time WORD NOT NULL
);

CREATE INDEX ix_sign_in_failure_who ON sign_in_failure (who);

CREATE TABLE audit_head (
  one INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (one),
  CONSTRAINT ck_audit_head_one CHECK (one = 1)
);

CREATE TABLE audit (
  seq BIGINT NOT NULL,
  recorded_time WORD NOT NULL,
  actor TEXT NOT NULL,
  via WORD NOT NULL,
  event WORD NOT NULL,
  body TEXT NOT NULL,
  seal VARCHAR(64) NOT NULL,
  PRIMARY KEY (seq),
  CONSTRAINT ck_audit_seq CHECK (seq > 0),
  CONSTRAINT ck_audit_who CHECK (actor <> '' and via <> ''),
  CONSTRAINT ck_audit_what CHECK (event <> '' and body <> '')
);

INSERT INTO audit_head (one, seq) VALUES (1, 0);
