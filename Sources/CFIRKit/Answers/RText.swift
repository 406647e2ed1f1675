/// Names that formulas of R packages can hold: capital letters and digits, a letter first, each once.
struct FormulaSymbols {
  private let symbols: [String: String]

  /// Symbols for names.
  init(_ names: [String]) {
    var symbols: [String: String] = [:]
    var taken: Set<String> = []
    for name in names {
      let plain = name.uppercased().unicodeScalars.filter {
        $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
      var symbol = String(String.UnicodeScalarView(plain))
      if symbol.first?.isLetter != true { symbol = "F" + symbol }
      let base = symbol
      var number = 2
      while !taken.insert(symbol).inserted {
        symbol = "\(base)X\(number)"
        number += 1
      }
      symbols[name] = symbol
    }
    self.symbols = symbols
  }

  /// The symbol of a name.
  subscript(name: String) -> String { symbols[name] ?? name }
}

/// R as scripts are written in it.
enum RText {
  /// A text.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Several.
  static func vector(_ texts: [String]) -> String { "c(\(texts.map(quoted).joined(separator: ", ")))" }

  /// A comment, which stays on its line.
  static func comment(_ text: String) -> String {
    "# " + text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Reads `calibrated.csv` under the names that formulas can hold, and says what they stand for.
  static func reading(_ cases: CalibratedCases, _ symbols: FormulaSymbols) -> [String] {
    ["# Calibrated by:"]
      + cases.factors.map { comment("  \(symbols[$0.name]) is \($0.name): \($0.account)") } + [
        "# Run in this folder: Rscript rerun.R",
        "cases <- read.csv(\"calibrated.csv\", row.names = 1, check.names = FALSE,",
        "  encoding = \"UTF-8\", na.strings = character(0))",
        "names(cases) <- \(vector(cases.factors.map { symbols[$0.name] }))",
      ]
  }
}
