/** A Web API call that Slack refuses: `ok: false` with this error. Thrown by methods, answered by the API. */
export class Refusal extends Error {
  readonly error: string;
  /** Further fields of the answer, such as `needed` and `provided`. */
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(error: string, fields: Readonly<Record<string, unknown>> = {}) {
    super(error);
    this.error = error;
    this.fields = fields;
  }

  /** With messages in Slack's words, as `invalid_arguments` and `invalid_blocks` carry them. */
  static withMessages(error: string, problems: readonly string[]): Refusal {
    const messages = problems.map((problem) => `[ERROR] ${problem}`);
    const errors = error === 'invalid_blocks' ? { errors: problems } : {};
    return new Refusal(error, { ...errors, response_metadata: { messages } });
  }
}
