/** Tables as both engines hold them: text for ids and JSON, integers for epoch seconds. */

export interface Tables {
  readonly schema_versions: SchemaVersions;
  readonly installations: InstallationRow;
  readonly questions: QuestionRow;
  readonly subscriptions: SubscriptionRow;
  readonly deliveries: DeliveryRow;
  readonly exchanges: ExchangeRow;
  readonly greetings: GreetingRow;
  readonly thread_choices: ThreadChoiceRow;
  readonly posts: PostRow;
  readonly posted_statements: PostedStatementRow;
  readonly editions: EditionRow;
  readonly statement_versions: StatementVersionRow;
  readonly unanswered_questions: UnansweredQuestionRow;
  readonly ratings: RatingRow;
}

interface SchemaVersions {
  version: number;
  applied_at: number;
}

interface InstallationRow {
  /** "team:T…" or "enterprise:E…". */
  tenant: string;
  /** JSON of an Installation, encrypted. */
  sealed: string;
  lease_until: number;
  installed_at: number;
}

interface QuestionRow {
  /** Hash of workspace, channel and thread. */
  thread: string;
  ts: string;
  team_id: string;
  question: string;
  asked_at: number;
}

interface SubscriptionRow {
  team_id: string;
  channel_id: string;
  /** JSON of a Subscription. */
  subscription: string;
  updated_at: number;
}

interface DeliveryRow {
  team_id: string;
  channel_id: string;
  post_at: number;
  day: string;
  content: string;
  /** JSON of a DeliveryState. */
  state: string;
  lease_until: number;
  version: number;
  updated_at: number;
}

interface ExchangeRow {
  team_id: string;
  channel_id: string;
  question_ts: string;
  thread_ts: string;
  /** Of the latest edit that was claimed; empty for the message as it was written. */
  edited_ts: string;
  /** `null` until the reply is posted. */
  reply_ts: string | null;
  claimed_at: number;
}

interface GreetingRow {
  team_id: string;
  /** Id of a person or a channel. */
  greeted: string;
  greeted_at: number;
}

interface ThreadChoiceRow {
  team_id: string;
  channel_id: string;
  chosen_at: number;
}

interface PostRow {
  team_id: string;
  channel_id: string;
  ts: string;
  edition: string;
  /** JSON of a PostContent, the edition apart. */
  content: string;
  posted_at: number;
  lease_until: number;
  version: number;
}

/** Finds the posts that show a wording. */
interface PostedStatementRow {
  team_id: string;
  channel_id: string;
  ts: string;
  /** The statement's id and the name of the wording, or nothing in its place where the statement was withdrawn. */
  shown: string;
}

interface EditionRow {
  edition: string;
  /** The highest is the edition served now. */
  turn: number;
  adopted_at: number;
}

interface StatementVersionRow {
  statement_id: string;
  name: string;
  /** JSON of a Shown. */
  shown: string;
  served_at: number;
}

interface UnansweredQuestionRow {
  team_id: string;
  question: string;
  why: string;
  /** YYYY-MM-DD in UTC. */
  day: string;
  count: number;
}

interface RatingRow {
  team_id: string;
  /** JSON of a RatedReply, the workspace apart. */
  rated: string;
  verdict: string;
  /** YYYY-MM-DD in UTC. */
  day: string;
  count: number;
}
