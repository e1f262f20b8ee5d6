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