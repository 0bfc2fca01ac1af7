/** A new article's file, to be filled in. */

/**
 * Every blank is an empty pair of quotes, which the lint names one by one; what may be left out is commented out.
 */
export function scaffoldArticle(): string {
  return `# yaml-language-server: $schema=article.schema.json
#
# Fill every "" and take the comments out. README.md in this folder shows good and poor statements;
# "npm run -s facts -- lint" says what is still missing. New people, bodies, outlets and places go into entities.yaml.

article:
  # How citations name it: its headline.
  title: ""
  # The day it was published, as YYYY-MM-DD: everything is told as of this day.
  published: ""
  # Where the text was taken from, and what is not known about that. Nothing is guessed.
  provenance: ""
  # publisher: as the source names it
  # url: https://…
  # Every sentence of the article in reading order: section, paragraph, sentence. Each needs at least one statement.
  locators:
    - Text 1.1

topics:
  # What people browse by: an id such as "vote", and the name they see, such as "The vote".
  - id: ""
    name: ""

statements:
  # One claim each, in your own words, true and clear when it is read alone.
  # The id is short and says what the claim is, such as "us-abstained"; no other article may have it.
  - id: ""
    # One sentence, at most 300 characters. Dates are written out ("25 March 2024"), never "last Monday".
    text: ""
    # Only where somebody other than the article says so; the text names them too:
    # attribution:
    #   speaker: an entity's id
    #   capacity: in what office, where it is not the one in entities.yaml
    #   through: the outlet that reported it, an entity's id
    #   citing: the outlet's own source, such as "an unnamed U.S. official"
    # Only words that the article itself puts in quotation marks; they stand between “ and ” in the text:
    # quotes:
    #   - speaker: whose words these are, an entity's id
    #     words: without the marks
    locator: Text 1.1
    # When what it tells of happened, and how the article puts that:
    # date: { on: 2024-03-25, written: Last Monday }
    # Whom and what it is about: ids from entities.yaml.
    entities: []
    topics: [""]
    # Questions that it answers, as people would type them. The lint asks each one and wants this answer.
    asked_as:
      - ""
    # False premises that it refutes:
    # corrects:
    #   - assumed: the U.S. vetoed the resolution
    #     cues: [U.S. vetoed, American veto]
`;
}
