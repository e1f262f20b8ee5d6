CREATE TABLE `calibration_assessor` (
	`calibration_id` text NOT NULL,
	`person_id` text NOT NULL,
	`is_key` integer DEFAULT false NOT NULL,
	`invited_at` integer NOT NULL,
	PRIMARY KEY(`calibration_id`, `person_id`),
	FOREIGN KEY (`calibration_id`) REFERENCES `calibration`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calibration_by_assessor` ON `calibration_assessor` (`person_id`,`calibration_id`);--> statement-breakpoint
CREATE TABLE `calibration_form` (
	`interaction_id` text NOT NULL,
	`person_id` text NOT NULL,
	`form_id` text NOT NULL,
	PRIMARY KEY(`interaction_id`, `person_id`),
	FOREIGN KEY (`interaction_id`) REFERENCES `calibration_interaction`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`form_id`) REFERENCES `scored_form`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calibration_by_form` ON `calibration_form` (`form_id`);--> statement-breakpoint
CREATE TABLE `calibration_interaction` (
	`id` text PRIMARY KEY NOT NULL,
	`calibration_id` text NOT NULL,
	`position` integer NOT NULL,
	`reference` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`recording` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`calibration_id`) REFERENCES `calibration`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interaction_by_calibration` ON `calibration_interaction` (`calibration_id`,`position`);--> statement-breakpoint
CREATE TABLE `calibration_note` (
	`calibration_id` text NOT NULL,
	`question` text NOT NULL,
	`note` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`calibration_id`, `question`),
	FOREIGN KEY (`calibration_id`) REFERENCES `calibration`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `calibration` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`scorecard_version_id` text NOT NULL,
	`state` text DEFAULT 'scoring' NOT NULL,
	`run_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`due_on` text,
	`revealed_at` integer,
	`closed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`scorecard_version_id`) REFERENCES `scorecard_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_calibration_state" CHECK("calibration"."state" in ('scoring', 'revealed', 'closed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calibration_by_number` ON `calibration` (`number`);--> statement-breakpoint
CREATE INDEX `calibration_by_runner` ON `calibration` (`run_by`,`number`);--> statement-breakpoint
CREATE INDEX `calibration_by_title` ON `calibration` ("title" collate nocase,`number`);--> statement-breakpoint
CREATE INDEX `calibration_by_state` ON `calibration` (`state`,`number`);--> statement-breakpoint
CREATE TABLE `rater_table` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`owner_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rater_table_by_number` ON `rater_table` (`number`);--> statement-breakpoint
CREATE INDEX `rater_table_by_owner` ON `rater_table` (`owner_id`,`number`);--> statement-breakpoint
CREATE TABLE `rating` (
	`table_id` text NOT NULL,
	`question` text NOT NULL,
	`subject` text NOT NULL,
	`rater` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`table_id`, `question`, `subject`, `rater`),
	FOREIGN KEY (`table_id`) REFERENCES `rater_table`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_attempt` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `shopping_visit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attempt_by_visit` ON `visit_attempt` (`visit_id`,`at`);--> statement-breakpoint
CREATE TABLE `shopping_programme` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`aim` text DEFAULT '' NOT NULL,
	`notice_what` text NOT NULL,
	`notice_why` text NOT NULL,
	`notice_given_on` text,
	`level` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_reporting_level" CHECK("shopping_programme"."level" in ('council', 'service', 'team', 'individual'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programme_by_name` ON `shopping_programme` ("name" collate nocase);--> statement-breakpoint
CREATE INDEX `programme_by_day` ON `shopping_programme` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `shopping_scenario_service` (
	`scenario_id` text NOT NULL,
	`service_id` text NOT NULL,
	PRIMARY KEY(`scenario_id`, `service_id`),
	FOREIGN KEY (`scenario_id`) REFERENCES `shopping_scenario`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `scenario_by_service` ON `shopping_scenario_service` (`service_id`);--> statement-breakpoint
CREATE TABLE `shopping_scenario` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`channel` text NOT NULL,
	`situation` text NOT NULL,
	`where_to` text DEFAULT '' NOT NULL,
	`right_answer` text NOT NULL,
	`variants` text DEFAULT '[]' NOT NULL,
	`standard` text DEFAULT '' NOT NULL,
	`scorecard_version_id` text NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`scorecard_version_id`) REFERENCES `scorecard_version`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_scenario_channel" CHECK("shopping_scenario"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_by_number` ON `shopping_scenario` (`number`);--> statement-breakpoint
CREATE INDEX `scenario_by_channel` ON `shopping_scenario` (`channel`,"title" collate nocase,`id`);--> statement-breakpoint
CREATE INDEX `scenario_by_title` ON `shopping_scenario` ("title" collate nocase,`id`);--> statement-breakpoint
CREATE TABLE `shopper_tie` (
	`person_id` text NOT NULL,
	`service_id` text NOT NULL,
	`why` text NOT NULL,
	`declared_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `service_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tie_by_service` ON `shopper_tie` (`service_id`);--> statement-breakpoint
CREATE TABLE `visit_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`shows` text DEFAULT '' NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `shopping_visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `stored_file`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_evidence_by_visit` ON `visit_evidence` (`visit_id`,`added_at`);--> statement-breakpoint
CREATE INDEX `visit_evidence_by_file` ON `visit_evidence` (`sha256`);--> statement-breakpoint
CREATE TABLE `shopping_visit` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`wave_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	`variant` text DEFAULT '' NOT NULL,
	`shopper_id` text,
	`agency` text,
	`reference` text,
	`service_id` text NOT NULL,
	`team_id` text,
	`staff_id` text,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`time_of_day` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`form_id` text,
	`visited_at` integer,
	`rings` integer,
	`wait_seconds` integer,
	`submitted_at` integer,
	`mend` text DEFAULT '' NOT NULL,
	`checked_at` integer,
	`checked_by` text,
	`left_out_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`wave_id`) REFERENCES `shopping_wave`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scenario_id`) REFERENCES `shopping_scenario`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shopper_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`form_id`) REFERENCES `scored_form`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_visit_state" CHECK("shopping_visit"."state" in ('planned', 'started', 'submitted', 'sent back', 'checked', 'left out')),
	CONSTRAINT "known_time_of_day" CHECK("shopping_visit"."time_of_day" in ('morning', 'midday', 'afternoon')),
	CONSTRAINT "visit_days_in_order" CHECK("shopping_visit"."to_on" >= "shopping_visit"."from_on"),
	CONSTRAINT "shopper_or_agency" CHECK(("shopping_visit"."shopper_id" is null) <> ("shopping_visit"."agency" is null)),
	CONSTRAINT "agency_with_reference" CHECK(("shopping_visit"."agency" is null) = ("shopping_visit"."reference" is null)),
	CONSTRAINT "checked_by_another" CHECK("shopping_visit"."state" <> 'checked' or ("shopping_visit"."checked_by" is not null and "shopping_visit"."checked_by" is not "shopping_visit"."shopper_id")),
	CONSTRAINT "counted_with_form" CHECK("shopping_visit"."state" not in ('submitted', 'checked') or ("shopping_visit"."form_id" is not null and "shopping_visit"."visited_at" is not null)),
	CONSTRAINT "left_out_with_reason" CHECK("shopping_visit"."state" <> 'left out' or length("shopping_visit"."left_out_reason") > 0),
	CONSTRAINT "waiting_in_range" CHECK("shopping_visit"."rings" between 0 and 99 and "shopping_visit"."wait_seconds" between 0 and 35999)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_by_number` ON `shopping_visit` (`number`);--> statement-breakpoint
CREATE INDEX `visit_by_wave` ON `shopping_visit` (`wave_id`,`state`,`number`);--> statement-breakpoint
CREATE INDEX `visit_by_shopper` ON `shopping_visit` (`shopper_id`,`state`,`to_on`);--> statement-breakpoint
CREATE INDEX `visit_by_scenario` ON `shopping_visit` (`scenario_id`);--> statement-breakpoint
CREATE INDEX `visit_by_form` ON `shopping_visit` (`form_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `visit_by_reference` ON `shopping_visit` ("agency" collate nocase,"reference" collate nocase);--> statement-breakpoint
CREATE TABLE `shopping_wave` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`start_on` text NOT NULL,
	`end_on` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`asked` text,
	`drawn_at` integer,
	`drawn_by` text,
	`confirmed_at` integer,
	`confirmed_by` text,
	`closed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `shopping_programme`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_wave_state" CHECK("shopping_wave"."state" in ('open', 'closed')),
	CONSTRAINT "wave_days_in_order" CHECK("shopping_wave"."end_on" >= "shopping_wave"."start_on"),
	CONSTRAINT "confirmed_when_drawn" CHECK("shopping_wave"."confirmed_at" is null or "shopping_wave"."drawn_at" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wave_by_programme` ON `shopping_wave` (`programme_id`,`number`);--> statement-breakpoint
CREATE INDEX `wave_by_end` ON `shopping_wave` (`state`,`end_on`);--> statement-breakpoint
CREATE TABLE `objective` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`one_to_one_id` text,
	`text` text NOT NULL,
	`measure` text DEFAULT '' NOT NULL,
	`strand_id` text,
	`due_on` text,
	`state` text DEFAULT 'open' NOT NULL,
	`outcome` text DEFAULT '' NOT NULL,
	`closed_on` text,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`one_to_one_id`) REFERENCES `one_to_one`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_objective_state" CHECK("objective"."state" in ('open', 'met', 'partly met', 'not met', 'dropped')),
	CONSTRAINT "objective_closed_with_day" CHECK(("objective"."state" = 'open') = ("objective"."closed_on" is null))
);
--> statement-breakpoint
CREATE INDEX `objective_by_staff` ON `objective` (`staff_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `objective_by_one_to_one` ON `objective` (`one_to_one_id`);--> statement-breakpoint
CREATE TABLE `one_to_one` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`team_id` text NOT NULL,
	`leader_id` text NOT NULL,
	`month` text NOT NULL,
	`held_on` text NOT NULL,
	`agenda` text DEFAULT '' NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`advisor_agreed_at` integer,
	`leader_agreed_at` integer,
	`next_on` text,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `one_to_one_by_staff` ON `one_to_one` (`staff_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `one_to_one_by_team` ON `one_to_one` (`team_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `one_to_one_by_leader` ON `one_to_one` (`leader_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `staff_move` (
	`id` integer PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`moved_on` text NOT NULL,
	`from_team_id` text NOT NULL,
	`to_team_id` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_move_by_staff` ON `staff_move` (`staff_id`,`moved_on`);--> statement-breakpoint
CREATE TABLE `paf_composite` (
	`id` integer PRIMARY KEY NOT NULL,
	`is_on` integer DEFAULT false NOT NULL,
	`weights` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "one_paf_composite" CHECK("paf_composite"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `paf_appeal` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`appealed_at` integer NOT NULL,
	`appealed_by` text NOT NULL,
	`form_id` text,
	`outcome` text,
	`reasons` text,
	`decided_at` integer,
	`decided_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `paf_assessment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`form_id`) REFERENCES `scored_form`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_appeal_outcome" CHECK("paf_appeal"."outcome" in ('upheld', 'changed', 'rejected')),
	CONSTRAINT "decided_with_reasons" CHECK("paf_appeal"."outcome" is null or (length("paf_appeal"."reasons") > 0 and "paf_appeal"."decided_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `appeal_by_outcome` ON `paf_appeal` (`outcome`,`appealed_at`);--> statement-breakpoint
CREATE TABLE `paf_band_month` (
	`team_id` text NOT NULL,
	`month` text NOT NULL,
	`scorecard_version_id` text NOT NULL,
	`band` text NOT NULL,
	`n` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`team_id`, `month`, `scorecard_version_id`, `band`),
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scorecard_version_id`) REFERENCES `scorecard_version`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `paf_column_mapping` (
	`heads` text PRIMARY KEY NOT NULL,
	`columns` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `paf_interaction_file` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`import_id`, `position`)
);
--> statement-breakpoint
CREATE TABLE `paf_interaction` (
	`id` integer PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`staff_id` text NOT NULL,
	`team_id` text NOT NULL,
	`service_id` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	`month` text NOT NULL,
	`seconds` integer,
	`source` text NOT NULL,
	`import_id` text,
	`logged_by` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_interaction_channel" CHECK("paf_interaction"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "known_interaction_source" CHECK("paf_interaction"."source" in ('file', 'by hand'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interaction_by_reference` ON `paf_interaction` (`reference`);--> statement-breakpoint
CREATE INDEX `interaction_by_month` ON `paf_interaction` (`service_id`,`month`,`staff_id`,`channel`);--> statement-breakpoint
CREATE TABLE `paf_sheet` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`month` text NOT NULL,
	`team_id` text NOT NULL,
	`escalations` integer,
	`errors` integer,
	`compliments` integer,
	`complaints` integer,
	`note` text DEFAULT '' NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sheet_counts_from_nought" CHECK(min("paf_sheet"."escalations", "paf_sheet"."errors", "paf_sheet"."compliments", "paf_sheet"."complaints") >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_sheet_a_month` ON `paf_sheet` (`staff_id`,`month`);--> statement-breakpoint
CREATE INDEX `sheet_by_team` ON `paf_sheet` (`team_id`,`month`);--> statement-breakpoint
CREATE TABLE `paf_assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`interaction_id` integer NOT NULL,
	`month_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`team_id` text NOT NULL,
	`service_id` text NOT NULL,
	`month` text NOT NULL,
	`channel` text NOT NULL,
	`selection` text NOT NULL,
	`sample_id` text,
	`why` text,
	`state` text DEFAULT 'to score' NOT NULL,
	`assessor_id` text,
	`scorecard_version_id` text,
	`form_id` text,
	`unanswered` integer,
	`changed_form_id` text,
	`seconds_scoring` integer DEFAULT 0 NOT NULL,
	`shared_note` text DEFAULT '' NOT NULL,
	`private_note` text DEFAULT '' NOT NULL,
	`released_at` integer,
	`released_by` text,
	`appeal_until` text,
	`acknowledged_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`interaction_id`) REFERENCES `paf_interaction`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`month_id`) REFERENCES `paf_month`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sample_id`) REFERENCES `paf_sample`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scorecard_version_id`) REFERENCES `scorecard_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`form_id`) REFERENCES `scored_form`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_form_id`) REFERENCES `scored_form`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_paf_assessment_channel" CHECK("paf_assessment"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "known_selection" CHECK("paf_assessment"."selection" in ('sampled', 'chosen')),
	CONSTRAINT "known_paf_assessment_state" CHECK("paf_assessment"."state" in ('to score', 'drafted', 'released', 'acknowledged', 'appealed', 'upheld', 'changed', 'rejected')),
	CONSTRAINT "chosen_with_why" CHECK("paf_assessment"."selection" <> 'chosen' or length("paf_assessment"."why") > 0),
	CONSTRAINT "sampled_from_a_sample" CHECK(("paf_assessment"."selection" = 'sampled') = ("paf_assessment"."sample_id" is not null)),
	CONSTRAINT "released_with_form" CHECK("paf_assessment"."released_at" is null or ("paf_assessment"."form_id" is not null and "paf_assessment"."appeal_until" is not null)),
	CONSTRAINT "released_from_its_state" CHECK(("paf_assessment"."state" in ('to score', 'drafted')) = ("paf_assessment"."released_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paf_assessment_by_number` ON `paf_assessment` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_assessment_an_interaction` ON `paf_assessment` (`interaction_id`);--> statement-breakpoint
CREATE INDEX `paf_assessment_by_month` ON `paf_assessment` (`month_id`,`state`,`number`);--> statement-breakpoint
CREATE INDEX `paf_assessment_by_assessor` ON `paf_assessment` (`assessor_id`,`state`,`number`);--> statement-breakpoint
CREATE INDEX `paf_assessment_by_staff` ON `paf_assessment` (`staff_id`,`month`,`state`);--> statement-breakpoint
CREATE INDEX `paf_assessment_by_team` ON `paf_assessment` (`team_id`,`month`,`state`);--> statement-breakpoint
CREATE INDEX `paf_assessment_by_sample` ON `paf_assessment` (`sample_id`);--> statement-breakpoint
CREATE TABLE `paf_evidence` (
	`assessment_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `evidence_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `paf_assessment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paf_evidence_by_evidence` ON `paf_evidence` (`evidence_id`);--> statement-breakpoint
CREATE TABLE `paf_month` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`month` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`chosen_count` integer DEFAULT false NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_paf_month_state" CHECK("paf_month"."state" in ('open', 'closed')),
	CONSTRAINT "paf_month_is_a_month" CHECK("paf_month"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_paf_month_a_service` ON `paf_month` (`service_id`,`month`);--> statement-breakpoint
CREATE TABLE `paf_quota` (
	`month_id` text NOT NULL,
	`channel` text NOT NULL,
	`per_advisor` integer NOT NULL,
	PRIMARY KEY(`month_id`, `channel`),
	FOREIGN KEY (`month_id`) REFERENCES `paf_month`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_quota_channel" CHECK("paf_quota"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "quota_in_range" CHECK("paf_quota"."per_advisor" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE `paf_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`appeal_days` integer DEFAULT 10 NOT NULL,
	`chosen_count` integer DEFAULT false NOT NULL,
	`retention_months` integer DEFAULT 24 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "one_paf_settings" CHECK("paf_settings"."id" = 1),
	CONSTRAINT "appeal_days_in_range" CHECK("paf_settings"."appeal_days" between 1 and 60),
	CONSTRAINT "retention_in_range" CHECK("paf_settings"."retention_months" between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE `paf_question_month` (
	`team_id` text NOT NULL,
	`month` text NOT NULL,
	`scorecard_version_id` text NOT NULL,
	`question` text NOT NULL,
	`asked` integer DEFAULT 0 NOT NULL,
	`left_out` integer DEFAULT 0 NOT NULL,
	`worth` integer DEFAULT 0 NOT NULL,
	`missed` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`team_id`, `month`, `scorecard_version_id`, `question`),
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scorecard_version_id`) REFERENCES `scorecard_version`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_month_by_card` ON `paf_question_month` (`scorecard_version_id`,`month`);--> statement-breakpoint
CREATE TABLE `paf_sample` (
	`id` text PRIMARY KEY NOT NULL,
	`month_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`channel` text NOT NULL,
	`seed` text NOT NULL,
	`wanted` integer NOT NULL,
	`population_size` integer NOT NULL,
	`last_interaction_id` integer NOT NULL,
	`drawn_at` integer NOT NULL,
	`drawn_by` text NOT NULL,
	FOREIGN KEY (`month_id`) REFERENCES `paf_month`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_sample_channel" CHECK("paf_sample"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_sample_an_advisor_and_channel` ON `paf_sample` (`month_id`,`staff_id`,`channel`);--> statement-breakpoint
CREATE INDEX `sample_by_staff` ON `paf_sample` (`staff_id`);--> statement-breakpoint
CREATE TABLE `paf_sheet_statistic` (
	`sheet_id` text NOT NULL,
	`name` text NOT NULL,
	`numerator` integer NOT NULL,
	`denominator` integer,
	`unit` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`sheet_id`, `name`),
	FOREIGN KEY (`sheet_id`) REFERENCES `paf_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statistic_has_a_denominator" CHECK("paf_sheet_statistic"."denominator" > 0)
);
--> statement-breakpoint
CREATE TABLE `paf_staff_month` (
	`staff_id` text NOT NULL,
	`month` text NOT NULL,
	`team_id` text NOT NULL,
	`channel` text NOT NULL,
	`n` integer DEFAULT 0 NOT NULL,
	`quality` integer DEFAULT 0 NOT NULL,
	`quality_squares` integer DEFAULT 0 NOT NULL,
	`access_n` integer DEFAULT 0 NOT NULL,
	`access` integer DEFAULT 0 NOT NULL,
	`critical_failures` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`staff_id`, `month`, `team_id`, `channel`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_staff_month_channel" CHECK("paf_staff_month"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media', 'all'))
);
--> statement-breakpoint
CREATE INDEX `staff_month_by_team` ON `paf_staff_month` (`team_id`,`month`,`channel`,`n`);--> statement-breakpoint
CREATE TABLE `paf_team_month` (
	`team_id` text NOT NULL,
	`month` text NOT NULL,
	`channel` text NOT NULL,
	`n` integer DEFAULT 0 NOT NULL,
	`quality` integer DEFAULT 0 NOT NULL,
	`quality_squares` integer DEFAULT 0 NOT NULL,
	`access_n` integer DEFAULT 0 NOT NULL,
	`access` integer DEFAULT 0 NOT NULL,
	`critical_failures` integer DEFAULT 0 NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`team_id`, `month`, `channel`),
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_team_month_channel" CHECK("paf_team_month"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media', 'all'))
);
--> statement-breakpoint
CREATE INDEX `team_month_by_month` ON `paf_team_month` (`month`,`channel`);--> statement-breakpoint
CREATE TABLE `form_answer` (
	`form_id` text NOT NULL,
	`question` text NOT NULL,
	`value` text,
	`not_applicable` integer DEFAULT false NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`worth` real,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`form_id`, `question`),
	FOREIGN KEY (`form_id`) REFERENCES `scored_form`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "worth_in_range" CHECK("form_answer"."worth" between 0 and 1),
	CONSTRAINT "not_applicable_has_no_value" CHECK("form_answer"."not_applicable" = 0 or "form_answer"."value" is null)
);
--> statement-breakpoint
CREATE TABLE `scorecard_version` (
	`id` text PRIMARY KEY NOT NULL,
	`scorecard` text NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`use` text NOT NULL,
	`channel` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`document` text NOT NULL,
	`sha256` text NOT NULL,
	`published_at` integer,
	`published_by` text,
	`saved_at` integer,
	`saved_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_scorecard_use" CHECK("scorecard_version"."use" in ('mystery shopping', 'PAF')),
	CONSTRAINT "known_scorecard_channel" CHECK("scorecard_version"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "known_scorecard_state" CHECK("scorecard_version"."state" in ('draft', 'published', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scorecard_version_by_number` ON `scorecard_version` (`scorecard`,`number`);--> statement-breakpoint
CREATE INDEX `scorecard_version_by_use` ON `scorecard_version` (`use`,`channel`,`state`);--> statement-breakpoint
CREATE TABLE `scored_form` (
	`id` text PRIMARY KEY NOT NULL,
	`scorecard_version_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`completed_at` integer,
	`quality` integer,
	`quality_before` integer,
	`access` integer,
	`access_before` integer,
	`failed` text DEFAULT '[]' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`scorecard_version_id`) REFERENCES `scorecard_version`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scores_in_range" CHECK("scored_form"."quality" between 0 and 10000 and "scored_form"."quality_before" between 0 and 10000 and "scored_form"."access" between 0 and 10000 and "scored_form"."access_before" between 0 and 10000)
);
--> statement-breakpoint
CREATE INDEX `scored_form_by_card` ON `scored_form` (`scorecard_version_id`,`completed_at`);--> statement-breakpoint
CREATE TABLE `contact_standard` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`channel` text NOT NULL,
	`text` text NOT NULL,
	`how_measured` text NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_standard_channel" CHECK("contact_standard"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_standard_by_number` ON `contact_standard` ("number" collate nocase);--> statement-breakpoint
CREATE INDEX `contact_standard_by_channel` ON `contact_standard` (`channel`,`position`);--> statement-breakpoint
CREATE TABLE `training_course` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`required` integer DEFAULT false NOT NULL,
	`every_months` integer,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "every_months_in_range" CHECK("training_course"."every_months" between 1 and 120)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `training_course_by_name` ON `training_course` ("name" collate nocase);--> statement-breakpoint
CREATE TABLE `training_record` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`course_id` text NOT NULL,
	`due_on` text,
	`taken_on` text,
	`one_to_one_id` text,
	`note` text DEFAULT '' NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `training_course`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`one_to_one_id`) REFERENCES `one_to_one`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "due_or_taken" CHECK("training_record"."due_on" is not null or "training_record"."taken_on" is not null)
);
--> statement-breakpoint
CREATE INDEX `training_record_by_staff` ON `training_record` (`staff_id`,`course_id`,`taken_on`);--> statement-breakpoint
CREATE INDEX `training_record_by_course` ON `training_record` (`course_id`);--> statement-breakpoint
CREATE INDEX `training_record_by_one_to_one` ON `training_record` (`one_to_one_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_finding` (
	`id` text PRIMARY KEY NOT NULL,
	`what` text NOT NULL,
	`service_id` text NOT NULL,
	`source` text NOT NULL,
	`source_id` text,
	`came_from` text DEFAULT '' NOT NULL,
	`criterion` text,
	`framework_version_id` text,
	`journey_id` text,
	`step_id` text,
	`whys` text DEFAULT '[]' NOT NULL,
	`breaches` text DEFAULT '' NOT NULL,
	`withdrawn_reason` text,
	`severity` text DEFAULT 'medium' NOT NULL,
	`how_often` text DEFAULT '' NOT NULL,
	`found_by` text NOT NULL,
	`found_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework_version_id`) REFERENCES `framework_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_severity" CHECK("__new_finding"."severity" in ('low', 'medium', 'high', 'critical')),
	CONSTRAINT "known_finding_source" CHECK("__new_finding"."source" in ('assessment', 'journey', 'mystery shopping', 'PAF', 'complaint', 'member of the public', 'inspection', 'observation', 'added by hand'))
);
--> statement-breakpoint
INSERT INTO `__new_finding`("id", "what", "service_id", "source", "source_id", "criterion", "framework_version_id", "journey_id", "step_id", "whys", "breaches", "withdrawn_reason", "severity", "how_often", "found_by", "found_at", "version") SELECT "id", "what", "service_id", "source", "source_id", "criterion", "framework_version_id", "journey_id", "step_id", "whys", "breaches", "withdrawn_reason", "severity", "how_often", "found_by", "found_at", "version" FROM `finding`;--> statement-breakpoint
DROP TABLE `finding`;--> statement-breakpoint
ALTER TABLE `__new_finding` RENAME TO `finding`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `finding_by_service` ON `finding` (`service_id`,`found_at`);--> statement-breakpoint
CREATE INDEX `finding_by_source` ON `finding` (`source`,`source_id`,`criterion`);--> statement-breakpoint
CREATE INDEX `finding_by_journey` ON `finding` (`journey_id`,`step_id`);--> statement-breakpoint
CREATE INDEX `finding_by_day` ON `finding` (`found_at`,`id`);--> statement-breakpoint
CREATE INDEX `finding_by_severity` ON `finding` (case "severity" when 'critical' then 1 when 'high' then 2 when 'medium' then 3 else 4 end,`found_at`,`id`);--> statement-breakpoint
DROP INDEX `decision_by_item`;--> statement-breakpoint
CREATE INDEX `decision_by_item` ON `decision` (`item_id`,`number`);--> statement-breakpoint
CREATE INDEX `person_by_job_title` ON `person` ("job_title" collate nocase,`id`);--> statement-breakpoint
CREATE INDEX `assessment_by_due` ON `assessment` (`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `assessment_by_way` ON `assessment` (case "status" when 'draft' then 1 when 'submitted' then 2 when 'in moderation' then 3 when 'changes requested' then 4 when 'moderated' then 5 else 6 end,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `assessment_by_level` ON `assessment` (case when "agreed_level" is null then -1 else "agreed_level" end,`due_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `item_by_title` ON `agenda_item` ("title" collate nocase,`id`);--> statement-breakpoint
CREATE INDEX `journey_by_last_day` ON `journey` (`end_on`,`number`);--> statement-breakpoint
CREATE INDEX `journey_by_former` ON `journey` (`follows_id`);