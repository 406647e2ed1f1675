import CFIRKit
import Foundation

/// Where XML comes from.
extension XMLEvents {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - name: The name that findings give to it.
  ///   - limits: How much it may take.
  /// - Throws: A finding when the file cannot be opened.
  public init(path: String, name: String, limits: XMLLimits = XMLLimits()) throws(Finding) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ContainerKind.unreadable(name, errno)
    }
    try self.init(file: name, limits: limits) { (buffer) throws(Finding) in
      var got = -1
      repeat {
        got = read(handle.fileDescriptor, buffer.baseAddress, buffer.count)
      } while got < 0 && errno == EINTR
      guard got >= 0 else { throw ContainerKind.unreadable(name, errno) }
      return got
    }
  }

  /// Reads bytes in memory.
  ///
  /// - Parameters:
  ///   - bytes: All of them.
  ///   - file: The name that findings give to them.
  ///   - limits: How much they may take.
  /// - Throws: A finding when there is no memory for a parser.
  public init(bytes: [UInt8], file: String, limits: XMLLimits = XMLLimits()) throws(Finding) {
    var position = 0
    try self.init(file: file, limits: limits) { (buffer) throws(Finding) in
      let count = min(buffer.count, bytes.count - position)
      buffer.copyBytes(from: bytes[position..<(position + count)])
      position += count
      return count
    }
  }

  /// Reads an entry of an archive; findings name it as `archive:entry:line:column`.
  ///
  /// - Parameters:
  ///   - archive: The archive.
  ///   - entry: The entry.
  ///   - limits: How much it may take.
  /// - Throws: A finding when the entry cannot be opened.
  public init(
    archive: ZipArchive, entry: ZipArchive.Entry, limits: XMLLimits = XMLLimits()
  ) throws(Finding) {
    let reader = try archive.open(entry)
    try self.init(file: "\(archive.file):\(entry.name)", limits: limits) { (buffer) throws(Finding) in
      try reader.next(into: buffer)
    }
  }
}
