CREATE TABLE `complaint_stage` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`stage` text NOT NULL,
	`attempt` integer DEFAULT 1 NOT NULL,
	`opened_on` text NOT NULL,
	`acknowledge_by` text,
	`acknowledged_on` text,
	`acknowledged_by` text,
	`due_on` text NOT NULL,
	`due_first` text,
	`extended_on` text,
	`extended_by` text,
	`answered_on` text,
	`answered_by` text,
	`outcome` text,
	`why` text DEFAULT '' NOT NULL,
	`extended_reason` text DEFAULT '' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`remedy` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `tell_us_case`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_complaint_stage" CHECK("complaint_stage"."stage" in ('informal', 'stage 1', 'stage 2')),
	CONSTRAINT "known_complaint_outcome" CHECK("complaint_stage"."outcome" in ('upheld', 'partly upheld', 'not upheld')),
	CONSTRAINT "extended_with_reason" CHECK(("complaint_stage"."extended_on" is null) = ("complaint_stage"."due_first" is null)),
	CONSTRAINT "answered_with_outcome" CHECK(("complaint_stage"."answered_on" is null) = ("complaint_stage"."outcome" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_stage_by_case` ON `complaint_stage` (`case_id`,`stage`,`attempt`);--> statement-breakpoint
CREATE INDEX `complaint_stage_by_opening` ON `complaint_stage` (`opened_on`,`stage`);--> statement-breakpoint
CREATE TABLE `feedback_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`retention_months` integer DEFAULT 24 NOT NULL,
	`benchmark` integer DEFAULT 75 NOT NULL,
	`benchmark_source` text DEFAULT 'national figure for the public sector, as Northampton gave it' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "one_feedback_settings" CHECK("feedback_settings"."id" = 1),
	CONSTRAINT "feedback_retention_in_range" CHECK("feedback_settings"."retention_months" between 1 and 120),
	CONSTRAINT "benchmark_in_range" CHECK("feedback_settings"."benchmark" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE `tell_us_case` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`received_on` text NOT NULL,
	`channel` text NOT NULL,
	`service_id` text NOT NULL,
	`team_id` text,
	`reference` text,
	`handler_id` text,
	`stage` text,
	`state` text NOT NULL,
	`due_on` text,
	`closed_on` text,
	`cause` text,
	`duplicate_of_id` text,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`forgotten_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`lesson` text DEFAULT '' NOT NULL,
	`change_made` text DEFAULT '' NOT NULL,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	`customer_name` text DEFAULT '' NOT NULL,
	`customer_contact` text DEFAULT '' NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duplicate_of_id`) REFERENCES `tell_us_case`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_tell_us_kind" CHECK("tell_us_case"."kind" in ('complaint', 'compliment', 'comment')),
	CONSTRAINT "known_tell_us_channel" CHECK("tell_us_case"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "known_tell_us_stage" CHECK("tell_us_case"."stage" in ('informal', 'stage 1', 'stage 2')),
	CONSTRAINT "known_tell_us_state" CHECK("tell_us_case"."state" in ('open', 'answered', 'withdrawn', 'noted')),
	CONSTRAINT "known_tell_us_cause" CHECK("tell_us_case"."cause" in ('delay', 'service not done', 'poor quality', 'wrong information', 'hard to reach us', 'staff behaviour', 'decision or policy', 'contractor or partner', 'other')),
	CONSTRAINT "not_a_duplicate_of_itself" CHECK("tell_us_case"."duplicate_of_id" is null or "tell_us_case"."duplicate_of_id" <> "tell_us_case"."id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tell_us_case_by_number` ON `tell_us_case` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `tell_us_case_by_reference` ON `tell_us_case` (`reference`);--> statement-breakpoint
CREATE INDEX `tell_us_case_by_receipt` ON `tell_us_case` (`received_on`,`id`);--> statement-breakpoint
CREATE INDEX `tell_us_case_by_service` ON `tell_us_case` (`service_id`,`received_on`,`id`);--> statement-breakpoint
CREATE INDEX `tell_us_case_by_due` ON `tell_us_case` (`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `tell_us_case_by_handler` ON `tell_us_case` (`handler_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `tell_us_case_by_closing` ON `tell_us_case` (`closed_on`,`forgotten_on`);--> statement-breakpoint
CREATE INDEX `tell_us_case_by_original` ON `tell_us_case` (`duplicate_of_id`);--> statement-breakpoint
CREATE TABLE `strand_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`strand_id` text NOT NULL,
	`together` integer NOT NULL,
	`what` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`strand_id`) REFERENCES `strand`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `strand_change_by_person` ON `strand_change` (`made_by`,`id`);--> statement-breakpoint
CREATE INDEX `strand_change_by_strand` ON `strand_change` (`strand_id`,`id`);--> statement-breakpoint
CREATE TABLE `strand_parent` (
	`strand_id` text NOT NULL,
	`parent_id` text NOT NULL,
	PRIMARY KEY(`strand_id`, `parent_id`),
	FOREIGN KEY (`strand_id`) REFERENCES `strand`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `strand`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "not_its_own_parent" CHECK("strand_parent"."strand_id" <> "strand_parent"."parent_id")
);
--> statement-breakpoint
CREATE INDEX `strand_parent_by_parent` ON `strand_parent` (`parent_id`,`strand_id`);--> statement-breakpoint
CREATE TABLE `strand_tie` (
	`strand_id` text NOT NULL,
	`kind` text NOT NULL,
	`thing` text NOT NULL,
	`tied_by` text NOT NULL,
	`tied_at` integer NOT NULL,
	PRIMARY KEY(`strand_id`, `kind`, `thing`),
	FOREIGN KEY (`strand_id`) REFERENCES `strand`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_tie_kind" CHECK("strand_tie"."kind" in ('criterion', 'journey', 'standard', 'question', 'measure', 'action', 'recommendation'))
);
--> statement-breakpoint
CREATE INDEX `strand_tie_by_thing` ON `strand_tie` (`kind`,`thing`,`strand_id`);--> statement-breakpoint
CREATE INDEX `strand_tie_by_person` ON `strand_tie` (`tied_by`);--> statement-breakpoint
CREATE TABLE `strand` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`reference` text,
	`level` text NOT NULL,
	`title` text NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`owner_id` text,
	`owned_by` text DEFAULT '' NOT NULL,
	`from_on` text,
	`until_on` text,
	`service_id` text,
	`team_id` text,
	`source` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_strand_level" CHECK("strand"."level" in ('vision', 'priority', 'commitment', 'service objective', 'team objective', 'individual objective')),
	CONSTRAINT "strand_with_title" CHECK(length("strand"."title") > 0),
	CONSTRAINT "strand_period_in_order" CHECK("strand"."until_on" >= "strand"."from_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `strand_by_number` ON `strand` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `strand_by_reference` ON `strand` ("reference" collate nocase);--> statement-breakpoint
CREATE INDEX `strand_by_level` ON `strand` (`level`,`position`,`number`);--> statement-breakpoint
CREATE INDEX `strand_by_service` ON `strand` (`service_id`,`level`,`position`);--> statement-breakpoint
CREATE INDEX `strand_by_team` ON `strand` (`team_id`,`level`,`position`);--> statement-breakpoint
CREATE INDEX `strand_by_owner` ON `strand` (`owner_id`);--> statement-breakpoint
CREATE TABLE `thread_stamp` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	CONSTRAINT "one_thread_stamp" CHECK("thread_stamp"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `kept_report` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`thing_id` text NOT NULL,
	`about` text NOT NULL,
	`title` text NOT NULL,
	`service_id` text,
	`team_id` text,
	`kept_on` text NOT NULL,
	`kept_at` integer NOT NULL,
	`kept_by` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`schedule_id` text,
	`due_on` text,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	`unnamed` text,
	`unnamed_sha256` text,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`schedule_id`) REFERENCES `report_schedule`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_report_by_number` ON `kept_report` (`number`);--> statement-breakpoint
CREATE INDEX `kept_report_of_thing` ON `kept_report` (`kind`,`thing_id`,`number`);--> statement-breakpoint
CREATE INDEX `kept_report_by_service` ON `kept_report` (`service_id`,`number`);--> statement-breakpoint
CREATE INDEX `kept_report_by_day` ON `kept_report` (`kept_on`,`number`);--> statement-breakpoint
CREATE INDEX `kept_report_by_person` ON `kept_report` (`kept_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `kept_report_once_due` ON `kept_report` (`schedule_id`,`due_on`);--> statement-breakpoint
CREATE TABLE `report_schedule` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`thing_id` text NOT NULL,
	`about` text NOT NULL,
	`service_id` text,
	`team_id` text,
	`rhythm` text NOT NULL,
	`first_on` text NOT NULL,
	`next_on` text NOT NULL,
	`owner_id` text NOT NULL,
	`arranged_at` integer NOT NULL,
	`stopped_at` integer,
	`stopped_why` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_report_rhythm" CHECK("report_schedule"."rhythm" in ('monthly', 'quarterly', 'yearly'))
);
--> statement-breakpoint
CREATE INDEX `report_schedule_due` ON `report_schedule` (`stopped_at`,`next_on`);--> statement-breakpoint
CREATE INDEX `report_schedule_by_owner` ON `report_schedule` (`owner_id`,`next_on`);--> statement-breakpoint
CREATE TABLE `measure_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	CONSTRAINT "known_origin" CHECK("measure_entry"."origin" in ('typed', 'imported', 'computed'))
);
--> statement-breakpoint
CREATE TABLE `measure_place` (
	`id` integer PRIMARY KEY NOT NULL,
	`service_id` text,
	`team_id` text,
	`channel` text,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_place_channel" CHECK("measure_place"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "team_of_a_service" CHECK("measure_place"."team_id" is null or "measure_place"."service_id" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_place` ON `measure_place` (coalesce("service_id", ''),coalesce("team_id", ''),coalesce("channel", ''));--> statement-breakpoint
CREATE TABLE `measure_release` (
	`period` text PRIMARY KEY NOT NULL,
	`released_by` text NOT NULL,
	`released_at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `measure_sum` (
	`measure` integer NOT NULL,
	`place` integer NOT NULL,
	`period` text NOT NULL,
	`n` integer NOT NULL,
	`numerator` integer NOT NULL,
	`denominator` integer NOT NULL,
	PRIMARY KEY(`measure`, `place`, `period`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `measure_target` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`kind` text DEFAULT 'target' NOT NULL,
	`service_id` text,
	`channel` text,
	`hundredths` integer NOT NULL,
	`from_period` text NOT NULL,
	`until_period` text,
	`source` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_target_kind" CHECK("measure_target"."kind" in ('target', 'benchmark')),
	CONSTRAINT "known_target_channel" CHECK("measure_target"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "target_in_order" CHECK("measure_target"."until_period" is null or "measure_target"."until_period" >= "measure_target"."from_period")
);
--> statement-breakpoint
CREATE INDEX `target_by_measure` ON `measure_target` (`measure_id`,`from_period`);--> statement-breakpoint
CREATE TABLE `measure_value` (
	`measure` integer NOT NULL,
	`place` integer NOT NULL,
	`period` text NOT NULL,
	`entry` integer NOT NULL,
	`numerator` integer NOT NULL,
	`denominator` integer,
	`superseded_in` integer,
	PRIMARY KEY(`measure`, `place`, `period`, `entry`),
	FOREIGN KEY (`place`) REFERENCES `measure_place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry`) REFERENCES `measure_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "value_not_negative" CHECK("measure_value"."numerator" >= 0 and coalesce("measure_value"."denominator", 1) > 0)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `measure` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`theme` text NOT NULL,
	`position` integer NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`unit` text NOT NULL,
	`numerator` text NOT NULL,
	`denominator` text,
	`direction` text NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`data_from` text DEFAULT '' NOT NULL,
	`owner_id` text,
	`frequency` text DEFAULT 'month' NOT NULL,
	`stale_after` integer NOT NULL,
	`computation` text,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_unit" CHECK("measure"."unit" in ('number', 'per cent', 'per thousand', 'seconds', 'working days', 'pence')),
	CONSTRAINT "known_direction" CHECK("measure"."direction" in ('higher', 'lower', 'neither')),
	CONSTRAINT "known_frequency" CHECK("measure"."frequency" in ('month', 'quarter', 'year')),
	CONSTRAINT "known_measure_theme" CHECK("measure"."theme" in ('contacts', 'first contact', 'answering', 'response', 'satisfaction', 'complaints', 'channel shift', 'failure demand', 'quality')),
	CONSTRAINT "known_computation" CHECK("measure"."computation" in ('failure in demand logs', 'mystery visits passed', 'assessed interactions', 'criteria achieved', 'satisfied overall', 'satisfied with the welcome', 'satisfied with the wait', 'satisfied with the efficiency', 'satisfied with the interaction', 'satisfied with the delivery', 'resolved first time', 'informal complaints', 'stage 1 complaints', 'stage 2 complaints', 'complaints answered in time', 'complaints with a cause', 'complaints with a lesson')),
	CONSTRAINT "a_rate_has_a_denominator" CHECK(("measure"."unit" = 'number') = ("measure"."denominator" is null)),
	CONSTRAINT "stale_after_in_range" CHECK("measure"."stale_after" between 1 and 800)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_by_number` ON `measure` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `measure_by_key` ON `measure` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `measure_by_name` ON `measure` ("name" collate nocase);--> statement-breakpoint
CREATE INDEX `measure_by_position` ON `measure` (`position`,`number`);--> statement-breakpoint
CREATE TABLE `paf_file` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`shows` text DEFAULT '' NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `paf_assessment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `stored_file`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paf_file_by_assessment` ON `paf_file` (`assessment_id`,`added_at`);--> statement-breakpoint
CREATE INDEX `paf_file_by_file` ON `paf_file` (`sha256`);--> statement-breakpoint
CREATE TABLE `survey_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`day` text NOT NULL,
	`service_id` text,
	`channel` text,
	`overall` integer,
	`welcome` integer,
	`wait` integer,
	`efficiency` integer,
	`interaction` integer,
	`delivery` integer,
	`resolved` integer,
	`source` text NOT NULL,
	`state` text DEFAULT 'counted' NOT NULL,
	`state_reason` text DEFAULT '' NOT NULL,
	`reference` text,
	`entered_by` text,
	`answered_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_answer_channel" CHECK("survey_answer"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "known_answer_source" CHECK("survey_answer"."source" in ('link', 'typed', 'import')),
	CONSTRAINT "known_survey_answer_state" CHECK("survey_answer"."state" in ('counted', 'held', 'refused')),
	CONSTRAINT "parts_from_one_to_five" CHECK("survey_answer"."overall" between 1 and 5 and "survey_answer"."welcome" between 1 and 5 and "survey_answer"."wait" between 1 and 5
				and "survey_answer"."efficiency" between 1 and 5 and "survey_answer"."interaction" between 1 and 5 and "survey_answer"."delivery" between 1 and 5)
);
--> statement-breakpoint
CREATE INDEX `survey_answer_by_day` ON `survey_answer` (`survey_id`,`state`,`day`,`id`);--> statement-breakpoint
CREATE INDEX `survey_answer_by_moment` ON `survey_answer` (`survey_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `survey_answer_by_service` ON `survey_answer` (`state`,`service_id`,`day`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_survey_answer_a_reference` ON `survey_answer` (`survey_id`,`reference`);--> statement-breakpoint
CREATE TABLE `survey_attempt` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_attempt_by_survey` ON `survey_attempt` (`survey_id`,`at`);--> statement-breakpoint
CREATE INDEX `survey_attempt_by_address` ON `survey_attempt` (`address`,`at`);--> statement-breakpoint
CREATE TABLE `survey_key` (
	`day` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `survey` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`service_id` text,
	`parts` text NOT NULL,
	`open_from` text NOT NULL,
	`open_until` text,
	`token_hash` text,
	`link_made_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_survey_kind" CHECK("survey"."kind" in ('monthly', 'exit', 'annual')),
	CONSTRAINT "survey_ends_after_it_begins" CHECK("survey"."open_until" is null or "survey"."open_until" >= "survey"."open_from")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_by_number` ON `survey` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `survey_by_token` ON `survey` (`token_hash`);--> statement-breakpoint
CREATE INDEX `survey_by_service` ON `survey` (`service_id`,`number`);--> statement-breakpoint
CREATE INDEX `survey_by_opening` ON `survey` (`open_from`,`id`);--> statement-breakpoint
ALTER TABLE `action` ADD `measure_id` text REFERENCES measure(id);--> statement-breakpoint
CREATE INDEX `action_by_measure` ON `action` (`measure_id`,`due_on`) WHERE "action"."measure_id" is not null;--> statement-breakpoint
CREATE INDEX `objective_by_strand` ON `objective` (`strand_id`,`state`);