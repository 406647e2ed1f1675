import CFIRDigest
import Foundation

/// What a ledger takes from the world around it: the time, chance, and the place where a file lies.
public struct LedgerSurroundings: Sendable {
  /// The time.
  public var now: @Sendable () -> Date
  /// So many bytes that nobody can guess; copies and salts are made from them.
  public var bytes: @Sendable (Int) -> [UInt8]
  /// What tells this file from a copy of it elsewhere.
  public var home: @Sendable (_ path: String) -> String

  /// Surroundings of one's own, such as a test's.
  public init(
    now: @escaping @Sendable () -> Date, bytes: @escaping @Sendable (Int) -> [UInt8],
    home: @escaping @Sendable (_ path: String) -> String
  ) {
    self.now = now
    self.bytes = bytes
    self.home = home
  }

  /// This machine's clock, generator and file system.
  public static let system = LedgerSurroundings(
    now: { Date() },
    bytes: { count in
      var generator = SystemRandomNumberGenerator()
      return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    },
    home: home)

  /// The machine's name for itself; unlike `ProcessInfo`'s it asks no network.
  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The machine, the path and the file's number on its disk, hashed: a copy differs in one of them at least.
  private static func home(of path: String) -> String {
    let resolved = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    let number = (try? FileManager.default.attributesOfItem(atPath: resolved)[.systemFileNumber]) as? NSNumber
    let machine = (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8))?.trimmingCharacters(
      in: .whitespacesAndNewlines)
    let parts = [
      machine.flatMap { $0.isEmpty ? nil : $0 } ?? hostName, resolved, number?.stringValue ?? "",
    ]
    return Digest.hexadecimal(Digest.sha256(Array(parts.joined(separator: "\u{1F}").utf8)))
  }
}
