import CFIRKit

/// A code on a passage or a source, as a project file has it.
struct REFICoding {
  var code: REFIGuid?
  var user: REFIGuid?
  var date = ""
  var notes: [REFIGuid] = []
}

/// A passage of a source, as a project file has it.
struct REFISelection {
  var guid: REFIGuid?
  var name = ""
  /// Nothing where they are no whole numbers, or the passage is none of a text.
  var start, end: Int?
  var description = ""
  var codings: [REFICoding] = []
  var notes: [REFIGuid] = []
  var origin: Origin
}

/// A document, or a memo, as a project file has it.
struct REFISource {
  /// What a source is, by its element's name.
  enum Kind: String {
    case text = "TextSource"
    case picture = "PictureSource"
    case pdf = "PDFSource"
    case audio = "AudioSource"
    case video = "VideoSource"
    case note = "Note"
    /// The text of a PDF.
    case representation = "Representation"
    /// The text about a picture.
    case description = "TextDescription"
  }

  var kind: Kind
  var guid: REFIGuid?
  var name: String
  var plainTextPath, richTextPath: String
  var origin: Origin
  var description = ""
  /// Its words, where they are in the project file itself.
  var content: [UInt8]?
  /// Passages of its text.
  var selections: [REFISelection] = []
  /// Passages that are regions of a picture or a page, or stretches of time.
  var regions: [REFISelection] = []
  /// Passages of transcripts.
  var transcribed: [REFISelection] = []
  /// Codes on the whole.
  var codings: [REFICoding] = []
  var notes: [REFIGuid] = []
  var values: [REFIValue] = []
  /// The text that a PDF or a picture comes with.
  var texts: [REFISource] = []
}

/// What a variable is for a case or a source; empty where it is missing.
struct REFIValue {
  var variable: REFIGuid?
  var value = ""
}

extension REFISource {
  /// Reads the source that has just started, to its end; for an outline without the words that stand in the project file.
  init(_ xml: inout XMLEvents, kind: Kind, isOutline: Bool) throws(Finding) {
    self.kind = kind
    guid = xml.guid("guid")
    name = xml.attribute("name") ?? ""
    plainTextPath = xml.attribute("plainTextPath") ?? ""
    richTextPath = xml.attribute("richTextPath") ?? ""
    origin = xml.origin
    try xml.forEachChild { xml throws(Finding) in try take(&xml, isOutline: isOutline) }
  }

  private mutating func take(_ xml: inout XMLEvents, isOutline: Bool) throws(Finding) {
    switch xml.name {
    case "Description": description = try xml.trimmedContent()
    case "PlainTextContent":
      if isOutline && kind != .note {
        try xml.skip()
      } else {
        var bytes: [UInt8] = []
        try xml.appendContent(to: &bytes)
        content = bytes
      }
    case "PlainTextSelection": selections.append(try REFISelection(&xml))
    case "PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection":
      regions.append(try REFISelection(&xml))
    case "Coding": codings.append(try REFICoding(&xml))
    case "NoteRef":
      if let target = xml.target() { notes.append(target) }
      try xml.skip()
    case "VariableValue": values.append(try REFIValue(&xml))
    case "Representation", "TextDescription":
      let kind = Kind(rawValue: xml.name) ?? .representation
      texts.append(try REFISource(&xml, kind: kind, isOutline: isOutline))
    case "Transcript": try takeTranscript(&xml)
    default: try xml.skip()
    }
  }

  private mutating func takeTranscript(_ xml: inout XMLEvents) throws(Finding) {
    try xml.forEachChild { xml throws(Finding) in
      if xml.name == "TranscriptSelection" {
        transcribed.append(try REFISelection(&xml))
      } else {
        try xml.skip()
      }
    }
  }
}

extension REFISelection {
  /// Reads the selection that has just started, to its end.
  init(_ xml: inout XMLEvents) throws(Finding) {
    guid = xml.guid("guid")
    name = xml.attribute("name") ?? ""
    start = xml.attribute("startPosition").flatMap { Int($0.trimmingWhitespace()) }
    end = xml.attribute("endPosition").flatMap { Int($0.trimmingWhitespace()) }
    origin = xml.origin
    let user = xml.guid("creatingUser")
    let date = xml.attribute("creationDateTime") ?? ""
    try xml.forEachChild { xml throws(Finding) in
      switch xml.name {
      case "Description": description = try xml.trimmedContent()
      case "Coding": codings.append(try REFICoding(&xml))
      case "NoteRef":
        if let target = xml.target() { notes.append(target) }
        try xml.skip()
      default: try xml.skip()
      }
    }
    // Some programs say who and when for the selection alone.
    for index in codings.indices {
      codings[index].user = codings[index].user ?? user
      if codings[index].date.isEmpty { codings[index].date = date }
    }
  }
}

extension REFICoding {
  /// Reads the coding that has just started, to its end.
  init(_ xml: inout XMLEvents) throws(Finding) {
    user = xml.guid("creatingUser")
    date = xml.attribute("creationDateTime") ?? ""
    try xml.forEachChild { xml throws(Finding) in
      switch xml.name {
      case "CodeRef": code = code ?? xml.target()
      case "NoteRef": if let target = xml.target() { notes.append(target) }
      default: break
      }
      try xml.skip()
    }
  }
}

extension REFIValue {
  /// Reads the value that has just started, to its end.
  init(_ xml: inout XMLEvents) throws(Finding) {
    try xml.forEachChild { xml throws(Finding) in
      if xml.name == "VariableRef" {
        variable = xml.target()
        try xml.skip()
      } else {
        value = try xml.trimmedContent()
      }
    }
  }
}
