/// How much an archive may make a program do before it is refused.
///
/// Declared sizes can lie, so that all of these are held against what is really expanded, while it is.
public struct ArchiveLimits: Hashable, Sendable {
  /// How many entries there may be.
  public var entries = 100_000
  /// How many bytes one entry may expand to: 16 GiB; the worksheet of a workbook of 500 MB takes 5 to 10.
  public var entrySize = 16 << 30
  /// How many bytes all entries that are read may expand to together: 32 GiB.
  public var totalSize = 32 << 30
  /// How many bytes one stored byte may expand to. Text reaches 20 and rows of equal numbers 100; deflate can reach 1,032.
  public var ratio = 250
  /// What expands to less than this many bytes is never refused for its ratio: 16 MiB.
  public var ratioFloor = 16 << 20

  /// The limits given above.
  public init() {}
}
