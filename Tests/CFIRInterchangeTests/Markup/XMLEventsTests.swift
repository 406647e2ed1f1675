import CFIRInterchange
import CFIRKit
import Foundation
import Testing

struct XMLEventsTests {
  /// Events in short: `<name`, `>name`, text.
  private func events(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws -> [String] {
    var xml = try XMLEvents(bytes: bytes, file: "a.xml", limits: limits)
    var all: [String] = []
    while let event = try xml.next() {
      switch event {
      case .start: all.append("<\(xml.name)")
      case .end: all.append(">\(xml.name)")
      case .text: all.append(xml.text)
      }
    }
    return all
  }

  private func events(_ text: String, limits: XMLLimits = XMLLimits()) throws -> [String] {
    try events(Array(text.utf8), limits: limits)
  }

  @Test func `starts, ends and text come in order, references undone`() throws {
    #expect(
      try events("<a><b>x &lt;&amp;&#x1F600; <![CDATA[<raw>]]></b>\n<c/></a>") == [
        "<a", "<b", "x <&😀 <raw>", ">b", "\n", "<c", ">c", ">a",
      ])
  }

  @Test func `namespaces are resolved, for attributes too`() throws {
    let text = "<p:a xmlns:p='urn:one' xmlns:r='urn:two' id='1' r:id='2'><b xmlns='urn:three'/></p:a>"
    var xml = try XMLEvents(bytes: Array(text.utf8), file: "a.xml")
    #expect(try xml.next() == .start)
    #expect((xml.name, xml.namespace) == ("a", "urn:one"))
    #expect(xml.attribute("id") == "1")
    #expect(xml.attribute("id", in: "urn:two") == "2")
    #expect(xml.attribute("id", in: "urn:one") == nil)
    #expect(xml.attribute("other") == nil)
    #expect(xml.attributes.map(\.value) == ["1", "2"])
    #expect(try xml.next() == .start)
    #expect((xml.name, xml.namespace) == ("b", "urn:three"))
  }

  @Test func `places are lines and columns in characters`() throws {
    var xml = try XMLEvents(bytes: Array("<a>\n  <b/>ü😀<c/>\n</a>".utf8), file: "a.xml")
    var places: [String: String] = [:]
    while let event = try xml.next() {
      if event == .start { places[xml.name] = xml.origin.description }
    }
    #expect(places == ["a": "a.xml:1:1", "b": "a.xml:2:3", "c": "a.xml:2:9"])
  }

  @Test func `an element's text is put together, and elements are passed over`() throws {
    var xml = try XMLEvents(
      bytes: Array("<a><r>one <b>two</b> three</r><s><r>x</r></s><t>end</t></a>".utf8), file: "a.xml")
    var found: [String] = []
    while let event = try xml.next() {
      guard event == .start else { continue }
      switch xml.name {
      case "r", "t": found.append(try xml.content())
      case "s": try xml.skip()
      default: break
      }
    }
    #expect(found == ["one two three", "end"])
  }

  @Test(arguments: [1, 7, 4096]) func `pieces of any size give the same events`(size: Int) throws {
    let words = String(repeating: "Zażółć 😀 &amp; ", count: 5_000)
    let bytes = Array("<a><b id='\(words)'>\(words)</b></a>".utf8)
    var position = 0
    var xml = try XMLEvents(file: "a.xml") { (buffer) throws(Finding) in
      let count = min(buffer.count, size, bytes.count - position)
      buffer.copyBytes(from: bytes[position..<(position + count)])
      position += count
      return count
    }
    #expect(try xml.next() == .start)
    #expect(try xml.next() == .start)
    #expect(xml.attribute("id") == words.replacing("&amp;", with: "&"))
    #expect(try xml.content() == words.replacing("&amp;", with: "&"))
  }

  @Test func `UTF-16 and Latin-1 are read as they are declared`() throws {
    let text = "<?xml version='1.0' encoding='UTF-16'?><a>grüße 😀</a>"
    let wide = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try events(wide) == ["<a", "grüße 😀", ">a"])
    let narrow = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>gr".utf8) + [0xFC] + Array("n</a>".utf8)
    #expect(try events(narrow) == ["<a", "grün", ">a"])
  }

  @Test(arguments: [
    (
      """
      <?xml version="1.0"?>
      <!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
      <l>&c;</l>
      """, "a.xml:2:13: error: a document type"
    ),
    (
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
      "a.xml:1:13: error: a document type"
    ),
    ("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>", "a.xml:1:46: error: a document type"),
    ("<a>\n<b></a>", "a.xml:2:6: error: the XML is not well-formed here (mismatched tag)"),
    ("<a>&x;</a>", "a.xml:1:4: error: the XML is not well-formed here (undefined entity)"),
    ("<a><b>", "a.xml:1:7: error: the XML is not well-formed here (no element found)"),
    ("", "a.xml:1:1: error: the XML is not well-formed here (no element found)"),
    ("<p:a/>", "a.xml:1:1: error: the XML is not well-formed here (unbound prefix)"),
    ("<?xml version='1.0' encoding='EBCDIC-X'?><a/>", "a.xml:1:31: error: the XML is in an encoding"),
  ])
  func `what is wrong is said with its place`(text: String, start: String) throws {
    let message = finding { _ = try events(text) }
    #expect(message?.hasPrefix(start) == true, "\(message ?? "nothing")")
  }

  @Test func `events before a fault are given`() throws {
    var xml = try XMLEvents(bytes: Array("<a>good<b></a>".utf8), file: "a.xml")
    #expect(try xml.next() == .start)
    #expect(try xml.next() == .text)
    #expect(try xml.next() == .start)
    #expect(throws: Finding.self) { try xml.next() }
    #expect(throws: Finding.self) { try xml.next() }
  }

  @Test func `depth, tags, texts, names and namespaces have limits`() throws {
    let deep = String(repeating: "<a>", count: 257)
    #expect(finding { _ = try events(deep) }?.contains("nested more than 256 deep") == true)
    #expect(
      try events(String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)).count == 512)

    let long = "<a b='" + String(repeating: "x", count: 3 << 20) + "'/>"
    #expect(finding { _ = try events(long) }?.contains("longer than 1048576 bytes") == true)

    var few = XMLLimits()
    few.names = 3
    #expect(
      finding { _ = try events("<a><b c='' d=''/></a>", limits: few) }?.contains("more than 3 different")
        == true)

    let namespace = "<a xmlns='" + String(repeating: "x", count: 2_000) + "'/>"
    #expect(finding { _ = try events(namespace) }?.contains("longer than 1024 bytes") == true)

    var short = XMLLimits()
    short.textSize = 10
    var xml = try XMLEvents(bytes: Array("<a>12345678901</a>".utf8), file: "a.xml", limits: short)
    #expect(try xml.next() == .start)
    #expect(throws: Finding.self) { try xml.content() }
  }

  @Test func `an entry of an archive is named in findings`() throws {
    var fixture = ZipFixture()
    fixture.add("project.qde", "<a>\n<b></a>")
    let file = try TemporaryFile(fixture.bytes)
    let archive = try ZipArchive(path: file.path, name: "s.qdpx")
    var xml = try XMLEvents(archive: archive, entry: try #require(archive.entry("project.qde")))
    let message = finding { while try xml.next() != nil {} }
    #expect(message?.hasPrefix("s.qdpx:project.qde:2:6: error: ") == true)
  }
}
