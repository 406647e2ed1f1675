/// The name of a selection: its words in one line, cut where they are long.
enum SelectionName {
  /// How many characters are kept.
  private static let limit = 100
  /// How many bytes of a passage are looked at; far more than a name can be.
  private static let reach = 4096

  /// The name of a passage.
  static func name(of words: some Collection<UInt8>) -> String {
    var name = String.UnicodeScalarView()
    var count = 0
    for character in Collapsed(words.prefix(reach)) {
      guard count < limit else {
        name.append("…")
        break
      }
      name.append(character)
      count += 1
    }
    return String(name)
  }

  /// A name as it is looked for in a text, white space not mattering.
  struct Pattern {
    private var wanted: [Unicode.Scalar]
    /// Whether the words may go on behind the name.
    private var isCut: Bool

    /// - Parameters:
    ///   - name: The name.
    ///   - isBeginning: Whether it is taken for the beginning of the words in any case.
    init(_ name: String, isBeginning: Bool = false) {
      wanted = Array(Collapsed(Array(name.utf8)))
      // Programs cut names at 50 to 100 characters, with dots or without.
      isCut = isBeginning || wanted.count >= 60
      if wanted.last == "…" {
        wanted.removeLast()
        isCut = true
      } else if wanted.suffix(3) == [".", ".", "."] {
        wanted.removeLast(3)
        isCut = true
      }
      while wanted.last == " " { wanted.removeLast() }
    }

    /// Whether the name is the words of a passage or, cut, their beginning.
    func matches(_ words: ArraySlice<UInt8>) -> Bool {
      guard !wanted.isEmpty else { return false }
      var place = 0
      for character in Collapsed(words.prefix(max(reach, 8 * wanted.count))) {
        guard place < wanted.count else { return isCut }
        guard character == wanted[place] else { return false }
        place += 1
      }
      return place == wanted.count
    }
  }

  /// Whether a text begins with a name, cut or not; white space does not matter.
  static func begins(_ text: String, with name: String) -> Bool {
    Pattern(name, isBeginning: true).matches(Array(text.utf8)[...])
  }

  /// Characters with each run of white space as one blank, and none at the ends.
  private struct Collapsed<Bytes: Collection<UInt8>>: Sequence, IteratorProtocol {
    private var characters: String.UnicodeScalarView.Iterator
    private var held: Unicode.Scalar?
    private var isBegun = false

    init(_ bytes: Bytes) { characters = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator() }

    mutating func next() -> Unicode.Scalar? {
      if let character = held {
        held = nil
        return character
      }
      var hasBlank = false
      while let character = characters.next() {
        if isBlank(character) {
          hasBlank = isBegun
        } else {
          isBegun = true
          if hasBlank {
            held = character
            return " "
          }
          return character
        }
      }
      return nil
    }

    private func isBlank(_ character: Unicode.Scalar) -> Bool {
      character.isASCII
        ? character == " " || (0x09...0x0D).contains(character.value) : character.properties.isWhitespace
    }
  }
}
