/// How much a piece of XML may make a program hold before it is refused.
public struct XMLLimits: Hashable, Sendable {
  /// How deep elements may be nested.
  public var depth = 256
  /// How many bytes one tag with all its attributes may take (1 MiB); a comment too.
  public var tagSize = 1 << 20
  /// How many bytes of text are put together when somebody asks for an element's text (64 MiB).
  public var textSize = 64 << 20
  /// How many different names of elements and attributes there may be.
  public var names = 10_000

  /// The limits given above.
  public init() {}
}
