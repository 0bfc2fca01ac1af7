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
  contextActionsElements: 5,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  selectOptions: 100,
  modalTitle: 24,
  actionId: 255,
  blockId: 255,
  /** Blocks in a dialog or in the Home tab (docs.slack.dev, Views). */
  viewBlocks: 100,
  /** Bytes of a view's JSON (`view_too_large`). */
  viewBytes: 250_000,
  modalButton: 24,
  /** What a dialog carries along for us. */
  privateMetadata: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  textInput: 3000,
  placeholder: 150,
  radioOptions: 10,
  optionText: 75,
  /** The documentation has come to say 150; @slack/types still says 75. */
  optionValue: 75,
  /** Top-level text in bytes after escaping: `chat.update` refuses more (`msg_too_long`). */
  textBytes: 4000,
} as const;
