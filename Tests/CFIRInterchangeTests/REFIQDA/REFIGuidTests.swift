import Testing

@testable import CFIRInterchange

struct REFIGuidTests {
  @Test(arguments: [
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "{6BA7B810-9DAD-11D1-80B4-00C04FD430C8}",
    " 6BA7B8109DAD11D180B400C04FD430C8 ",
  ])
  func `case and braces do not matter`(written: String) {
    #expect(REFIGuid(written)?.text == "6BA7B810-9DAD-11D1-80B4-00C04FD430C8")
  }

  @Test func `what is no UUID still meets its references`() {
    #expect(REFIGuid("code-7") != nil)
    #expect(REFIGuid("code-7") == REFIGuid("CODE-7"))
    #expect(REFIGuid("code-7") != REFIGuid("code-8"))
    #expect(REFIGuid("") == nil)
  }

  /// RFC 9562, appendix A.4: version 5 of `www.example.com` in the name space of host names.
  @Test func `version 5 is that of the standard`() throws {
    let hosts = try #require(REFIGuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
    #expect(
      REFIGuid(namespace: hosts, name: "www.example.com").text == "2ED6657D-E927-568B-95E1-2665A8AEA6A2")
  }

  /// From Python: `uuid5(uuid5(NAMESPACE_URL, "urn:cfirkit:refi-qda"), "code\x1fCulture")`.
  @Test func `a code has the same identifier in every file`() {
    #expect(REFIGuid(.code, ["Culture"]).text == "2F0C2809-94B5-5A2A-951F-ED0B3FC6B949")
  }
}
