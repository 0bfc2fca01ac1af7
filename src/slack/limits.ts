/**
 * Slack's numbers, in the units Slack counts (UTF-16 code units unless said). Source: the JSDoc of @slack/types 3.2,
 * where no other is named. A message over any of them is refused as a whole, so every builder keeps them.
 */
export const LIMITS = {
  /** Blocks in a message (docs.slack.dev, Block Kit). */
  blocks: 50,
  /**
   * All text in a message's blocks. Slack documents no number and answers `msg_blocks_too_long` at about 13,200
   * (slackapi/bolt-js#2509).
   */
  blocksText: 12_000,
  headerText: 150,
  contextElements: 10,
  contextText: 3000,
  richTextElement: 3000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  selectOptions: 100,
  optionText: 75,
  inputLabel: 2000,
  modalTitle: 24,
  actionId: 255,
  blockId: 255,
  /** Top-level text in bytes after escaping: `chat.update` refuses more (`msg_too_long`). */
  textBytes: 4000,
} as const;
