import CExpat
import CFIRKit
import Foundation

/// An expat parser with the sink that its callbacks fill, and what stopped it in the project's words.
struct ExpatParser: ~Copyable {
  let parser: OpaquePointer
  let sink: UnsafeMutablePointer<XMLSink>

  init?(limits: XMLLimits) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(XMLSink.separator)) else { return nil }
    self.parser = parser
    sink = .allocate(capacity: 1)
    sink.initialize(to: XMLSink(parser: parser, limits: limits))
    XML_SetUserData(parser, sink)
    XML_SetElementHandler(
      parser,
      { sink, name, pairs in
        guard let name, let pairs else { return }
        Self.sink(sink)?.pointee.start(name, pairs)
      },
      { sink, _ in Self.sink(sink)?.pointee.end() })
    XML_SetCharacterDataHandler(parser) { sink, piece, count in
      guard let piece else { return }
      Self.sink(sink)?.pointee.text(piece, Int(count))
    }
    // Without a document type there are no entities but the five, neither internal nor external.
    XML_SetStartDoctypeDeclHandler(parser) { sink, _, _, _, _ in Self.sink(sink)?.pointee.refuse(.doctype) }
    XML_SetStartNamespaceDeclHandler(parser) { sink, _, namespace in
      guard let namespace, strlen(namespace) > XMLSink.longestNamespace else { return }
      Self.sink(sink)?.pointee.refuse(.namespace)
    }
  }

  deinit {
    XML_ParserFree(parser)
    sink.deinitialize(count: 1)
    sink.deallocate()
  }

  /// Takes the next stretch; an empty one is the end.
  ///
  /// - Returns: What is wrong, once it is; the events before it are in the sink all the same.
  func feed(_ bytes: UnsafeRawBufferPointer, file: String) -> Finding? {
    let status = XML_Parse(
      parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      bytes.isEmpty ? 1 : 0)
    return status == XML_STATUS_OK ? nil : problem(file)
  }

  /// How many bytes have been taken, the beginning of an unfinished tag left out.
  var offset: Int { Int(XML_GetCurrentByteIndex(parser)) }

  func place(_ file: String) -> Origin {
    Origin(
      file: file, line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
  }

  private func problem(_ file: String) -> Finding {
    let limits = sink.pointee.limits
    let (message, fix): (String, String)
    switch sink.pointee.refusal {
    case .doctype:
      message = "a document type (<!DOCTYPE …>) is declared, which can make a small file expand without end"
      fix = "remove it; no export needs one"
    case .depth:
      message = "elements are nested more than \(limits.depth) deep"
      fix = "check where the file comes from; no export is like that"
    case .names:
      message = "there are more than \(limits.names) different names of elements and attributes"
      fix = "check where the file comes from; no export is like that"
    case .namespace:
      message = "the name of a namespace is longer than \(XMLSink.longestNamespace) bytes"
      fix = "check where the file comes from; no export is like that"
    case nil:
      let code = XML_GetErrorCode(parser)
      if code == XML_ERROR_UNKNOWN_ENCODING {
        message = "the XML is in an encoding that is not read"
        fix = "save it as UTF-8"
      } else {
        message =
          "the XML is not well-formed here (\(XML_ErrorString(code).map { String(cString: $0) } ?? "unknown"))"
        fix = "the file is damaged or cut short: export it again"
      }
    }
    return .error(at: place(file), message, fix: fix)
  }

  private static func sink(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSink>? {
    pointer?.assumingMemoryBound(to: XMLSink.self)
  }
}
