import CFIRInterchange
import CFIRKit
import Foundation
import Testing

struct CalibrationRecipeTests {
  private func read(_ calibration: String) throws -> StudyReader.Reading {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cfir-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "title: T\nframework: cfir-2022\ncalibration:\n\(calibration)".write(
      to: folder.appendingPathComponent("study.yaml"), atomically: true, encoding: .utf8)
    return StudyReader.read(folder.path)
  }

  @Test func `reads methods, anchors and rules`() throws {
    let reading = try read(
      """
        mixed: leaning
        missing: absent
        factors:
          culture: {method: direct, anchors: [-2, 0.5, 2], degree: 0.9}
          planning: {method: multi-value, anchors: [1, 0]}

      """)
    #expect(reading.findings.all.isEmpty)
    let recipe = try #require(reading.study?.calibration)
    #expect(recipe.mixed == .leaning)
    #expect(recipe.missing == .absent)
    #expect(
      recipe.calibration(of: ["culture", "Culture"])?.words
        == "direct method, anchors -2, 0.5, 2, degree 0.9")
    #expect(recipe.calibration(of: ["Planning"])?.words == "multi-value, thresholds 0, 1")
    #expect(recipe.calibration(of: ["funding"]) == nil)
  }

  @Test(arguments: [
    ("  factors:\n    culture: {method: direkt, anchors: [1]}\n", "did you mean 'direct'?"),
    ("  factors:\n    culture: {anchors: [1]}\n", "add `method:`"),
    ("  factors:\n    culture: {method: linear, anchors: [-2, 2, 0]}\n", "give three numbers"),
    ("  factors:\n    culture: {method: crisp, anchors: [one]}\n", "write a number"),
    (
      "  factors:\n    culture: {method: direct, anchors: [0, 1, 2], degree: 2}\n",
      "a degree between 0.5 and 1"
    ),
    ("  missing: drop\n", "use one of them"),
    ("  factor: {}\n", "did you mean 'factors'?"),
  ])
  func `says what a recipe cannot mean`(text: String, fix: String) throws {
    let findings = try read(text).findings
    #expect(findings.hasErrors)
    #expect(findings.all.contains { $0.fix.contains(fix) && $0.origin.line != nil }, "\(findings)")
  }
}
