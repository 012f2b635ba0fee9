-- The second book, what people do about the figures; and the reports of a month are found at once.
-- Never changed: a database that took this step is what it is. WORD and BYTES are named in store/migrations.py.

CREATE TABLE act (
  seq BIGINT NOT NULL,
  base_seq BIGINT NOT NULL,
  recorded_time WORD NOT NULL,
  actor TEXT NOT NULL,
  subject WORD NOT NULL,
  key WORD NOT NULL,
  body TEXT NOT NULL,
  seal VARCHAR(64) NOT NULL,
  PRIMARY KEY (seq),
  CONSTRAINT ck_act_numbers CHECK (seq > 0 and base_seq >= 0),
  CONSTRAINT ck_act_actor CHECK (actor <> ''),
  CONSTRAINT ck_act_about CHECK (subject <> '' and key <> ''),
  CONSTRAINT ck_act_body CHECK (body <> '')
);

CREATE INDEX ix_act_about ON act (subject, key);

CREATE INDEX ix_report_period ON report (period);

ALTER TABLE head ADD COLUMN act_seq BIGINT DEFAULT 0 NOT NULL;
