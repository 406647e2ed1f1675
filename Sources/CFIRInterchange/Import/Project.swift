import CFIRKit

/// What a project of a QDA program holds beside its documents: few things, which fit in memory.
struct ProjectOutline: Sendable, Hashable {
  /// A code, with those below it by its path.
  struct Code: Sendable, Hashable {
    /// Its names from the top; never empty.
    var path: [String]
    var description = ""
    /// `#RRGGBB`; empty where there is none.
    var color = ""
    /// Whether passages can bear it; a node that only groups others is not.
    var isCodable = true
    /// What was remarked on it.
    var memos: [String] = []
    /// Its identifier in the project; empty where it has none.
    var guid = ""
  }

  /// A case: usually a person, with what is known of them.
  struct Case: Sendable, Hashable {
    /// Empty for a case that only carries a document's variables.
    var name = ""
    var description = ""
    /// The documents that are theirs, by name.
    var sources: [String] = []
    var variables: [Attribute] = []
  }

  /// The project's name.
  var title = ""
  /// The program that wrote it, where that is said.
  var program = ""
  var codes: [Code] = []
  /// Everybody who coded.
  var coders: [String] = []
  var cases: [Case] = []
  /// Memos that hang on the project as a whole.
  var memos: [String] = []

  /// Codes joined as the canonical table has them: `Inner Setting > Culture`.
  static let pathSeparator = " > "
}

/// A document of a project with its words and what was coded in them.
struct ProjectDocument: Sendable, Hashable {
  /// A code on a passage.
  struct Coding: Sendable, Hashable {
    /// The code's names from the top.
    var code: [String]
    var coder = ""
    /// As the file has it; ISO 8601 in REFI-QDA.
    var date = ""
    var memos: [String] = []
  }

  /// A passage.
  struct Passage: Sendable, Hashable {
    /// Code points of ``ProjectDocument/text`` from 0, the end exclusive.
    var span: Range<Int>
    var codings: [Coding] = []
    /// What was remarked on the passage.
    var memos: [String] = []
    /// The case that the passage belongs to, where it is not its document's.
    var participant = ""
    var guid = ""
    var origin: Origin
  }

  var name: String
  /// The group that it belongs to; empty where there is none.
  var group = ""
  /// What is known of it.
  var variables: [Attribute] = []
  var memos: [String] = []
  /// Its words, line breaks as LF.
  var text = ""
  /// In the order of their first character.
  var passages: [Passage] = []
}

/// A project, its documents one after the other: memory is bounded by the largest.
protocol ProjectSource: AnyObject {
  var outline: ProjectOutline { get }

  /// The next document; nothing after the last.
  ///
  /// - Throws: A finding where reading cannot go on.
  func nextDocument() throws(Finding) -> ProjectDocument?

  /// What was taken and what was left so far, and why; complete after the last document.
  var account: ImportAccount { get }
}

/// A kind of file that holds a whole project: codes, documents, coders, memos.
protocol ProjectFormat: ExcerptFormat {
  /// The project in a file.
  ///
  /// - Throws: A finding where the file cannot be read at all.
  func openProject(_ sample: FileSample) throws(Finding) -> any ProjectSource
}

extension ProjectFormat {
  func open(_ sample: FileSample) throws(Finding) -> any ExcerptStream {
    ProjectExcerpts(try openProject(sample))
  }
}
