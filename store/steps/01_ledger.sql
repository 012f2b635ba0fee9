-- The tables of 0.1.0.
-- Never changed: a database that took this step is what it is. WORD and BYTES are named in store/migrations.py.

CREATE TABLE head (
  one INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (one),
  CONSTRAINT ck_head_one CHECK (one = 1)
);

CREATE TABLE event (
  seq BIGINT NOT NULL,
  recorded_time WORD NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  seal VARCHAR(64) NOT NULL,
  PRIMARY KEY (seq),
  CONSTRAINT ck_event_seq CHECK (seq > 0),
  CONSTRAINT ck_event_actor CHECK (actor <> ''),
  CONSTRAINT ck_event_reason CHECK (reason <> '')
);

CREATE TABLE blob (
  sha256 VARCHAR(64) NOT NULL,
  size BIGINT NOT NULL,
  content BYTES NOT NULL,
  PRIMARY KEY (sha256)
);

CREATE TABLE upload (
  seq BIGINT NOT NULL,
  token TEXT NOT NULL,
  kind VARCHAR(16) NOT NULL,
  filename TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  attempt INTEGER NOT NULL,
  n_rows INTEGER NOT NULL,
  rows_sha256 VARCHAR(64) NOT NULL,
  base_seq BIGINT NOT NULL,
  illustrative BOOLEAN NOT NULL,
  PRIMARY KEY (seq),
  CONSTRAINT uq_upload_attempt UNIQUE (sha256, kind, attempt),
  CONSTRAINT ck_upload_kind CHECK (kind in ('progress', 'projects', 'tasks')),
  CONSTRAINT ck_upload_names CHECK (token <> '' and filename <> ''),
  CONSTRAINT ck_upload_numbers CHECK (n_rows >= 0 and base_seq < seq),
  FOREIGN KEY(seq) REFERENCES event (seq),
  UNIQUE (token),
  FOREIGN KEY(sha256) REFERENCES blob (sha256)
);

CREATE TABLE withdrawal (
  target BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (target),
  CONSTRAINT ck_withdrawal_later CHECK (seq > target),
  FOREIGN KEY(target) REFERENCES upload (seq),
  FOREIGN KEY(seq) REFERENCES event (seq)
);

CREATE TABLE batch (
  seq BIGINT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  content BYTES NOT NULL,
  PRIMARY KEY (seq),
  FOREIGN KEY(seq) REFERENCES upload (seq)
);

CREATE TABLE staging (
  token TEXT NOT NULL,
  filename TEXT NOT NULL,
  actor TEXT NOT NULL,
  staged_time WORD NOT NULL,
  content BYTES NOT NULL,
  PRIMARY KEY (token)
);

CREATE TABLE report (
  seq BIGINT NOT NULL,
  line INTEGER NOT NULL,
  period WORD NOT NULL,
  item_kind TEXT NOT NULL,
  item_id WORD NOT NULL,
  item_name TEXT,
  responsible_unit WORD NOT NULL,
  percent_done_ppm BIGINT,
  done_total_yuan BIGINT,
  year_plan_yuan BIGINT,
  done_ytd_yuan BIGINT,
  progress_text TEXT,
  problem_text TEXT,
  problem_type TEXT,
  coordination TEXT,
  next_step TEXT,
  remark TEXT,
  reporter TEXT,
  PRIMARY KEY (seq, line),
  CONSTRAINT ck_report_kind_known CHECK (item_kind in ('项目', '任务')),
  CONSTRAINT ck_report_month CHECK (length(period) = 7 and substr(period, 5, 1) = '-' and substr(period, 6, 2) between '01' and '12'),
  CONSTRAINT ck_report_period CHECK (period <> ''),
  CONSTRAINT ck_report_item_kind CHECK (item_kind <> ''),
  CONSTRAINT ck_report_item_id CHECK (item_id <> ''),
  CONSTRAINT ck_report_item_name CHECK (item_name <> ''),
  CONSTRAINT ck_report_responsible_unit CHECK (responsible_unit <> ''),
  CONSTRAINT ck_report_percent_done_ppm CHECK (percent_done_ppm between 0 and 1000000),
  CONSTRAINT ck_report_done_total_yuan CHECK (done_total_yuan >= 0),
  CONSTRAINT ck_report_year_plan_yuan CHECK (year_plan_yuan >= 0),
  CONSTRAINT ck_report_done_ytd_yuan CHECK (done_ytd_yuan >= 0),
  CONSTRAINT ck_report_progress_text CHECK (progress_text <> ''),
  CONSTRAINT ck_report_problem_text CHECK (problem_text <> ''),
  CONSTRAINT ck_report_problem_type CHECK (problem_type <> ''),
  CONSTRAINT ck_report_coordination CHECK (coordination <> ''),
  CONSTRAINT ck_report_next_step CHECK (next_step <> ''),
  CONSTRAINT ck_report_remark CHECK (remark <> ''),
  CONSTRAINT ck_report_reporter CHECK (reporter <> ''),
  CONSTRAINT uq_report_key UNIQUE (seq, period, item_id, responsible_unit),
  FOREIGN KEY(seq) REFERENCES upload (seq)
);

