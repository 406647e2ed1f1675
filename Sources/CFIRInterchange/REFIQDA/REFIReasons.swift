import CFIRKit

/// What of a source is left, and why.
extension ImportAccount.Reason {
  static let mediaSource = Self(
    "media-source", "picture, page or recording without words",
    several: "pictures, pages and recordings without words",
    why: "a study works on words: have it transcribed")
  static let regionCoding = Self(
    "region-coding", "coding on a picture, a page or a recording",
    several: "codings on pictures, pages and recordings",
    why: "it has no words that could be read: code the words in a text or a transcript")
  static let uncodedRegion = Self(
    "uncoded-region", "region of a picture, a page or a recording without a code",
    several: "regions of pictures, pages and recordings without a code", why: "it has no words, and no code")
  static let transcriptCoding = Self(
    "transcript-coding", "coding in a transcript that hangs on a recording's times",
    several: "codings in transcripts that hang on recordings' times",
    why: "the format gives times and no positions in the text: code the transcript as a document of its own")
  static let richText = Self(
    "rich-text", "document with rich text alone", several: "documents with rich text alone",
    why: "positions count characters of a plain text, which is not in the project: export it with plain texts"
  )
  static let outsideText = Self(
    "outside-text", "document whose text is outside the project",
    several: "documents whose texts are outside the project",
    why:
      "only a path to it is given, which is never followed: import the text into the project and export again"
  )
  static let missingText = Self(
    "missing-text", "document whose text is not in the project",
    several: "documents whose texts are not in the project",
    why: "the program did not write it: export the project again, with its documents")
  static let codingWithoutText = Self(
    "coding-without-text", "coding in a document without text", several: "codings in documents without text",
    why: "its words are not in the project")
  static let outOfRange = Self(
    "out-of-range", "passage outside its document's text", several: "passages outside their documents' texts",
    why: "its positions do not fit the text that the project has for the document")
  static let emptyPassage = Self(
    "empty-passage", "passage without words", several: "passages without words",
    why: "it begins where it ends")
  static let passageTitle = Self(
    "passage-title", "title of a passage that is not its words",
    several: "titles of passages that are not their words",
    why: "a passage is called by its words; the passage itself is taken")
  static let furtherGroup = Self(
    "further-group", "membership in a further group", several: "memberships in further groups",
    why: "a document has one group, the first; name groups as 'Site: North' to make variables of them")
}
