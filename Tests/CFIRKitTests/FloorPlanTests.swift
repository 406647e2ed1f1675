import Foundation
import Testing

/// Rooms know themselves and the rooms before them: data flows one way.
struct FloorPlanTests {
  static let rooms = [
    "Provenance", "Delimited", "Framework", "Corpus", "Evidence", "Rating", "Ledger", "Matrix", "CrossCase",
    "Agreement", "Survey", "Strategies", "Readiness", "Study", "Report", "Answers",
  ]

  static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/CFIRKit")

  @Test func `every room has its place`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter {
      !$0.hasPrefix(".")
    }
    #expect(Set(folders) == Set(Self.rooms))
  }

  @Test(arguments: rooms)
  func `knows no later room`(room: String) throws {
    let place = try #require(Self.rooms.firstIndex(of: room))
    let later = try Self.rooms[(place + 1)...].flatMap { later in
      try Self.files(of: later).flatMap { Self.declared(in: $0.text) }.map { (name: $0, room: later) }
    }
    for file in try Self.files(of: room) {
      let words = Set(
        Self.code(file.text).split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
      for type in later where words.contains(type.name) {
        Issue.record("\(room)/\(file.name) mentions \(type.name) of \(type.room)")
      }
    }
  }

  private static func files(of room: String) throws -> [(name: String, text: String)] {
    let folder = sources.appendingPathComponent(room)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
    }
  }

  /// Types declared at the left margin.
  private static func declared(in text: String) -> [String] {
    text.matches(of: /(?m)^(?:public |indirect |final |private )*(?:struct|enum|class|protocol) (\w+)/).map {
      String($0.1)
    }
  }

  /// The text without comments and string literals.
  private static func code(_ text: String) -> String {
    text.replacing(/(?m)\/\/.*$/, with: "").replacing(/"(?:[^"\\\n]|\\.)*"/, with: "")
  }
}
