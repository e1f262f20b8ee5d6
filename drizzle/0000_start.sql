CREATE TABLE `role_grant` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`service_id` text,
	`team_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_role" CHECK("role_grant"."role" in ('administrator', 'programme lead', 'service manager', 'team leader', 'quality assessor', 'mystery shopper', 'board member', 'board chair', 'advisor', 'viewer'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_grant_over_council` ON `role_grant` (`person_id`,`role`) WHERE "role_grant"."service_id" is null and "role_grant"."team_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `one_grant_over_service` ON `role_grant` (`person_id`,`role`,`service_id`) WHERE "role_grant"."service_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `one_grant_over_team` ON `role_grant` (`person_id`,`role`,`team_id`) WHERE "role_grant"."team_id" is not null;--> statement-breakpoint
CREATE INDEX `grant_by_person` ON `role_grant` (`person_id`);--> statement-breakpoint
CREATE INDEX `grant_by_team` ON `role_grant` (`team_id`);--> statement-breakpoint
CREATE INDEX `grant_by_service` ON `role_grant` (`service_id`,`role`);--> statement-breakpoint
CREATE INDEX `grant_by_role` ON `role_grant` (`role`,`person_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitation_by_person` ON `invitation` (`person_id`);--> statement-breakpoint
CREATE TABLE `kept_form` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`path` text NOT NULL,
	`fields` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `kept_form_by_time` ON `kept_form` (`at`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`job_title` text DEFAULT '' NOT NULL,
	`password_hash` text,
	`deactivated_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_by_email` ON `person` (`email`);--> statement-breakpoint
CREATE INDEX `person_by_name` ON `person` ("name" collate nocase,`id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_by_person` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempt` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account` text NOT NULL,
	`address` text NOT NULL,
	`at` integer NOT NULL,
	`succeeded` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempt_by_account` ON `sign_in_attempt` (`account`,`succeeded`,`at`);--> statement-breakpoint
CREATE INDEX `attempt_by_address` ON `sign_in_attempt` (`address`,`succeeded`,`at`);--> statement-breakpoint
CREATE INDEX `attempt_by_time` ON `sign_in_attempt` (`at`);--> statement-breakpoint
CREATE TABLE `submission` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `action_evidence` (
	`action_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`action_id`, `evidence_id`),
	FOREIGN KEY (`action_id`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `action_by_evidence` ON `action_evidence` (`evidence_id`);--> statement-breakpoint
CREATE TABLE `action_note` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`text` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `note_by_action` ON `action_note` (`action_id`,`at`);--> statement-breakpoint
CREATE TABLE `action` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`service_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`recommendation_id` text,
	`assessment_id` text,
	`criterion` text,
	`priority` text DEFAULT 'medium' NOT NULL,
	`start_on` text NOT NULL,
	`due_on` text NOT NULL,
	`review_on` text NOT NULL,
	`status` text DEFAULT 'not started' NOT NULL,
	`dropped_reason` text,
	`completed_on` text,
	`measure` text DEFAULT '' NOT NULL,
	`baseline` text DEFAULT '' NOT NULL,
	`target` text DEFAULT '' NOT NULL,
	`outcome` text,
	`outcome_text` text,
	`reviewed_by` text,
	`reviewed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_action_status" CHECK("action"."status" in ('not started', 'on track', 'at risk', 'done', 'dropped')),
	CONSTRAINT "known_priority" CHECK("action"."priority" in ('low', 'medium', 'high')),
	CONSTRAINT "known_outcome" CHECK("action"."outcome" in ('measure moved', 'measure did not move', 'too early to say', 'no measure')),
	CONSTRAINT "dropped_with_reason" CHECK("action"."status" <> 'dropped' or length("action"."dropped_reason") > 0),
	CONSTRAINT "action_in_order" CHECK("action"."due_on" >= "action"."start_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `action_by_number` ON `action` (`number`);--> statement-breakpoint
CREATE INDEX `action_by_service` ON `action` (`service_id`,`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `action_by_owner` ON `action` (`owner_id`,`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `action_by_status` ON `action` (`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `action_by_due` ON `action` (`due_on`,`number`);--> statement-breakpoint
CREATE INDEX `action_open_by_due` ON `action` (`due_on`,`number`) WHERE "action"."status" not in ('done', 'dropped');--> statement-breakpoint
CREATE INDEX `action_open_by_priority` ON `action` (case "priority" when 'high' then 1 when 'medium' then 2 else 3 end,`due_on`,`number`) WHERE "action"."status" not in ('done', 'dropped');--> statement-breakpoint
CREATE INDEX `action_by_completion` ON `action` (`status`,`completed_on`,`number`);--> statement-breakpoint
CREATE INDEX `action_by_priority` ON `action` (case "priority" when 'high' then 1 when 'medium' then 2 else 3 end,`due_on`,`number`);--> statement-breakpoint
CREATE INDEX `action_by_recommendation` ON `action` (`recommendation_id`);--> statement-breakpoint
CREATE INDEX `action_by_gap` ON `action` (`assessment_id`,`criterion`);--> statement-breakpoint
CREATE TABLE `calendar_feed` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_feed_per_person` ON `calendar_feed` (`person_id`);--> statement-breakpoint
CREATE TABLE `answer_evidence` (
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`evidence_id` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `criterion`, `evidence_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_by_evidence` ON `answer_evidence` (`evidence_id`,`assessment_id`);--> statement-breakpoint
CREATE TABLE `answer` (
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`rating` text,
	`comment` text DEFAULT '' NOT NULL,
	`to_confirm` integer DEFAULT false NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`assessment_id`, `criterion`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`service_id` text NOT NULL,
	`framework_version_id` text NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`due_on` text NOT NULL,
	`submitted_by` text,
	`submitted_at` integer,
	`submitted_on` text,
	`moderator_id` text,
	`moderated_at` integer,
	`changes_requested` text,
	`agreed_by` text,
	`agreed_at` integer,
	`agreed_on` text,
	`agreed_level` integer,
	`agreed_award` text,
	`agreed_index` integer,
	`is_baseline` integer DEFAULT false NOT NULL,
	`baseline_level` integer,
	`baseline_award` text,
	`baseline_index` integer,
	`override_level` integer,
	`override_reason` text,
	`override_by` text,
	`override_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework_version_id`) REFERENCES `framework_version`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_assessment_status" CHECK("assessment"."status" in ('draft', 'submitted', 'in moderation', 'changes requested', 'moderated', 'agreed')),
	CONSTRAINT "override_has_reason" CHECK("assessment"."override_level" is null or length("assessment"."override_reason") > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_assessment_per_cycle_and_service` ON `assessment` (`cycle_id`,`service_id`);--> statement-breakpoint
CREATE INDEX `assessment_by_service` ON `assessment` (`service_id`,`agreed_on`);--> statement-breakpoint
CREATE INDEX `assessment_by_status` ON `assessment` (`status`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `assessment_by_cycle_status` ON `assessment` (`cycle_id`,`status`,`agreed_level`,`agreed_award`,`baseline_level`,`baseline_award`,`is_baseline`);--> statement-breakpoint
CREATE INDEX `assessment_by_cycle_way` ON `assessment` (`cycle_id`,`status`,`due_on`,`service_id`);--> statement-breakpoint
CREATE INDEX `assessment_baseline` ON `assessment` (`service_id`,`framework_version_id`) WHERE "assessment"."is_baseline" = 1;--> statement-breakpoint
CREATE INDEX `assessment_by_framework` ON `assessment` (`framework_version_id`,`status`);--> statement-breakpoint
CREATE TABLE `criterion_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`text` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`resolved_by` text,
	`resolved_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_by_criterion` ON `criterion_comment` (`assessment_id`,`criterion`,`at`);--> statement-breakpoint
CREATE TABLE `handover` (
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`person_id` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`handed_by` text NOT NULL,
	`handed_at` integer NOT NULL,
	`returned_at` integer,
	PRIMARY KEY(`assessment_id`, `criterion`, `person_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handover_by_person` ON `handover` (`person_id`,`returned_at`,`assessment_id`);--> statement-breakpoint
CREATE TABLE `audit_line` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`what` text NOT NULL,
	`thing` text NOT NULL,
	`thing_id` text NOT NULL,
	`change` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_thing` ON `audit_line` (`thing`,`thing_id`,`number`);--> statement-breakpoint
CREATE INDEX `audit_by_kind` ON `audit_line` (`thing`,`number`);--> statement-breakpoint
CREATE INDEX `audit_by_person` ON `audit_line` (`person_id`,`number`);--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit_line` (`at`);--> statement-breakpoint
CREATE TABLE `agenda_item` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`thing_id` text NOT NULL,
	`title` text NOT NULL,
	`asks` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_item_kind" CHECK("agenda_item"."kind" in ('finding', 'recommendation', 'award', 'lesson'))
);
--> statement-breakpoint
CREATE INDEX `item_by_meeting` ON `agenda_item` (`meeting_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `item_once_a_meeting` ON `agenda_item` (`meeting_id`,`kind`,`thing_id`);--> statement-breakpoint
CREATE INDEX `item_by_thing` ON `agenda_item` (`kind`,`thing_id`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`item_id` text NOT NULL,
	`decision` text NOT NULL,
	`changes` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`deferred_to` text,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_on` text NOT NULL,
	`present` integer NOT NULL,
	`quorum` integer NOT NULL,
	`supersedes_id` text,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedes_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_decision" CHECK("decision"."decision" in ('accept', 'accept with changes', 'defer', 'reject')),
	CONSTRAINT "quorate" CHECK("decision"."present" >= "decision"."quorum"),
	CONSTRAINT "changes_said" CHECK("decision"."decision" <> 'accept with changes' or length("decision"."changes") > 0),
	CONSTRAINT "rejected_with_reason" CHECK("decision"."decision" <> 'reject' or length("decision"."reason") > 0),
	CONSTRAINT "deferred_to_a_day" CHECK("decision"."decision" <> 'defer' or "decision"."deferred_to" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_by_number` ON `decision` (`number`);--> statement-breakpoint
CREATE INDEX `decision_by_item` ON `decision` (`item_id`);--> statement-breakpoint
CREATE INDEX `decision_by_day` ON `decision` (`decided_on`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `superseded_once` ON `decision` (`supersedes_id`);--> statement-breakpoint
CREATE TABLE `interest` (
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`what` text NOT NULL,
	`declared_at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `person_id`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_member` (
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`attendance` text DEFAULT 'invited' NOT NULL,
	PRIMARY KEY(`meeting_id`, `person_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_attendance" CHECK("meeting_member"."attendance" in ('invited', 'present', 'apologies'))
);
--> statement-breakpoint
CREATE INDEX `meeting_by_member` ON `meeting_member` (`person_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`quorum` integer NOT NULL,
	`minutes` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_meeting_state" CHECK("meeting"."state" in ('planned', 'held', 'cancelled')),
	CONSTRAINT "quorum_positive" CHECK("meeting"."quorum" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_by_number` ON `meeting` (`number`);--> statement-breakpoint
CREATE INDEX `meeting_by_day` ON `meeting` (`held_on`,`number`);--> statement-breakpoint
CREATE TABLE `member_view` (
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`view` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`given_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`item_id`, `person_id`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_view" CHECK("member_view"."view" in ('support', 'support with changes', 'do not support', 'comment'))
);
--> statement-breakpoint
CREATE TABLE `cycle` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`framework_version_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`due_on` text NOT NULL,
	`carries_over` integer DEFAULT false NOT NULL,
	`closed_at` integer,
	`closed_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`framework_version_id`) REFERENCES `framework_version`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycle_in_order" CHECK("cycle"."due_on" >= "cycle"."starts_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cycle_by_name` ON `cycle` (`name`);--> statement-breakpoint
CREATE INDEX `cycle_by_start` ON `cycle` (`starts_on`,`id`);--> statement-breakpoint
CREATE TABLE `target` (
	`cycle_id` text NOT NULL,
	`service_id` text NOT NULL,
	`level` integer NOT NULL,
	`by_when` text NOT NULL,
	`why` text NOT NULL,
	`approved_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`cycle_id`, `service_id`),
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`journey_id` text NOT NULL,
	`step_id` text,
	`words` text NOT NULL,
	`kind` text NOT NULL,
	`type` text NOT NULL,
	`channel` text NOT NULL,
	`predictable` integer,
	`heard_on` text NOT NULL,
	`noted_by` text NOT NULL,
	`noted_at` integer NOT NULL,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_demand_kind" CHECK("contact"."kind" in ('value', 'failure')),
	CONSTRAINT "known_contact_channel" CHECK("contact"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media'))
);
--> statement-breakpoint
CREATE INDEX `contact_by_noting` ON `contact` (`journey_id`,`noted_at`,`id`) WHERE "contact"."removed_at" is null;--> statement-breakpoint
CREATE INDEX `contact_by_journey` ON `contact` (`journey_id`,`heard_on`,`noted_at`,`id`) WHERE "contact"."removed_at" is null;--> statement-breakpoint
CREATE INDEX `contact_by_step` ON `contact` (`journey_id`,`step_id`,`kind`) WHERE "contact"."removed_at" is null;--> statement-breakpoint
CREATE INDEX `contact_by_type` ON `contact` (`journey_id`,`kind`,"type" collate nocase,`channel`) WHERE "contact"."removed_at" is null;--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`shows` text NOT NULL,
	`service_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`effective_from` text NOT NULL,
	`effective_to` text,
	`strength` text NOT NULL,
	`review_on` text,
	`current_version` integer DEFAULT 1 NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_evidence_kind" CHECK("evidence"."kind" in ('file', 'link', 'note')),
	CONSTRAINT "known_strength" CHECK("evidence"."strength" in ('high', 'medium', 'low')),
	CONSTRAINT "withdrawn_with_reason" CHECK("evidence"."withdrawn_at" is null or length("evidence"."withdrawn_reason") > 0),
	CONSTRAINT "period_in_order" CHECK("evidence"."effective_to" is null or "evidence"."effective_to" >= "evidence"."effective_from")
);
--> statement-breakpoint
CREATE INDEX `evidence_by_service` ON `evidence` (`service_id`,`title`,`id`);--> statement-breakpoint
CREATE INDEX `evidence_by_title` ON `evidence` (`title`,`id`);--> statement-breakpoint
CREATE INDEX `evidence_by_end` ON `evidence` (case when "effective_to" is null then '9999-12-31' else "effective_to" end,`id`);--> statement-breakpoint
CREATE INDEX `evidence_by_owner` ON `evidence` (`owner_id`,`title`,`id`);--> statement-breakpoint
CREATE TABLE `evidence_version` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_id` text NOT NULL,
	`number` integer NOT NULL,
	`sha256` text,
	`file_name` text,
	`link` text,
	`note` text,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `stored_file`(`sha256`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "one_content" CHECK(("evidence_version"."sha256" is not null) + ("evidence_version"."link" is not null) + ("evidence_version"."note" is not null) = 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_version_by_number` ON `evidence_version` (`evidence_id`,`number`);--> statement-breakpoint
CREATE INDEX `evidence_version_by_file` ON `evidence_version` (`sha256`);--> statement-breakpoint
CREATE TABLE `file_piece` (
	`file` text NOT NULL,
	`number` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`file`, `number`)
);
--> statement-breakpoint
CREATE TABLE `stored_file` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`type` text NOT NULL,
	`ending` text NOT NULL,
	`pieces` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stored_file_by_pieces` ON `stored_file` (`pieces`);--> statement-breakpoint
CREATE TABLE `upload` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text,
	`size` integer,
	`type` text,
	`ending` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `upload_by_start` ON `upload` (`started_at`);--> statement-breakpoint
CREATE INDEX `upload_by_person` ON `upload` (`person_id`);--> statement-breakpoint
CREATE TABLE `finding_evidence` (
	`finding_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`finding_id`, `evidence_id`),
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_by_evidence` ON `finding_evidence` (`evidence_id`);--> statement-breakpoint
CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`what` text NOT NULL,
	`service_id` text NOT NULL,
	`source` text NOT NULL,
	`source_id` text,
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
	CONSTRAINT "known_severity" CHECK("finding"."severity" in ('low', 'medium', 'high', 'critical')),
	CONSTRAINT "known_finding_source" CHECK("finding"."source" in ('assessment', 'journey', 'added by hand'))
);
--> statement-breakpoint
CREATE INDEX `finding_by_service` ON `finding` (`service_id`,`found_at`);--> statement-breakpoint
CREATE INDEX `finding_by_source` ON `finding` (`source`,`source_id`,`criterion`);--> statement-breakpoint
CREATE INDEX `finding_by_journey` ON `finding` (`journey_id`,`step_id`);--> statement-breakpoint
CREATE INDEX `finding_by_day` ON `finding` (`found_at`,`id`);--> statement-breakpoint
CREATE INDEX `finding_by_severity` ON `finding` (case "severity" when 'critical' then 1 when 'high' then 2 when 'medium' then 3 else 4 end,`found_at`,`id`);--> statement-breakpoint
CREATE TABLE `recommendation` (
	`id` text PRIMARY KEY NOT NULL,
	`finding_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`customer_benefit` text DEFAULT '' NOT NULL,
	`customer_value` integer,
	`council_benefit` text DEFAULT '' NOT NULL,
	`council_value` integer,
	`effort` integer,
	`cost_pence` integer,
	`contacts_avoided` integer,
	`avoided_channel` text,
	`other_saving_pence` integer,
	`other_saving_why` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'proposed' NOT NULL,
	`withdrawn_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_recommendation_state" CHECK("recommendation"."state" in ('proposed', 'deferred', 'accepted', 'rejected', 'withdrawn')),
	CONSTRAINT "known_avoided_channel" CHECK("recommendation"."avoided_channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "value_in_range" CHECK("recommendation"."customer_value" between 1 and 5 and "recommendation"."council_value" between 1 and 5 and "recommendation"."effort" between 1 and 5),
	CONSTRAINT "withdrawn_with_reason" CHECK("recommendation"."state" <> 'withdrawn' or length("recommendation"."withdrawn_reason") > 0),
	CONSTRAINT "other_saving_explained" CHECK("recommendation"."other_saving_pence" is null or length("recommendation"."other_saving_why") > 0)
);
--> statement-breakpoint
CREATE INDEX `recommendation_by_finding` ON `recommendation` (`finding_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `recommendation_by_number` ON `recommendation` (`number`);--> statement-breakpoint
CREATE INDEX `recommendation_by_state` ON `recommendation` (`state`,`number`);--> statement-breakpoint
CREATE TABLE `framework_version` (
	`id` text PRIMARY KEY NOT NULL,
	`framework` text NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`document` text NOT NULL,
	`sha256` text NOT NULL,
	`published_at` integer,
	`published_by` text,
	`copied_from` text,
	`saved_at` integer,
	`saved_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_framework_kind" CHECK("framework_version"."kind" in ('staged', 'rubric', 'compliance')),
	CONSTRAINT "known_framework_state" CHECK("framework_version"."state" in ('draft', 'published', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_version_by_number` ON `framework_version` (`framework`,`number`);--> statement-breakpoint
CREATE INDEX `framework_version_by_state` ON `framework_version` (`state`,`name`);--> statement-breakpoint
CREATE TABLE `channel_cost` (
	`channel` text PRIMARY KEY NOT NULL,
	`pence` integer NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "known_cost_channel" CHECK("channel_cost"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "cost_not_negative" CHECK("channel_cost"."pence" >= 0)
);
--> statement-breakpoint
CREATE TABLE `journey_method` (
	`id` text PRIMARY KEY NOT NULL,
	`journey_id` text NOT NULL,
	`method` text NOT NULL,
	`held_on` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_method" CHECK("journey_method"."method" in ('workshop', 'walk-through', 'shadowing', 'data', 'mystery shop', 'complaints', 'survey', 'frontline intelligence', 'member intelligence'))
);
--> statement-breakpoint
CREATE INDEX `journey_method_by_journey` ON `journey_method` (`journey_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `journey_progress` (
	`journey_id` text NOT NULL,
	`step` text NOT NULL,
	`done_on` text NOT NULL,
	`done_by` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`journey_id`, `step`),
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_review_step" CHECK("journey_progress"."step" in ('scope', 'gather', 'map as-is', 'find', 'design to-be', 'recommend', 'board', 'implement', 'lessons learned'))
);
--> statement-breakpoint
CREATE TABLE `journey_service` (
	`journey_id` text NOT NULL,
	`service_id` text NOT NULL,
	PRIMARY KEY(`journey_id`, `service_id`),
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journey_service_by_service` ON `journey_service` (`service_id`,`journey_id`);--> statement-breakpoint
CREATE TABLE `journey_team` (
	`journey_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`journey_id`, `person_id`),
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journey_team_by_person` ON `journey_team` (`person_id`,`journey_id`);--> statement-breakpoint
CREATE TABLE `journey` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`words` text NOT NULL,
	`name` text NOT NULL,
	`customer` text NOT NULL,
	`life_event` text DEFAULT '' NOT NULL,
	`service_id` text NOT NULL,
	`sponsor_id` text,
	`aim` text DEFAULT '' NOT NULL,
	`starts_where` text DEFAULT '' NOT NULL,
	`ends_where` text DEFAULT '' NOT NULL,
	`start_on` text NOT NULL,
	`end_on` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`closed_reason` text,
	`closed_on` text,
	`follows_id` text,
	`toolkit_number` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sponsor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_customer" CHECK("journey"."customer" in ('external', 'internal')),
	CONSTRAINT "known_journey_state" CHECK("journey"."state" in ('open', 'finished', 'abandoned')),
	CONSTRAINT "journey_in_order" CHECK("journey"."end_on" >= "journey"."start_on"),
	CONSTRAINT "abandoned_with_reason" CHECK("journey"."state" <> 'abandoned' or length("journey"."closed_reason") > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journey_by_number` ON `journey` (`number`);--> statement-breakpoint
CREATE INDEX `journey_by_service` ON `journey` (`service_id`,`state`);--> statement-breakpoint
CREATE INDEX `journey_by_name` ON `journey` ("name" collate nocase,`id`);--> statement-breakpoint
CREATE INDEX `journey_by_end` ON `journey` (`state`,`end_on`,`number`);--> statement-breakpoint
CREATE TABLE `lesson` (
	`id` text PRIMARY KEY NOT NULL,
	`journey_id` text NOT NULL,
	`step` text NOT NULL,
	`text` text NOT NULL,
	`noted_by` text NOT NULL,
	`noted_at` integer NOT NULL,
	`taken_up_in` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_lesson_step" CHECK("lesson"."step" in ('scope', 'gather', 'map as-is', 'find', 'design to-be', 'recommend', 'board', 'implement', 'lessons learned'))
);
--> statement-breakpoint
CREATE INDEX `lesson_by_journey` ON `lesson` (`journey_id`,`noted_at`);--> statement-breakpoint
CREATE INDEX `lesson_by_take_up` ON `lesson` (`taken_up_in`,`noted_at`);--> statement-breakpoint
CREATE TABLE `persona` (
	`id` text PRIMARY KEY NOT NULL,
	`journey_id` text NOT NULL,
	`name` text NOT NULL,
	`facts` text DEFAULT '' NOT NULL,
	`needs` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `persona_by_journey` ON `persona` (`journey_id`,`position`);--> statement-breakpoint
CREATE TABLE `principle_rating` (
	`journey_id` text NOT NULL,
	`framework_version_id` text NOT NULL,
	`criterion` text NOT NULL,
	`rating` text,
	`comment` text DEFAULT '' NOT NULL,
	`rated_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`journey_id`, `framework_version_id`, `criterion`),
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework_version_id`) REFERENCES `framework_version`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `map_change` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`map_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`undone` integer DEFAULT false NOT NULL,
	`of_change` integer,
	FOREIGN KEY (`map_id`) REFERENCES `map`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `map_change_by_map` ON `map_change` (`map_id`,`number`);--> statement-breakpoint
CREATE INDEX `map_change_to_undo` ON `map_change` (`map_id`,`person_id`,`undone`,`number`) WHERE "map_change"."of_change" is null;--> statement-breakpoint
CREATE TABLE `map_stage` (
	`id` text PRIMARY KEY NOT NULL,
	`map_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`who` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`map_id`) REFERENCES `map`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stage_by_map` ON `map_stage` (`map_id`,`position`);--> statement-breakpoint
CREATE TABLE `map_step` (
	`id` text PRIMARY KEY NOT NULL,
	`map_id` text NOT NULL,
	`stage_id` text NOT NULL,
	`position` integer NOT NULL,
	`does` text NOT NULL,
	`wants` text DEFAULT '' NOT NULL,
	`channel` text,
	`served_by` text DEFAULT 'nobody' NOT NULL,
	`backstage` text DEFAULT '' NOT NULL,
	`systems` text DEFAULT '' NOT NULL,
	`emotion` integer,
	`quote` text DEFAULT '' NOT NULL,
	`waiting_minutes` integer,
	`handling_minutes` integer,
	`moment_of_truth` integer DEFAULT false NOT NULL,
	`demand` integer,
	`failure_demand` integer,
	`pain_points` text DEFAULT '' NOT NULL,
	`evidenced` text DEFAULT 'none' NOT NULL,
	`from_step_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`map_id`) REFERENCES `map`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stage_id`) REFERENCES `map_stage`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_step_channel" CHECK("map_step"."channel" in ('web', 'phone', 'face to face', 'email', 'letter', 'SMS', 'social media')),
	CONSTRAINT "known_server" CHECK("map_step"."served_by" in ('nobody', 'tier 1', 'tier 2', 'tier 3', 'back office', 'partner')),
	CONSTRAINT "known_evidencing" CHECK("map_step"."evidenced" in ('none', 'partly', 'fully')),
	CONSTRAINT "emotion_in_range" CHECK("map_step"."emotion" between -2 and 2),
	CONSTRAINT "times_not_negative" CHECK("map_step"."waiting_minutes" >= 0 and "map_step"."handling_minutes" >= 0),
	CONSTRAINT "failure_within_demand" CHECK("map_step"."failure_demand" is null or ("map_step"."failure_demand" >= 0 and "map_step"."failure_demand" <= "map_step"."demand"))
);
--> statement-breakpoint
CREATE INDEX `step_by_map` ON `map_step` (`map_id`,`stage_id`,`position`);--> statement-breakpoint
CREATE INDEX `step_by_stage` ON `map_step` (`stage_id`,`position`);--> statement-breakpoint
CREATE TABLE `map` (
	`id` text PRIMARY KEY NOT NULL,
	`journey_id` text NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`journey_id`) REFERENCES `journey`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_map_kind" CHECK("map"."kind" in ('as-is', 'to-be'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `map_by_journey` ON `map` (`journey_id`,`kind`);--> statement-breakpoint
CREATE TABLE `step_evidence` (
	`step_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`step_id`, `evidence_id`),
	FOREIGN KEY (`step_id`) REFERENCES `map_step`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `step_by_evidence` ON `step_evidence` (`evidence_id`);--> statement-breakpoint
CREATE TABLE `moderation` (
	`assessment_id` text NOT NULL,
	`criterion` text NOT NULL,
	`rating` text,
	`not_applicable_accepted` integer,
	`comment` text DEFAULT '' NOT NULL,
	`moderated_by` text NOT NULL,
	`moderated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`assessment_id`, `criterion`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `council` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`logo_file` text,
	`colour` text DEFAULT '#0c2f38' NOT NULL,
	`text_colour` text DEFAULT '#ffffff' NOT NULL,
	`thread_colour` text DEFAULT '#f1c550' NOT NULL,
	`allowed_file_types` text NOT NULL,
	`evidence_warning_days` integer DEFAULT 30 NOT NULL,
	`board_quorum` integer DEFAULT 3 NOT NULL,
	`customer_weight` integer DEFAULT 2 NOT NULL,
	`council_weight` integer DEFAULT 1 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "one_council" CHECK("council"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `directorate` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`closed_on` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `directorate_by_name` ON `directorate` ("name" collate nocase);--> statement-breakpoint
CREATE TABLE `service` (
	`id` text PRIMARY KEY NOT NULL,
	`directorate_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text DEFAULT 'external' NOT NULL,
	`closed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`directorate_id`) REFERENCES `directorate`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_service_kind" CHECK("service"."kind" in ('external', 'internal', 'corporate'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_by_name` ON `service` ("name" collate nocase);--> statement-breakpoint
CREATE INDEX `service_by_directorate` ON `service` (`directorate_id`,"name" collate nocase);--> statement-breakpoint
CREATE UNIQUE INDEX `one_corporate_service` ON `service` (`kind`) WHERE "service"."kind" = 'corporate' and "service"."closed_on" is null;--> statement-breakpoint
CREATE TABLE `staff_member` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`name` text NOT NULL,
	`payroll_number` text NOT NULL,
	`job_title` text DEFAULT '' NOT NULL,
	`person_id` text,
	`left_on` text,
	`is_advisor` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_by_payroll_number` ON `staff_member` (`payroll_number`);--> statement-breakpoint
CREATE INDEX `staff_by_team` ON `staff_member` (`team_id`,"name" collate nocase);--> statement-breakpoint
CREATE INDEX `staff_by_person` ON `staff_member` (`person_id`);--> statement-breakpoint
CREATE TABLE `team` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`name` text NOT NULL,
	`closed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `service`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_by_service_and_name` ON `team` (`service_id`,"name" collate nocase);--> statement-breakpoint
CREATE TABLE `gap` (
	`assessment_id` text NOT NULL,
	`cycle_id` text NOT NULL,
	`criterion` text NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `criterion`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `gap_by_cycle` ON `gap` (`cycle_id`,`criterion`);--> statement-breakpoint
CREATE TABLE `result` (
	`assessment_id` text NOT NULL,
	`basis` text NOT NULL,
	`level` integer,
	`award` text,
	`maturity_index` integer,
	`share` real,
	`answered` integer NOT NULL,
	`total` integer NOT NULL,
	`met` integer NOT NULL,
	`applicable` integer NOT NULL,
	`themes` text NOT NULL,
	`levels` text NOT NULL,
	`holds_until` text,
	PRIMARY KEY(`assessment_id`, `basis`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "known_basis" CHECK("result"."basis" in ('claimed', 'evidenced', 'agreed'))
);
--> statement-breakpoint
CREATE INDEX `result_by_hold` ON `result` (`holds_until`);--> statement-breakpoint
CREATE TABLE `snapshot` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`taken_at` integer NOT NULL,
	`taken_by` text NOT NULL,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	`reopened_at` integer,
	`reopened_by` text,
	`reopen_reason` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshot_by_number` ON `snapshot` (`assessment_id`,`number`);--> statement-breakpoint
CREATE TABLE `toolkit` (
	`number` integer PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`document` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`into` text DEFAULT '' NOT NULL,
	`file_name` text NOT NULL,
	`state` text DEFAULT 'checking' NOT NULL,
	`at` integer NOT NULL,
	`applied_at` integer,
	`counts` text,
	`notes` text,
	`plan_sha256` text,
	`problems` text,
	`changes` text,
	`rows` text,
	CONSTRAINT "known_import_state" CHECK("import"."state" in ('checking', 'checked', 'applied', 'refused', 'discarded'))
);
--> statement-breakpoint
CREATE INDEX `import_by_person` ON `import` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `import_by_goal` ON `import` (`into`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `import_by_state` ON `import` (`state`,`at`);