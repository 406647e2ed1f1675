import CFIRKit

/// Kinds of files that people export beside their excerpts, or instead of them.
enum Refusals {
  static let all = tables + containers

  /// Tables and reports without excerpts.
  private static let tables = [
    Refusal(
      table: "a codebook out of Taguette", why: "which holds tags and no highlights",
      fix: "export the highlights as CSV"
    ) { $0.isExactly("tag", "description") || $0.has("tag", "number of highlights", "number of documents") },
    Refusal(
      table: "a codebook out of requal", why: "which holds codes and no segments",
      fix: "download the segments"
    ) { $0.has("code_id", "code_name", "code_description", "code_color") },
    Refusal(
      table: "a table of notes out of OpenQDA",
      why: "which belong to codes and sources and hold no selections",
      fix: "export the selections"
    ) { $0.isExactly("attached to", "name", "created by", "created at", "visibility", "note") },
    Refusal(
      table: "a log out of OpenQDA", why: "which holds no selections", fix: "export the selections"
    ) { $0.isExactly("id", "event", "model", "user", "created_at", "old_values", "new_values") },
    Refusal(
      table: "a list of codes out of Dedoose", why: "which holds no excerpts", fix: "export the excerpts"
    ) { $0.has("Id", "Parent Id", "Depth", "Title", "Weighted") },
    Refusal(
      table: "a code system out of MAXQDA", why: "which holds codes and no segments",
      fix: "export the overview of coded segments"
    ) { $0.isExactly("Code System", "Memo", "Frequency") },
    Refusal(
      table: "a list of codes out of ATLAS.ti", why: "which holds no quotations",
      fix: "export the quotation manager"
    ) { $0.has("Code", "Density", "Groups") },
    Refusal(
      table: "a codebook out of NVivo", why: "which holds codes and counts and no references",
      fix: "export the codes' references as text"
    ) { $0.has("Name", "Description", "References") && $0["Files", "Sources"] != nil },
    Refusal(
      table: "a matrix query out of NVivo", why: "which holds counts and no text",
      fix: "export the codes' references as text, or the project as REFI-QDA"
    ) { header in
      guard header.names.first == "" else { return false }
      let columns = header.names.dropFirst().filter { !$0.isEmpty }
      return !columns.isEmpty && columns.allSatisfy { $0.contains(#/^[A-Z]+ : /#) }
    },
  ]

  /// Files that hold excerpts in a form that says too little, or that is not read.
  private static let containers = [
    Refusal(
      "a table of document variables", why: "which says what the documents are and holds no coded passages",
      fix: "put it into a study's excerpts folder, beside the coded segments",
      DocumentVariables.recognizes),
    Refusal(
      "an HTML page", why: "in which codes with commas in their names cannot be told apart",
      fix: "export the same as CSV or .xlsx"
    ) {
      if case .html = $0.signature { true } else { false }
    },
    Refusal(
      "an Office file of 2003 or before (.xls, .doc), or one with a password", why: "which is not read",
      fix: "open it and save it as .xlsx without a password, or as CSV UTF-8"
    ) {
      if case .compound = $0.signature { true } else { false }
    },
    Refusal(
      "an SQLite database of another program", why: "which is not read",
      fix: "export the project as REFI-QDA (.qdpx), or the coded passages as a table"
    ) {
      if case .sqlite = $0.signature { true } else { false }
    },
  ]
}
