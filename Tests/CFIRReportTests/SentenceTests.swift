import CFIRKit
@testable import CFIRReport
import Testing

@Suite struct SentenceTests {
  @Test func `says in prose what the records count`() {
    let words = TinyStudy.words(TinyStudy.page(TinyStudy.compared))
    for sentence in [
      "This is a study of three organizations, ordered by result.",
      "Two participants took part: nurse (2).",
      "The evidence comes from three sources and comprises four distinct passages with six coded rows.",
      "The matrix holds two constructs for three organizations; all six cells are rated.",
      "Of these, five rest on the consensus of the team and one is unresolved.",
      "A score stands in five; the other is unresolved.",
      "One further combination of construct and organization has evidence but no rating.",
      "Three organizations can be divided into groups of these sizes in 3 ways.",
      "1 of 2 constructs is strong and 1 weak by separation. Splitting the same 3 sites 2 against 1 in all 3 ways makes",
      "Strong by separation, so say 5 of 5 rules; insufficient without East; 1 of 3 splits does as well: with 3 sites no stronger statement is possible.",
      "What the verdicts depend on", "Ratings and the ordered outcome",
      "One cell is unresolved and counts in no analysis.",
      "One code with two rows matches no construct; they are kept, and count nowhere else.",
      "Two raters (AB and CD) gave two ratings.",
      "One cell was rated by both, who gave different ratings.",
    ] {
      #expect(words.contains(sentence), "\(sentence)")
    }
  }

  @Test func `tells a distinguishing construct with ratings, reasons and quotations from both sides`() throws
  {
    let page = TinyStudy.page(TinyStudy.compared)
    let words = TinyStudy.words(page)
    #expect(
      words.contains(
        "one construct separates high from low implementers strongly (Funding) and one weakly (Culture)."))
    #expect(
      words.contains(
        "Ratings by outcome: high (kept) +2 (North) and +1 (South); low (stopped) \u{2212}2 (East). The lowest rating of one group stands three points above the highest of the other, and the means differ by 3.50; 1 of 3 ways to divide the organizations with a score sets them at least as far apart."
      ))
    let account = try #require(page.range(of: "id=\"compare.funding\""))
    let told = TinyStudy.words(String(page[account.lowerBound...].prefix(4000)))
    #expect(told.contains("North +2 Two posts are paid."))
    #expect(
      told.contains(
        "The county pays for two posts. P1, nurse · P1 interview · position 4–5 · helps, explicit example (+2) · cleared for publication · x1"
      ))
    #expect(told.contains("We ran out in March. P2, nurse"))
  }

  @Test(arguments: [
    (0, "no excerpts"), (1, "one excerpt"), (2, "two excerpts"), (9, "nine excerpts"), (10, "10 excerpts"),
  ])
  func `counts in words below ten`(number: Int, words: String) {
    #expect(English.count(number, "excerpt") == words)
  }

  @Test(arguments: [
    ("20 participants took part", "Twenty participants took part"), ("29 sources", "Twenty-nine sources"),
    ("189 cells", "189 cells"), ("the verdict", "The verdict"), ("12-item scale", "12-item scale"),
  ])
  func `begins no sentence with a small numeral`(text: String, opened: String) {
    #expect(English.opening(text) == opened)
  }

  @Test func `names lists of none, one, two and three`() {
    #expect(English.list([]) == "")
    #expect(English.list(["A"]) == "A")
    #expect(English.list(["A", "B"]) == "A and B")
    #expect(English.list(["A", "B", "C"], "or") == "A, B or C")
  }
}