CREATE INDEX ix_report_item ON report (item_id);

CREATE TABLE project (
  seq BIGINT NOT NULL,
  line INTEGER NOT NULL,
  project_id WORD NOT NULL,
  project_name TEXT NOT NULL,
  also_called TEXT,
  phase TEXT,
  total_investment_yuan BIGINT,
  chain TEXT,
  chain_basis TEXT,
  chain_source TEXT,
  responsible_units TEXT,
  leader TEXT,
  service_officer TEXT,
  planned_start TEXT,
  planned_finish TEXT,
  year_plan_yuan BIGINT,
  source_task_id TEXT,
  source_sentence TEXT,
  remark TEXT,
  PRIMARY KEY (seq, line),
  CONSTRAINT ck_project_project_id CHECK (project_id <> ''),
  CONSTRAINT ck_project_project_name CHECK (project_name <> ''),
  CONSTRAINT ck_project_also_called CHECK (also_called <> ''),
  CONSTRAINT ck_project_phase CHECK (phase <> ''),
  CONSTRAINT ck_project_total_investment_yuan CHECK (total_investment_yuan >= 0),
  CONSTRAINT ck_project_chain CHECK (chain <> ''),
  CONSTRAINT ck_project_chain_basis CHECK (chain_basis <> ''),
  CONSTRAINT ck_project_chain_source CHECK (chain_source <> ''),
  CONSTRAINT ck_project_responsible_units CHECK (responsible_units <> ''),
  CONSTRAINT ck_project_leader CHECK (leader <> ''),
  CONSTRAINT ck_project_service_officer CHECK (service_officer <> ''),
  CONSTRAINT ck_project_planned_start CHECK (planned_start <> ''),
  CONSTRAINT ck_project_planned_finish CHECK (planned_finish <> ''),
  CONSTRAINT ck_project_year_plan_yuan CHECK (year_plan_yuan >= 0),
  CONSTRAINT ck_project_source_task_id CHECK (source_task_id <> ''),
  CONSTRAINT ck_project_source_sentence CHECK (source_sentence <> ''),
  CONSTRAINT ck_project_remark CHECK (remark <> ''),
  CONSTRAINT uq_project_key UNIQUE (seq, project_id),
  FOREIGN KEY(seq) REFERENCES upload (seq)
);

CREATE TABLE task (
  seq BIGINT NOT NULL,
  line INTEGER NOT NULL,
  task_id WORD NOT NULL,
  section TEXT,
  task_name TEXT NOT NULL,
  measures TEXT,
  responsible_units TEXT,
  lead_unit TEXT,
  due TEXT,
  source_sentence TEXT,
  full_text TEXT,
  remark TEXT,
  PRIMARY KEY (seq, line),
  CONSTRAINT ck_task_task_id CHECK (task_id <> ''),
  CONSTRAINT ck_task_section CHECK (section <> ''),
  CONSTRAINT ck_task_task_name CHECK (task_name <> ''),
  CONSTRAINT ck_task_measures CHECK (measures <> ''),
  CONSTRAINT ck_task_responsible_units CHECK (responsible_units <> ''),
  CONSTRAINT ck_task_lead_unit CHECK (lead_unit <> ''),
  CONSTRAINT ck_task_due CHECK (due <> ''),
  CONSTRAINT ck_task_source_sentence CHECK (source_sentence <> ''),
  CONSTRAINT ck_task_full_text CHECK (full_text <> ''),
  CONSTRAINT ck_task_remark CHECK (remark <> ''),
  CONSTRAINT uq_task_key UNIQUE (seq, task_id),
  FOREIGN KEY(seq) REFERENCES upload (seq)
);

INSERT INTO head (one, seq) VALUES (1, 0);
