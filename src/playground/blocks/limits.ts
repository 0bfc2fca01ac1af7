/**
 * Block Kit's numbers, from the documentation in @slack/types 3.2 and docs.slack.dev unless a line says otherwise.
 * Lengths are in UTF-16 code units.
 */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Bytes of a view's JSON. */
  viewBytes: 250_000,
  /**
   * All text of a message's blocks together. Undocumented: reports of `msg_blocks_too_long` start between 11,300 and
   * 13,200 characters (slackapi/bolt-js#2509, #2867), and Slack's staff names 12,000.
   */
  messageBlocksText: 12_000,
  id: 255,
  text: 3000,
  header: 150,
  sectionFields: 10,
  sectionField: 2000,
  contextElements: 10,
  actionsElements: 25,
  contextActionsElements: 5,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  accessibilityLabel: 75,
  overflowOptions: 5,
  checkboxOptions: 10,
  selectOptions: 100,
  selectGroups: 100,
  optionText: 75,
  optionValue: 75,
  placeholder: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  inputLabel: 2000,
  inputHint: 2000,
  plainTextInput: 3000,
  altText: 2000,
  imageTitle: 2000,
  /** One markdown block, and all of a message's together. */
  markdown: 12_000,
  tableRows: 100,
  tableColumns: 20,
  /** A header row and a hundred more. */
  dataTableRows: 101,
  dataTablePage: 100,
  cardTitle: 150,
  cardBody: 200,
  carouselCards: 10,
  containerBlocks: 10,
  containerTitle: 150,
  videoTitle: 200,
  videoAuthor: 50,
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3000,
} as const;
