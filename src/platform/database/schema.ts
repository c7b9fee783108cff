/** The database's tables. Generated from the migrations by `npm run generate:schema`; not to be edited. */

import type { ColumnType } from "kysely";

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AccessLog {
  account_id: string;
  at: Timestamp;
  basis: string;
  id: Generated<number>;
  organisation_id: string;
  person_ids: string[];
  reason: string | null;
  request_id: string;
  seal: number | null;
  what: string;
}

export interface AccessLogAbout {
  at: Timestamp;
  entry_id: number;
  organisation_id: string;
  person_id: string;
}

export interface AccessLogSeal {
  entries: number;
  hash: Buffer;
  number: number;
  organisation_id: string;
  previous_hash: Buffer;
  sealed_at: Timestamp;
}

export interface Account {
  disabled: Generated<boolean>;
  display_name: string;
  failed_attempts: Generated<number>;
  id: string;
  locked_until: Timestamp | null;
  organisation_id: string;
  password_hash: string | null;
  person_id: string | null;
  username: string;
}

export interface ApiAnswer {
  account_id: string;
  at: Timestamp;
  body: string | null;
  key_hash: Buffer;
  location: string | null;
  organisation_id: string;
  request_hash: Buffer;
  status: number | null;
}

export interface ApiToken {
  account_id: string;
  created_at: Timestamp;
  created_by: string | null;
  expires_at: Timestamp;
  id: string;
  last_used_at: Timestamp | null;
  name: string;
  organisation_id: string;
  prefix: string;
  revoked_at: Timestamp | null;
  scopes: string[];
  token_hash: Buffer;
}

export interface Assessment {
  authority_id: string | null;
  begun_by: string;
  begun_on: string;
  ended_by: string | null;
  ended_how: string | null;
  ended_on: string | null;
  id: string;
  level_id: string;
  model_id: string;
  opened_by: string | null;
  opened_how: string | null;
  opened_on: string | null;
  organisation_id: string;
  person_id: string;
  scale: string[];
  track_id: string | null;
  unit_id: string;
  version_id: string;
}

export interface AssessmentRating {
  assessment_id: string;
  author_id: string;
  item_id: string;
  organisation_id: string;
  revision: number;
  saved_at: Timestamp;
  side: string;
  step: number | null;
  words: Generated<string>;
}

export interface AssessmentSheet {
  assessment_id: string;
  author_id: string;
  handed_in_at: Timestamp | null;
  handed_in_by: string | null;
  organisation_id: string;
  person_id: string;
  revision: Generated<number>;
  side: string;
  state: Generated<string>;
}

export interface Calibration {
  begun_by: string;
  begun_on: string;
  closed_on: string | null;
  id: string;
  model_id: string;
  opened_on: string | null;
  organisation_id: string;
  state: Generated<string>;
  title: string;
  until: string;
  version_id: string;
}

export interface CalibrationCase {
  calibration_id: string;
  id: string;
  organisation_id: string;
  position: number;
  story: string;
  title: string;
}

export interface CalibrationMark {
  case_id: string;
  item_id: string;
  organisation_id: string;
  person_id: string;
  shows: boolean;
}

export interface CalibrationPlacing {
  calibration_id: string;
  case_id: string;
  level_id: string;
  organisation_id: string;
  person_id: string;
  saved_at: Timestamp;
  track_id: string | null;
  version_id: string;
  words: string;
}

export interface CalibrationRaised {
  organisation_id: string;
  raised_at: Timestamp;
  raised_by: string;
  reading_id: string;
  version_id: string;
}

export interface CalibrationReading {
  at: Timestamp;
  calibration_id: string;
  id: string;
  item_id: string | null;
  number: number;
  organisation_id: string;
  words: string;
  written_by: string;
}

export interface CalibrationSeat {
  calibration_id: string;
  handed_in_at: Timestamp | null;
  organisation_id: string;
  person_id: string;
  unit_id: string;
}

