import CFIRKit

/// How MAXQDA names the columns of its tables, by the language of its interface.
///
/// A further language is a further row. Columns may be hidden and stand in any order, some names stay untranslated, and versions differ:
/// exports of 2018 say `Author` and `Creation date` where newer ones say `Created by` and `Created`.
enum MAXQDAHeaders {
  /// The names in one language.
  struct Language: Sendable {
    /// Which one.
    let name: String
    /// What fills a column of an excerpt.
    let columns: [ExcerptColumn: [String]]
    /// How many characters a segment has.
    let area: String
    /// How much of its document it is.
    let coverage: String
  }

  static let languages = [
    Language(
      name: "English",
      columns: [
        .group: ["Document group"], .source: ["Document name"], .code: ["Code"],
        .text: ["Segment", "Coded segment", "Coded segments"],
        .start: ["Begin", "Beginning"], .end: ["End"], .weight: ["Weight score", "Weight"],
        .coder: ["Created by", "Author"], .memo: ["Comment"],
        .date: ["Created", "Created on", "Creation date"],
      ],
      area: "Area", coverage: "Coverage %"),
    Language(
      name: "German",
      columns: [
        .group: ["Dokumentgruppe"], .source: ["Dokumentname"], .code: ["Code"], .text: ["Segment"],
        .start: ["Anfang"], .end: ["Ende"], .weight: ["Gewicht"], .coder: ["Erstellt von"],
        .memo: ["Kommentar"], .date: ["Erstellt am"],
      ],
      area: "Fläche", coverage: "Abdeckungsgrad %"),
    Language(
      name: "Polish",
      columns: [
        .group: ["Grupa dokumentów"], .source: ["Nazwa dokumentu"], .code: ["Kod"], .text: ["Fragment"],
        .start: ["Początek"], .end: ["Koniec"], .weight: ["Waga"], .coder: ["Autor"], .memo: ["Komentarz"],
        .date: ["Data utworzenia"],
      ],
      area: "Objętość", coverage: "Obszar %"),
  ]

  /// Where a table of coded segments says how many characters each has; nothing where it is none or does not say so.
  static func area(_ names: [String]) -> Int? {
    let header = Header(names)
    return languages.lazy.compactMap { language in
      let needed: [ExcerptColumn] = [.source, .code, .text]
      let isWhole = needed.allSatisfy { header[language.columns[$0] ?? []] != nil }
      return isWhole && header.has(language.coverage) ? header[language.area] : nil
    }.first
  }

  /// The group, the document and the variables of a table of document variables; nothing where it is none.
  static func variables(_ header: Header) -> (group: Int, document: Int)? {
    languages.lazy.compactMap { language in
      guard let group = header[language.columns[.group] ?? []],
        let document = header[language.columns[.source] ?? []],
        header[language.columns[.code] ?? []] == nil, header[language.columns[.text] ?? []] == nil
      else { return nil }
      return (group, document)
    }.first
  }
}
