import CFIRInterchange
import CFIRKit
import Foundation
import Testing

/// Exports of coded segments as MAXQDA writes them in three languages.
///
/// Headers: the Polish ones as in a real export, the German ones as in the readers of three published scripts.
struct MAXQDAHeaderTests {
  private static let english = """
    Color,Comment,Document group,Document name,Code,Begin,End,Weight score,Segment,Created by,Created
    ●,look here,North,N1,CFIR > Inner Setting > Culture,3,3,0,"They said ""yes"".",Anna,3/14/2024 10:15
    ●,,North,N1,Facilitator,3,3,0,"They said ""yes"".",Anna,3/14/2024 10:15
    ●,,South,S1,Planning,4,5,2,No plan.,Ben,3/14/2024 10:15
    """

  private static let german = """
    Farbe;Kommentar;Dokumentgruppe;Dokumentname;Code;Anfang;Ende;Gewicht;Segment;Bearbeitet von;Erstellt von;Erstellt am
    ●;look here;North;N1;CFIR > Inner Setting > Culture;3;3;0;"They said ""yes"".";Anna;Anna;14.03.2024 10:15:00
    ●;;North;N1;Förderfaktor;3;3;0;"They said ""yes"".";Anna;Anna;14.03.2024 10:15:00
    ●;;South;S1;Planning;4;5;2;No plan.;Ben;Ben;14.03.2024 10:15:00
    """

  private static let polish = """
    Color;Komentarz;Grupa dokumentów;Nazwa dokumentu;Kod;Początek;Koniec;Waga;Fragment;Objętość;Obszar %;Autor;Data utworzenia
    ●;look here;North;N1;CFIR > Inner Setting > Culture;3.0;3.0;0.0;"They said ""yes"".";16;0,9;Anna;14.03.2024 10:15:00
    ●;;North;N1;Facylitator;3.0;3.0;0.0;"They said ""yes"".";16;0,9;Anna;14.03.2024 10:15:00
    ●;;South;S1;Planning;4.0;5.0;2.0;No plan.;8;0,4;Ben;14.03.2024 10:15:00
    """

  @Test(arguments: [("English", english), ("German", german), ("Polish", polish)])
  func `reads the export of each language alike`(language: String, text: String) throws {
    let folder = try StudyFolder(["MAXQDA 24 Coded Segments.csv": text])
    let reading = folder.read("MAXQDA 24 Coded Segments.csv")
    #expect(folder.findings(reading) == [])
    let study = try #require(reading.study)
    #expect(study.organizations.map(\.id) == ["North", "South"])
    let evidence = study.tally.evidence()
    #expect(evidence["culture"]?["North"]?.positive == 1)
    #expect(evidence["culture"]?["North"]?.excerpts == 1)
    #expect(evidence["planning"]?["South"]?.unjudged == 1)
    #expect(evidence["planning"]?["South"]?.meanWeight == 2)
    #expect(study.tally.rows == 3)
    let first = try #require(study.excerpts.first)
    #expect(first.text == "They said \"yes\".")
    #expect(first.memo == "look here")
    #expect(first.codings == [.init(construct: "culture", judgement: Judgement(1), coder: "Anna")])
    #expect(first.origin.line == 2)
    #expect(study.excerpts.count == 2)
  }

  @Test func `reads Excel's forms of one export alike`() throws {
    let plain = try StudyFolder(["e.csv": Self.german])
    let tally = try #require(plain.read("e.csv").study).tally
    let units = ("\u{FEFF}" + Self.german.replacing(";", with: "\t")).utf16
    let forms: [(name: String, data: Data)] = [
      ("mark.csv", Data(("\u{FEFF}" + Self.german).utf8)),
      ("hint.csv", Data(("sep=;\r\n" + Self.german.replacing("\n", with: "\r\n")).utf8)),
      ("unicode.txt", Data(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })),
      ("western.csv", try #require(Self.german.replacing("●", with: "").data(using: .windowsCP1252))),
    ]
    for form in forms {
      try plain.write(form.data, to: form.name)
      let reading = plain.read(form.name)
      #expect(try #require(reading.study).tally == tally, "\(form.name)")
      let isWestern = form.name == "western.csv"
      #expect(plain.findings(reading).contains { $0.contains("is read as Windows-1252") } == isWestern)
    }
  }

  @Test func `takes columns in any order, and other names by the study's mapping`() throws {
    let folder = try StudyFolder([
      "study.yaml": """
      framework: cfir-2022
      excerpts:
        - path: quotes.csv
          columns: {source: Interview, code: Tag, text: Quote, organization: Site name}
      """,
      "quotes.csv": "Quote,Tag,Site name,Interview\nWe learn.,Culture,North,N1\n",
    ])
    let reading = folder.read()
    #expect(folder.findings(reading) == [])
    let excerpt = try #require(reading.study?.excerpts.first)
    #expect(excerpt.text == "We learn." && excerpt.source == "N1" && excerpt.organization == "North")
  }

  @Test func `says which mapped column is not there`() throws {
    let folder = try StudyFolder([
      "study.yaml":
        "framework: cfir-2022\nexcerpts:\n  - path: quotes.csv\n    columns: {source: Intervew}\n",
      "quotes.csv": "Text,Code,Interview\nWe learn.,Culture,N1\n",
    ])
    #expect(
      folder.findings(folder.read())
        == [
          "study.yaml:4:23: error: 'quotes.csv' has no column 'Intervew'; did you mean 'Interview'?"
        ].map { $0.replacing("'quotes.csv'", with: "'\("quotes.csv")'") })
  }

  @Test func `says which column it cannot do without`() throws {
    let folder = try StudyFolder([
      "study.yaml": "framework: cfir-2022\n", "excerpts/e.csv": "Document name,Code,Begin\nN1,Culture,1\n",
    ])
    let finding = try #require(folder.findings(folder.read()).first)
    #expect(finding.hasPrefix("excerpts/e.csv:1: error: there is no column for the text"))
  }
}