export interface CareerModel {
  adaptable: Generated<boolean>;
  id: string;
  name_en: string;
  name_sv: string;
  organisation_id: string;
  origin_id: string | null;
  profession_id: string;
  slug: string;
  status: Generated<string>;
  structure_id: string;
}

export interface CarryOver {
  from_version_id: string;
  id: string;
  kind: string;
  organisation_id: string;
  part: Json;
  position: number;
  settled: string | null;
  settled_at: Timestamp | null;
  settled_by: string | null;
  supplement_version_id: string;
  whys: string[];
}

export interface CatalogueEntry {
  cost: number | null;
  created_at: Timestamp;
  credits: number | null;
  funding: Generated<string[]>;
  hours: number | null;
  id: string;
  kind: string;
  link: Generated<string>;
  name: string;
  organisation_id: string;
  places: number | null;
  provider: Generated<string>;
  retired_on: string | null;
  revision: Generated<number>;
  text: Generated<string>;
  visibility: Generated<string>;
}

export interface CatalogueTie {
  entry_id: string;
  model_id: string;
  organisation_id: string;
  target: string;
  target_id: string;
}

export interface Clarification {
  base_version_id: string;
  item_id: string;
  organisation_id: string;
  supplement_version_id: string;
  text: string;
  visibility: Generated<string>;
}

export interface DataAnswer {
  answered_by: string;
  at: Timestamp;
  organisation_id: string;
  outcome: string;
  request_id: string;
  words: string;
}

export interface DataRequest {
  about: string;
  at: Timestamp;
  id: string;
  kind: string;
  organisation_id: string;
  person_id: string;
  record: Generated<string>;
  record_id: string | null;
  words: string;
}

export interface Decision {
  created_at: Generated<Timestamp>;
  decided_as: string;
  decided_by: string;
  decided_on: string;
  delegation: string;
  diary_number: string;
  id: string;
  kind: string;
  organisation_id: string;
  rests_on: Generated<string>;
  supplement_version_id: string | null;
  version_id: string | null;
}

