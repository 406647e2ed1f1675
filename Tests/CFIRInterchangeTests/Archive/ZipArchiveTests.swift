import CFIRInterchange
import CFIRKit
import Foundation
import Testing

struct ZipArchiveTests {
  private func opened(
    _ fixture: ZipFixture, limits: ArchiveLimits = ArchiveLimits(), bytes: ([UInt8]) -> [UInt8] = { $0 }
  ) throws -> ZipArchive {
    let file = try TemporaryFile(bytes(fixture.bytes))
    return try ZipArchive(path: file.path, name: "a.zip", limits: limits)
  }

  @Test func `entries are found by name without case and read whole`() throws {
    var fixture = ZipFixture()
    fixture.add("Sources/Ünï.txt", "grüße 😀")
    fixture.add("project.qde", "<a/>")
    let archive = try opened(fixture)
    #expect(archive.entries.map(\.name) == ["Sources/Ünï.txt", "project.qde"])
    #expect(archive.findings.isEmpty)
    let entry = try #require(archive.entry("sources/ünï.TXT"))
    #expect(String(decoding: try archive.read(entry), as: UTF8.self) == "grüße 😀")
    #expect(archive.entry("missing") == nil)
  }

  @Test func `an entry is expanded piece by piece`() throws {
    var fixture = ZipFixture()
    fixture.addZeros("zeros", runs: 1_000)
    let archive = try opened(fixture)
    let reader = try archive.open(try #require(archive.entry("zeros")))
    var piece = [UInt8](repeating: 1, count: 1 << 12)
    var total = 0
    while true {
      let got = try piece.withUnsafeMutableBytes { try reader.next(into: $0) }
      if got == 0 { break }
      #expect(piece.prefix(got).allSatisfy { $0 == 0 })
      total += got
    }
    #expect(total == 258_001)
  }

  @Test(arguments: [
    ("../evil.txt", "would lead out of the archive"), ("/etc/evil", "would lead out of the archive"),
    ("a/../../evil", "would lead out of the archive"), ("C:\\evil", "would lead out of the archive"),
    ("..\\evil", "would lead out of the archive"), ("tab\there", "would lead out of the archive"),
    ("GOOD.TXT", "comes twice"),
  ])
  func `names that lead out or come twice are left out and said`(name: String, what: String) throws {
    var fixture = ZipFixture()
    fixture.add("good.txt", "good")
    fixture.add(name, "evil")
    let archive = try opened(fixture)
    #expect(archive.entries.map(\.name) == ["good.txt"])
    #expect(archive.findings.count == 1)
    #expect(archive.findings.first?.message.contains(what) == true)
    #expect(archive.findings.first?.severity == .warning)
  }

  @Test func `a bomb is refused before it is expanded when it says what it is`() throws {
    var limits = ArchiveLimits()
    limits.ratioFloor = 1_000
    limits.ratio = 100
    var fixture = ZipFixture()
    fixture.addZeros("bomb", runs: 1_000)
    let archive = try opened(fixture, limits: limits)
    let entry = try #require(archive.entry("bomb"))
    let message = finding { _ = try archive.open(entry) }
    #expect(message?.hasPrefix("a.zip: error: the entry 'bomb' expands to more than 100 times") == true)
  }

  @Test func `a bomb that lies about its size is stopped while it expands`() throws {
    var limits = ArchiveLimits()
    limits.entrySize = 100_000
    var fixture = ZipFixture()
    fixture.addZeros("bomb", runs: 10_000, declared: 10)
    let archive = try opened(fixture, limits: limits)
    let message = finding { _ = try archive.read(try #require(archive.entry("bomb"))) }
    #expect(message?.contains("the entry 'bomb' expands to more than 100000 bytes") == true)
  }

  @Test func `a size that is not the declared one is damage`() throws {
    var fixture = ZipFixture()
    fixture.addZeros("odd", runs: 10, declared: 10)
    let archive = try opened(fixture)
    let message = finding { _ = try archive.read(try #require(archive.entry("odd"))) }
    #expect(message?.contains("the entry 'odd' is damaged") == true)
  }

  @Test func `entries count together, each once`() throws {
    var limits = ArchiveLimits()
    limits.totalSize = 25
    var fixture = ZipFixture()
    for name in ["a", "b", "c"] { fixture.add(name, "0123456789") }
    let archive = try opened(fixture, limits: limits)
    for name in ["a", "a", "a", "b"] { _ = try archive.read(try #require(archive.entry(name))) }
    let message = finding { _ = try archive.read(try #require(archive.entry("c"))) }
    #expect(message?.hasPrefix("a.zip: error: the archive expands to more than 25 bytes") == true)
  }

  @Test func `too many entries are refused`() throws {
    var limits = ArchiveLimits()
    limits.entries = 2
    var fixture = ZipFixture()
    for name in ["a", "b", "c"] { fixture.add(name, "") }
    let message = finding { _ = try opened(fixture, limits: limits) }
    #expect(message?.contains("the archive has 3 entries, more than 2") == true)
  }

  @Test func `an encrypted entry is refused and says so`() throws {
    var fixture = ZipFixture()
    fixture.add("secret", "0123456789abcdef", flags: 1)
    let archive = try opened(fixture)
    let message = finding { _ = try archive.open(try #require(archive.entry("secret"))) }
    #expect(message?.contains("the entry 'secret' is protected by a password") == true)
  }

  @Test func `a wrong checksum is damage`() throws {
    var fixture = ZipFixture()
    fixture.add("a", "0123456789")
    let archive = try opened(fixture) { bytes in
      var bytes = bytes
      bytes[33] ^= 1
      return bytes
    }
    let message = finding { _ = try archive.read(try #require(archive.entry("a"))) }
    #expect(message?.contains("its checksum does not fit its bytes") == true)
  }

  @Test(arguments: [10, 40, 60, 90]) func `an archive that is cut short says so`(length: Int) throws {
    var fixture = ZipFixture()
    fixture.add("a.txt", "some text that is stored")
    let message = finding { _ = try opened(fixture) { Array($0.prefix(length)) } }
    #expect(message?.contains("cut short or damaged") == true)
  }

  @Test(arguments: [
    ("", "the file is empty"), ("id,document\n1,2\n", "this is not a zip archive, whatever its name says"),
  ])
  func `a file of another kind is not an archive, whatever its name`(text: String, what: String) throws {
    let file = try TemporaryFile(Array(text.utf8), suffix: ".xlsx")
    let message = finding { _ = try ZipArchive(path: file.path, name: "a.xlsx") }
    #expect(message?.contains(what) == true)
  }

  @Test(arguments: [
    ("EncryptedPackage", "this file is protected by a password"), ("Workbook", "of 2003 or before"),
  ])
  func `Office's compound files are known by what they hold`(stream: String, what: String) throws {
    let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let name = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let file = try TemporaryFile(magic + [UInt8](repeating: 0, count: 504) + name)
    let message = finding { _ = try ZipArchive(path: file.path, name: "a.xlsx") }
    #expect(message?.contains(what) == true)
  }

  @Test func `folders and files that are not there say so`() throws {
    let message = finding { _ = try ZipArchive(path: "/nowhere/a.zip", name: "a.zip") }
    #expect(
      message
        == "a.zip: error: the file cannot be read (No such file or directory); check its name and who may read it"
    )
    let folder = FileManager.default.temporaryDirectory.path
    #expect(finding { _ = try ZipArchive(path: folder, name: "f") }?.contains("this is a folder") == true)
  }
}