export interface Employment {
  id: string;
  number: string;
  organisation_id: string;
  person_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface EmploymentPeriod {
  aid_code: string | null;
  employment_id: string;
  extent: number;
  form: string;
  id: Generated<string>;
  is_main: Generated<boolean>;
  organisation_id: string;
  person_id: string;
  profession_id: string | null;
  title: Generated<string>;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface Evidence {
  added_by: string;
  authority_id: string | null;
  checked_as: string | null;
  checked_by: string | null;
  checked_on: string | null;
  created_at: Timestamp;
  expires_on: string | null;
  how: string | null;
  id: string;
  issued_on: string;
  kind: string;
  organisation_id: string;
  person_id: string;
  profession_id: string | null;
  renews_id: string | null;
  returned_on: string | null;
  revision: Generated<number>;
  seen_where: Generated<string>;
  source: Generated<string>;
  superseded_by: string | null;
  superseded_on: string | null;
  until_on: string | null;
  what: string;
  withdrawn_on: string | null;
}

export interface EvidenceEvent {
  at: Timestamp;
  evidence_id: string;
  id: Generated<number>;
  kind: string;
  organisation_id: string;
  person_id: string;
  words: Generated<string>;
}

export interface EvidenceFile {
  added_at: Timestamp;
  added_by: string;
  bytes: number;
  evidence_id: string;
  hash: string;
  id: string;
  name: string;
  organisation_id: string;
  type: string;
}

export interface EvidenceRequirement {
  evidence_id: string;
  item_id: string;
  organisation_id: string;
}

export interface EvidenceTold {
  ends_on: string;
  evidence_id: string;
  organisation_id: string;
  told_at: Timestamp;
}

export interface FrameChange {
  account_id: string;
  after: Json | null;
  before: Json | null;
  happened_at: Timestamp;
  key: string;
  organisation_id: string;
  part: string;
  revision: number;
  version_id: string;
}

export interface FullyIntroduced {
  day: string;
  measurement_id: string;
  model_id: string;
  organisation_id: string;
  unit_id: string | null;
}

export interface Installation {
  created_at: Generated<Timestamp>;
  mode: string;
  only_row: Generated<boolean>;
}

export interface InstallationKey {
  mark: string;
  number: number;
  since: Generated<Timestamp>;
}

export interface Invitation {
  account_id: string;
  expires_at: Timestamp;
  organisation_id: string;
  token_hash: Buffer;
}

export interface Item {
  formal: Json | null;
  group_id: string | null;
  heading_id: string;
  item_id: string;
  key: string;
  kind: string;
  level_id: string;
  mandatory: boolean | null;
  note: Generated<string>;
  organisation_id: string;
  position: number;
  revision: Generated<number>;
  support: string | null;
  text: string;
  track_id: string | null;
  version_id: string;
  visibility: Generated<string>;
}

export interface ItemChange {
  account_id: string;
  after: Json | null;
  before: Json | null;
  happened_at: Timestamp;
  item_id: string;
  organisation_id: string;
  revision: number;
  version_id: string;
}

export interface ItemComment {
  account_id: string;
  id: string;
  item_id: string;
  organisation_id: string;
  resolved_at: Timestamp | null;
  resolved_by: string | null;
  text: string;
  version_id: string;
  written_at: Timestamp;
}

export interface JointOutcome {
  assessment_id: string;
  at: Timestamp;
  decided_by: string;
  decided_on: string;
  id: string;
  item_id: string;
  met: boolean;
  number: Generated<number>;
  organisation_id: string;
  person_id: string;
  words: Generated<string>;
}

export interface LeavePeriod {
  employment_id: string;
  id: Generated<string>;
  organisation_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface LocalTitle {
  level_id: string;
  model_id: string;
  organisation_id: string;
  position: number;
  title: string;
  track_id: string | null;
}

export interface LocalTitleList {
  model_id: string;
  organisation_id: string;
  revision: number;
  updated_at: Timestamp;
  updated_by: string;
}

export interface Mail {
  address: string | null;
  appointment: Json | null;
  attempts: Generated<number>;
  body: string;
  gathered_in: string | null;
  give_up_at: Timestamp;
  id: string;
  key: string;
  kind: string;
  language: string;
  message_id: string | null;
  next_try_at: Timestamp;
  organisation_id: string;
  path: string;
  person_id: string | null;
  queued_at: Timestamp;
  reply_to: string | null;
  settled_at: Timestamp | null;
  state: Generated<string>;
  subject: string;
  why: string | null;
}

export interface MailChoice {
  chosen_at: Timestamp;
  kind: string;
  organisation_id: string;
  person_id: string;
  wanted: boolean;
}

export interface MailSetting {
  chosen_at: Timestamp;
  gathered: boolean;
  language: string;
  organisation_id: string;
  person_id: string;
}

export interface Measurement {
  count_hourly: boolean;
  count_on_leave: boolean;
  coverage_threshold: number;
  day: string;
  frozen_at: Timestamp;
  frozen_by: string;
  id: string;
  note: Generated<string>;
  organisation_id: string;
  smallest_group: number;
}

export interface MeasurementFigure {
  employed: number;
  measurement_id: string;
  model_id: string;
  organisation_id: string;
  placed: number;
  unit_id: string | null;
}

export interface MeasurementShowing {
  employed: number | null;
  measurement_id: string;
  model_id: string;
  organisation_id: string;
  placed: number | null;
  smallest_group: number;
  unit_id: string | null;
}

export interface MeasurementUnit {
  measurement_id: string;
  name: string;
  organisation_id: string;
  parent_id: string | null;
  path: string[];
  position: number;
  unit_id: string;
}

export interface MemberFigure {
  adopted_from: string;
  association_id: string;
  day: string;
  employed: number | null;
  member_id: string;
  member_name: string;
  model_name_en: string;
  model_name_sv: string;
  model_slug: string;
  placed: number | null;
  smallest_group: number;
}

export interface Membership {
  association_id: string;
  member_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface MembershipOffer {
  association_id: string;
  member_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface ModelEvent {
  account_id: string;
  begun_from: number | null;
  happened_at: Timestamp;
  id: string;
  kind: string;
  model_id: string;
  organisation_id: string;
  reason: Generated<string>;
  version_id: string | null;
}

export interface ModelImport {
  created_at: Timestamp;
  created_by: string;
  file: Buffer | null;
  filename: string;
  finished_at: Timestamp | null;
  id: string;
  organisation_id: string;
  reading: Json | null;
  revision: Generated<number>;
  state: Generated<string>;
}

export interface ModelVersion {
  core_competencies: Generated<string[]>;
  created_at: Generated<Timestamp>;
  id: string;
  in_force_from: string | null;
  in_force_to: string | null;
  intro: Generated<string>;
  model_id: string;
  number: number;
  organisation_id: string;
  origin_id: string | null;
  rating_scale: Generated<string[]>;
  revision: Generated<number>;
  status: string;
  taken_in_by: string | null;
}

export interface MoveApplication {
  answer: Generated<string>;
  answered_by: string | null;
  applied_at: Timestamp;
  authority_id: string | null;
  declined_for: string | null;
  ended_at: Timestamp | null;
  id: string;
  level_id: string;
  model_id: string;
  number: Generated<number>;
  organisation_id: string;
  outcome: string | null;
  person_id: string;
  placement_id: string | null;
  track_id: string | null;
  words: string;
}

export interface MoveTask {
  done_at: Timestamp | null;
  done_by: string | null;
  id: string;
  kind: string;
  organisation_id: string;
  owner: string;
  placement_id: string;
  title: Generated<string>;
}

export interface Need {
  full_time: number | null;
  id: string;
  level_id: string;
  model_id: string;
  needed_by: string | null;
  organisation_id: string;
  people: number;
  set_at: Timestamp;
  set_by: string;
  track_id: string | null;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface Organisation {
  created_at: Generated<Timestamp>;
  id: string;
  kind: string;
  logo_hash: string | null;
  name: string;
  slug: string;
}

export interface OrganisationLogo {
  hash: string;
  organisation_id: string;
  png: Buffer;
}

export interface OrganisationSetting {
  agreement_task_of: string | null;
  count_hourly: Generated<boolean>;
  count_on_leave: Generated<boolean>;
  coverage_threshold: Generated<number>;
  evidence_files: Generated<boolean>;
  experience_leave_days: number | null;
  model_word: Generated<string>;
  move_rule: Generated<string>;
  need_for_moves: Generated<boolean>;
  organisation_id: string;
  pay_link_statement: Generated<string>;
  placement_principles: Generated<string>;
  presentation: Generated<string>;
  rating_scale: Generated<string[]>;
  review_interval_months: Generated<number | null>;
  revision: Generated<number>;
  smallest_group: Generated<number>;
  talk_word: Generated<string>;
  theme_accent: string | null;
  theme_brand: string | null;
  title_task_of: string | null;
}

export interface ParkedPost {
  account_id: string;
  created_at: Timestamp;
  id: string;
  organisation_id: string;
  sealed: Buffer;
}

export interface Person {
  closed_on: string | null;
  email: string | null;
  family_name: string;
  given_name: string;
  id: string;
  organisation_id: string;
  person_key: string | null;
  protected_handler_id: string | null;
  protected_identity: Generated<boolean>;
  revision: Generated<number>;
}

export interface Placement {
  authority_id: string | null;
  basis: string;
  continues_id: string | null;
  corrected: Generated<boolean>;
  created_at: Generated<Timestamp>;
  decided_as: string | null;
  decided_by: string | null;
  despite: Generated<string>;
  dialogue_on: string;
  ended_because: string | null;
  id: string;
  level_id: string;
  model_id: string;
  motivation: string;
  organisation_id: string;
  person_id: string;
  taken_over_at: Timestamp | null;
  taken_over_by: string | null;
  taken_over_source: string | null;
  track_id: string | null;
  unit_id: string;
  unmet: Generated<Json>;
  valid_from: string;
  valid_to: string | null;
  version_id: string;
}

export interface PlacementHandOver {
  account_id: string;
  at: Timestamp;
  organisation_id: string;
  placement_id: string;
}

export interface PlacementPreparation {
  basis: string | null;
  dialogue_on: string | null;
  level_id: string | null;
  model_id: string;
  motivation: Generated<string>;
  organisation_id: string;
  person_id: string;
  prepared_by: string;
  revision: Generated<number>;
  track_id: string | null;
  unit_id: string;
  updated_at: Generated<Timestamp>;
}

export interface PlacementResponse {
  at: Timestamp;
  id: string;
  kind: string;
  organisation_id: string;
  placement_id: string;
  to_above: Generated<boolean>;
  with_representative: Generated<boolean>;
  words: Generated<string>;
}

export interface PlacementViewAnswer {
  answered_by: string;
  at: Timestamp;
  organisation_id: string;
  response_id: string;
  words: string;
}

export interface PlanActivity {
  authority_id: string | null;
  ended_on: string | null;
  entry_id: string | null;
  from_on: string | null;
  goal_id: string | null;
  has_left: Generated<boolean>;
  id: string;
  mentor: Generated<string>;
  number: Generated<number>;
  organisation_id: string;
  owner: string;
  person_id: string;
  place_year: Generated<number | null>;
  reason: Generated<string>;
  revision: Generated<number>;
  state: Generated<string>;
  title: string;
  until_on: string;
}

export interface PlanEvent {
  acting_as: string | null;
  activity_id: string | null;
  at: Timestamp;
  by_id: string | null;
  former: Generated<Json>;
  goal_id: string | null;
  id: string;
  kind: string;
  number: Generated<number>;
  on_day: string;
  organisation_id: string;
  person_id: string;
  state: string | null;
  words: Generated<string>;
}

export interface PlanGoal {
  authority_id: string | null;
  ended_on: string | null;
  has_left: Generated<boolean>;
  id: string;
  item_id: string | null;
  kind: string;
  level_id: string | null;
  mentor: Generated<string>;
  model_id: string | null;
  number: Generated<number>;
  organisation_id: string;
  person_id: string;
  reason: Generated<string>;
  revision: Generated<number>;
  state: Generated<string>;
  template_id: string | null;
  title: string;
  track_id: string | null;
  until_on: string;
  use: Generated<string>;
}

export interface PlanTemplate {
  days: number;
  id: string;
  kind: string;
  organisation_id: string;
  profession_id: string | null;
  retired_on: string | null;
  revision: Generated<number>;
  title: string;
  use: Generated<string>;
  with_employment: Generated<boolean>;
}

export interface PlanTemplateLine {
  days: number;
  entry_id: string | null;
  organisation_id: string;
  owner: string;
  position: number;
  template_id: string;
  title: string;
}

export interface PostLevel {
  level_id: string;
  model_id: string;
  organisation_id: string;
}

export interface Profession {
  aid_code: string | null;
  esco_uri: string | null;
  id: string;
  jobtech_uri: string | null;
  licensed: Generated<boolean>;
  name_en: string;
  name_sv: string;
  organisation_id: string;
  revision: Generated<number>;
  ssyk_code: string | null;
  titles: Generated<string[]>;
  unions: Generated<string[]>;
}

export interface RequirementGroup {
  group_id: string;
  heading_id: string;
  key: string;
  level_id: string;
  needed: number | null;
  organisation_id: string;
  parent_id: string | null;
  position: number;
  track_id: string | null;
  version_id: string;
}

export interface RoleGrant {
  account_id: string;
  id: string;
  organisation_id: string;
  person_id: string | null;
  profession_ids: Generated<string[]>;
  reason: string | null;
  role: string;
  unit_id: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface Session {
  account_id: string;
  created_at: Timestamp;
  organisation_id: string;
  seen_at: Timestamp;
  token_hash: Buffer;
}

export interface StaffImport {
  changed_since: Generated<boolean>;
  counts: Json | null;
  created_at: Timestamp;
  created_by: string;
  effective_on: string;
  file: Buffer | null;
  filename: string;
  fingerprint: string | null;
  finished_at: Timestamp | null;
  format: Generated<Json>;
  header: Generated<string[]>;
  id: string;
  leavers: Generated<string[]>;
  left_out: Generated<boolean>;
  managers: Generated<Json>;
  mapping: Json;
  organisation_id: string;
  refusal: Json | null;
  sample: Generated<Json>;
  staged_for: string | null;
  state: string;
}

export interface StaffImportLine {
  aid_code: string | null;
  email: string | null;
  extent: number | null;
  family_name: string;
  form: string | null;
  given_name: string;
  import_id: string;
  is_main: boolean;
  leave_from: string | null;
  leave_to: string | null;
  line: number;
  manager_number: string | null;
  notes: Json;
  number: string;
  organisation_id: string;
  person_group: string;
  person_key: string | null;
  profession_id: string | null;
  protected_identity: boolean;
  title: string | null;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface StaffImportMapping {
  mapping: Json;
  organisation_id: string;
  saved_at: Generated<Timestamp>;
}

export interface StaffImportProblem {
  import_id: string;
  line: number;
  name: string | null;
  number: string | null;
  organisation_id: string;
  reasons: Json;
}

export interface StaffImportProgress {
  at: Timestamp;
  done: number;
  import_id: string;
  organisation_id: string;
  step: string;
  total: number;
}

export interface StaffImportRow {
  aid_code: string | null;
  change: string | null;
  email: string | null;
  employment_id: string | null;
  extent: number | null;
  family_name: string;
  form: string | null;
  given_name: string;
  import_id: string;
  is_main: boolean;
  leave_from: string | null;
  leave_to: string | null;
  line: number;
  manager_number: string | null;
  new_employment_id: string | null;
  new_person_id: string | null;
  notes: Generated<Json>;
  number: string;
  organisation_id: string;
  person_group: string;
  person_id: string | null;
  person_key: string | null;
  profession_id: string | null;
  protected_identity: boolean;
  title: string | null;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
  what: Generated<string[]>;
}

export interface StoredFile {
  hash: string | null;
  organisation_id: string | null;
}

export interface Structure {
  core_competencies: Generated<string[]>;
  id: string;
  name: string;
  organisation_id: string;
  origin_id: string | null;
  rating_scale: Generated<string[]>;
  revision: Generated<number>;
}

export interface StructureHeading {
  dropped: Generated<boolean>;
  id: string;
  key: string;
  name: string;
  organisation_id: string;
  position: number;
  structure_id: string;
}

export interface StructureLevel {
  dropped: Generated<boolean>;
  id: string;
  key: string;
  kind: string;
  name: string;
  organisation_id: string;
  position: number;
  short_text: Generated<string>;
  structure_id: string;
}

export interface Submission {
  account_id: string | null;
  at: Generated<Timestamp>;
  location: string | null;
  organisation_id: string;
  token: string;
}

export interface Supplement {
  id: string;
  model_id: string;
  organisation_id: string;
  unit_id: string | null;
}

export interface SupplementEvent {
  account_id: string;
  happened_at: Timestamp;
  id: string;
  kind: string;
  organisation_id: string;
  reason: Generated<string>;
  supplement_version_id: string;
}

export interface SupplementItem {
  base_version_id: string;
  formal: Json | null;
  heading_id: string;
  item_id: string;
  kind: string;
  level_id: string;
  mandatory: boolean | null;
  note: Generated<string>;
  organisation_id: string;
  position: number;
  supplement_version_id: string;
  support: string | null;
  text: string;
  track_id: string | null;
  visibility: Generated<string>;
}

export interface SupplementVersion {
  base_version_id: string;
  begun_by: string;
  created_at: Timestamp;
  id: string;
  in_force_from: string | null;
  in_force_to: string | null;
  model_id: string;
  number: number;
  organisation_id: string;
  revision: Generated<number>;
  status: string;
  supplement_id: string;
}

export interface TakeOver {
  changed_since: Generated<boolean>;
  counts: Json | null;
  created_at: Timestamp;
  created_by: string;
  file: Buffer | null;
  filename: string;
  fingerprint: string | null;
  finished_at: Timestamp | null;
  format: Generated<Json>;
  header: Generated<string[]>;
  id: string;
  mapping: Generated<Json>;
  organisation_id: string;
  origin: string;
  sample: Generated<Json>;
  state: string;
}

export interface TakeOverMapping {
  columns: Json;
  organisation_id: string;
  saved_at: Generated<Timestamp>;
  seen: string[];
}

export interface TakeOverRow {
  authority_id: string | null;
  level_id: string | null;
  line: number;
  model_id: string | null;
  motivation: Generated<string>;
  name: string | null;
  number: string | null;
  organisation_id: string;
  outcome: string;
  person_id: string | null;
  reasons: Generated<Json>;
  source: Generated<string>;
  take_over_id: string;
  track_id: string | null;
  unit_id: string | null;
  valid_from: string | null;
  version_id: string | null;
}

export interface Talk {
  agreed: Generated<string>;
  agreed_by: string | null;
  agreed_revision: Generated<number>;
  at_time: string;
  authority_id: string | null;
  booked_on: string;
  booking: Generated<number>;
  closed_how: string | null;
  closed_on: string | null;
  held_by: string | null;
  held_on: string | null;
  id: string;
  kind: string;
  minutes: number;
  on_day: string;
  organisation_id: string;
  person_id: string;
  place: Generated<string>;
  state: Generated<string>;
  unit_id: string;
}

export interface TalkEvent {
  acting_as: string | null;
  at: Timestamp;
  by_id: string | null;
  details: Generated<Json>;
  id: string;
  kind: string;
  organisation_id: string;
  person_id: string;
  revision: Generated<number>;
  talk_id: string;
  words: Generated<string>;
}

export interface TalkPlacement {
  organisation_id: string;
  person_id: string;
  placement_id: string;
  talk_id: string;
}

export interface TalkPreparation {
  answers: Json;
  author_id: string;
  organisation_id: string;
  person_id: string;
  revision: number;
  saved_at: Timestamp;
  shared_on: string | null;
  side: string;
  talk_id: string;
}

export interface TalkRecord {
  agreed: string;
  at: Timestamp;
  organisation_id: string;
  pay_link_shown: string;
  person_id: string;
  revision: number;
  snapshot: Json;
  talk_id: string;
  written_by: string;
  written_on: string;
}

export interface Transition {
  base_version_id: string | null;
  level_id: string | null;
  organisation_id: string;
  supplement_version_id: string | null;
  until_date: string;
  version_id: string | null;
}

export interface Unit {
  code: string | null;
  id: string;
  is_authority: Generated<boolean>;
  name: string;
  organisation_id: string;
  parent_id: string | null;
  revision: Generated<number>;
  valid_from: string;
  valid_to: string | null;
}

export interface UnitDeputy {
  id: Generated<string>;
  organisation_id: string;
  person_id: string;
  reason: string;
  unit_id: string;
  valid_from: string;
  valid_to: string;
}

export interface UnitManager {
  from_file: Generated<boolean>;
  id: Generated<string>;
  organisation_id: string;
  person_id: string;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface UnusedMark {
  base_version_id: string;
  item_id: string | null;
  level_id: string | null;
  organisation_id: string;
  reason: string;
  supplement_version_id: string;
  track_id: string | null;
}

export interface VersionHeading {
  heading_id: string;
  name: string;
  organisation_id: string;
  position: number;
  version_id: string;
}

export interface VersionLevel {
  intro: Generated<string>;
  kind: string;
  level_id: string;
  name: string;
  onward: Generated<string[]>;
  organisation_id: string;
  position: number;
  short_text: Generated<string>;
  version_id: string;
}

export interface VersionTrack {
  key: string;
  name: string;
  organisation_id: string;
  position: number;
  track_id: string;
  version_id: string;
}

export interface VersionTrackLevel {
  level_id: string;
  organisation_id: string;
  track_id: string;
  version_id: string;
}

export interface DB {
  access_log: AccessLog;
  access_log_about: AccessLogAbout;
  access_log_seal: AccessLogSeal;
  account: Account;
  api_answer: ApiAnswer;
  api_token: ApiToken;
  assessment: Assessment;
  assessment_rating: AssessmentRating;
  assessment_sheet: AssessmentSheet;
  calibration: Calibration;
  calibration_case: CalibrationCase;
  calibration_mark: CalibrationMark;
  calibration_placing: CalibrationPlacing;
  calibration_raised: CalibrationRaised;
  calibration_reading: CalibrationReading;
  calibration_seat: CalibrationSeat;
  career_model: CareerModel;
  carry_over: CarryOver;
  catalogue_entry: CatalogueEntry;
  catalogue_tie: CatalogueTie;
  clarification: Clarification;
  data_answer: DataAnswer;
  data_request: DataRequest;
  decision: Decision;
  employment: Employment;
  employment_period: EmploymentPeriod;
  evidence: Evidence;
  evidence_event: EvidenceEvent;
  evidence_file: EvidenceFile;
  evidence_requirement: EvidenceRequirement;
  evidence_told: EvidenceTold;
  frame_change: FrameChange;
  fully_introduced: FullyIntroduced;
  installation: Installation;
  installation_key: InstallationKey;
  invitation: Invitation;
  item: Item;
  item_change: ItemChange;
  item_comment: ItemComment;
  joint_outcome: JointOutcome;
  leave_period: LeavePeriod;
  local_title: LocalTitle;
  local_title_list: LocalTitleList;
  mail: Mail;
  mail_choice: MailChoice;
  mail_setting: MailSetting;
  measurement: Measurement;
  measurement_figure: MeasurementFigure;
  measurement_showing: MeasurementShowing;
  measurement_unit: MeasurementUnit;
  member_figure: MemberFigure;
  membership: Membership;
  membership_offer: MembershipOffer;
  model_event: ModelEvent;
  model_import: ModelImport;
  model_version: ModelVersion;
  move_application: MoveApplication;
  move_task: MoveTask;
  need: Need;
  organisation: Organisation;
  organisation_logo: OrganisationLogo;
  organisation_setting: OrganisationSetting;
  parked_post: ParkedPost;
  person: Person;
  placement: Placement;
  placement_hand_over: PlacementHandOver;
  placement_preparation: PlacementPreparation;
  placement_response: PlacementResponse;
  placement_view_answer: PlacementViewAnswer;
  plan_activity: PlanActivity;
  plan_event: PlanEvent;
  plan_goal: PlanGoal;
  plan_template: PlanTemplate;
  plan_template_line: PlanTemplateLine;
  post_level: PostLevel;
  profession: Profession;
  requirement_group: RequirementGroup;
  role_grant: RoleGrant;
  session: Session;
  staff_import: StaffImport;
  staff_import_line: StaffImportLine;
  staff_import_mapping: StaffImportMapping;
  staff_import_problem: StaffImportProblem;
  staff_import_progress: StaffImportProgress;
  staff_import_row: StaffImportRow;
  stored_file: StoredFile;
  structure: Structure;
  structure_heading: StructureHeading;
  structure_level: StructureLevel;
  submission: Submission;
  supplement: Supplement;
  supplement_event: SupplementEvent;
  supplement_item: SupplementItem;
  supplement_version: SupplementVersion;
  take_over: TakeOver;
  take_over_mapping: TakeOverMapping;
  take_over_row: TakeOverRow;
  talk: Talk;
  talk_event: TalkEvent;
  talk_placement: TalkPlacement;
  talk_preparation: TalkPreparation;
  talk_record: TalkRecord;
  transition: Transition;
  unit: Unit;
  unit_deputy: UnitDeputy;
  unit_manager: UnitManager;
  unused_mark: UnusedMark;
  version_heading: VersionHeading;
  version_level: VersionLevel;
  version_track: VersionTrack;
  version_track_level: VersionTrackLevel;
}
